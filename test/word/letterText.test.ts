// How a letter reads: its words in order, each once, and none that Word does not show.
import { describe, expect, it } from 'vitest'
import { letterText } from '../../src/word/index.ts'
import { field, makeDocx, para, table, text } from './makeDocx.ts'

const wordsOf = (body: string) => {
  const read = letterText(makeDocx({ body }))
  if (!read.ok) throw new Error(read.failure.code)
  return read.value
}

describe('The words of a letter', () => {
  it('come paragraph by paragraph, with breaks, tabs and the cells of tables', () => {
    const body =
      para(text('Dear') + '<w:r><w:tab/><w:t>Ms</w:t><w:br/></w:r>' + text('Berg')) + table(['one', 'two'].map((one) => para(text(one))))
    expect(wordsOf(body + para(''))).toEqual(['Dear\tMs\nBerg', 'one', 'two', ''])
  })

  it('hold the result of a field, not its code, and nothing that is deleted', () => {
    const gone = '<w:del w:id="1" w:author="x"><w:r><w:delText>old</w:delText></w:r></w:del>'
    expect(wordsOf(para(field('PAGE', '3') + gone))).toEqual(['3'])
  })

  it('hold a text box once, though it is written twice', () => {
    const box = (words: string) => `<w:txbxContent>${para(text(words))}</w:txbxContent>`
    const both =
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('label')}</wps:txbx></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:textbox>${box('label')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    expect(wordsOf(para(text('before') + both))).toEqual(['before', 'label'])
  })

  it('of something else than a Word file are refused', () => {
    expect(letterText(new TextEncoder().encode('PK nothing'))).toMatchObject({ ok: false, failure: { code: 'ZIP_BROKEN' } })
  })
})
