// Placeholders typed by hand, which Word has split into runs; entities and other text around them.
import { makeDocx, para, text } from '../../makeDocx.ts'

export default makeDocx({
  body:
    para(text('Dear {{First Name}}, welcome to «City»!')) +
    para(
      `<w:r><w:t>A &amp; B {{Comp</w:t></w:r><w:proofErr w:type="spellStart"/>${text('any', '<w:b/>')}<w:r><w:t>}} &amp; friends</w:t></w:r>`,
    ) +
    para('<w:r><w:t>{</w:t></w:r><w:r><w:t>{ Phone }</w:t></w:r><w:r><w:t>}</w:t></w:r>') +
    para(text('{{Street}}{{House}}')) +
    para(text('End')),
})
