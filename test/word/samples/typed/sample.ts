// Placeholders typed by hand, which Word has split into runs; entities and other text around them.
import { para, text } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

export default sample({
  asItIs: true,
  records: [{ 'First Name': 'Ann', City: 'Rome', Company: 'X & Y', Phone: '2', Street: 'A', House: '1' }, {}],
  letters: [
    ['Dear Ann, welcome to Rome!', 'A & B X & Y & friends', '2', 'A1', 'End'],
    ['Dear , welcome to !', 'A & B  & friends', 'End'],
  ],
  source: () => ({
    body:
      para(text('Dear {{First Name}}, welcome to «City»!')) +
      para(
        `<w:r><w:t>A &amp; B {{Comp</w:t></w:r><w:proofErr w:type="spellStart"/>${text('any', '<w:b/>')}<w:r><w:t>}} &amp; friends</w:t></w:r>`,
      ) +
      para('<w:r><w:t>{</w:t></w:r><w:r><w:t>{ Phone }</w:t></w:r><w:r><w:t>}</w:t></w:r>') +
      para(text('{{Street}}{{House}}')) +
      para(text('End')),
  }),
})
