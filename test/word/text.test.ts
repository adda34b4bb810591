// What reaches the letter is readable for Word, whatever a cell or a web page held.
import { describe, expect, it } from 'vitest'
import { clean, escapeXml, isRightToLeft, runContent } from '../../src/word/emit/text.ts'

const t = (words: string) => `<w:t xml:space="preserve">${words}</w:t>`

describe('Text in a run', () => {
  it.each([
    ['plain', 'Huber', t('Huber')],
    ['with signs of XML', 'A & B <c> "d" ]]>', t('A &amp; B &lt;c&gt; &quot;d&quot; ]]&gt;')],
    ['with blanks at the ends', ' a ', t(' a ')],
    ['over lines', 'a\nb', `${t('a')}<w:br/>${t('b')}`],
    ['over lines from Windows', 'a\r\nb\rc', `${t('a')}<w:br/>${t('b')}<w:br/>${t('c')}`],
    ['with a line break pasted from a cell', 'a\u000bb', `${t('a')}<w:br/>${t('b')}`],
    ['with a tab', 'a\tb', `${t('a')}<w:tab/>${t('b')}`],
    ['with control characters', 'a\u0000\u0007\u001fb\ufffe\uffff', t('ab')],
    ['with half a character', 'a\ud83db\ude00c', t('abc')],
    ['with an emoji', 'a😀', t('a😀')],
    ['with a non-breaking blank and soft hyphen', 'a\u00a0b\u00ad', t('a\u00a0b\u00ad')],
    ['empty', '', ''],
  ])('%s', (_, value, content) => {
    expect(runContent(clean(value), 'w:')).toBe(content)
  })

  it('escapes quotes, as names stand in attributes', () => {
    expect(escapeXml('"&<>')).toBe('&quot;&amp;&lt;&gt;')
  })
})

describe('Right to left', () => {
  it.each([
    ['שלום', true],
    ['مرحبا 12', true],
    ['12 שלום', true],
    ['Anna שלום', false],
    ['Müller', false],
    ['Ελένη', false],
    ['123', false],
    ['', false],
  ])('%j: %s', (value, expected) => {
    expect(isRightToLeft(value)).toBe(expected)
  })
})
