// What comes out of the clipboard of Word, of a web page, of Google Docs and of our own letter: words and their shape, nothing that runs.
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { cleanPastedHtml } from '../../src/parts/letterText/cleanPaste.ts'

describe('What is pasted is cleaned before anything reads it', () => {
  it.each([
    ['a style and a class', '<p class="x" style="color:red">Hello</p>', '<p>Hello</p>'],
    ['a handler', '<p onclick="alert(1)">Hello</p>', '<p>Hello</p>'],
    ['a script and a style sheet', '<style>p{}</style><script>alert(1)</script><p>Hello</p>', '<p>Hello</p>'],
    ['a script that never ends', '<p>Hello</p><script>alert(1)', '<p>Hello</p>'],
    ['a link', '<p><a href="javascript:alert(1)">Hello</a></p>', '<p>Hello</p>'],
    ['a picture from elsewhere', '<p>Hello<img src="https://example.com/x.png" onerror="alert(1)"></p>', '<p>Hello</p>'],
    ['a heading', '<h2>News</h2>', '<p><b>News</b></p>'],
    ['bold by style', '<span style="font-weight:700">News</span>', '<span><b>News</b></span>'],
    ['the frame of Google Docs', '<b style="font-weight:normal" id="docs-internal"><p>News</p></b>', '<p>News</p>'],
    ['strong and em', '<p><strong>a</strong><em>b</em><u>c</u></p>', '<p><b>a</b><i>b</i><u>c</u></p>'],
    ['a centred line', '<p align=center>Hello</p>', '<p data-align="center">Hello</p>'],
    [
      'a table',
      '<table border=1><tr><td colspan="2" style="width:1px">a</td></tr></table>',
      '<table><tr><td colspan="2">a</td></tr></table>',
    ],
    ['a bracket before a tag that goes', '<<a href="x">img src=y onerror=z>', '&lt;img src=y onerror=z>'],
    ['comments of Word', '<!--[if gte mso 9]><xml>x</xml><![endif]--><p class=MsoNormal>a<o:p></o:p></p>', '<p>a</p>'],
  ])('%s', (_name, pasted, cleaned) => expect(cleanPastedHtml(pasted)).toBe(cleaned))

  it('a list of Word becomes a list', () => {
    const item = (sign: string, words: string) =>
      `<p class=MsoListParagraph style='text-indent:-18pt'><!--[if !supportLists]--><span>${sign}<span>&nbsp;&nbsp;</span></span><!--[endif]-->${words}</p>`
    expect(cleanPastedHtml(item('·', 'one') + '\n' + item('·', 'two'))).toBe('<ul><li><p>one</p></li><li><p>two</p></li></ul>')
    expect(cleanPastedHtml(item('1.', 'one') + item('2.', 'two'))).toBe('<ol><li><p>one</p></li><li><p>two</p></li></ol>')
  })

  it('our own chips stay', () => {
    const chip = `<p data-pm-slice="1 1 []">Dear <span data-lt="${encodeURIComponent('["mergeField",{"field":"City"}]')}">Town</span></p>`
    expect(cleanPastedHtml(chip)).toBe(chip)
  })

  it('whatever is pasted, no style, handler, address or foreign tag is left', () => {
    const piece = fc.constantFrom(
      ...[
        '<p style="x">',
        '</p>',
        '<b>',
        '</b>',
        '<img src=x onerror=y>',
        '<a href="z">',
        '</a>',
        '<svg onload=a>',
        '</svg>',
        '<!--',
        '-->',
      ],
      ...["<td style='a\"b'>", '</td>', '"', "'", '>', '<', 'words', '<script>', '</script>', '<li>', '</li>', '<o:p>', '<![if x]>'],
    )
    const tag = /<\/?([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const [, name = '', rest = ''] of cleanPastedHtml(pieces.join('')).matchAll(tag)) {
          expect(name).toMatch(/^(p|br|div|ul|ol|li|table|thead|tbody|tfoot|tr|td|th|span|b|i|u)$/i)
          expect(rest).not.toMatch(/\s(style|on\w+|href|src)\s*=/i)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
