// What each thing that can be written becomes in Word, and what the letters made from it say.
import { describe, expect, test } from 'vitest'
import type { ConditionIs, LetterBlock, LetterInline } from '../../src/model/writtenLetter.ts'
import { openTemplate, type MergeRecord } from '../../src/word/index.ts'
import { readBack } from './readBack.ts'
import { authored, chip, letterOf, logoId, mergedFor, para, when, words } from './written.ts'

/** The body's XML, without the sheet's own tables. */
const body = async (...content: LetterBlock[]) => {
  const xml = readBack(await authored(letterOf(content))).xml('word/document.xml')
  return xml.slice(xml.indexOf('<w:body>'), xml.indexOf('<w:sectPr'))
}
const item = (...content: (ReturnType<typeof para> | LetterBlock)[]) => ({ type: 'listItem' as const, content: content as never })

describe('a thing of the text in Word', () => {
  const cases: [name: string, block: LetterBlock, has: (string | RegExp)[]][] = [
    ['a paragraph in the middle', { ...para(words('Hello')), attrs: { textAlign: 'center' } }, ['<w:jc w:val="center"/>', '>Hello</w:t>']],
    ['justified words', { ...para(words('Hello')), attrs: { textAlign: 'justify' } }, ['<w:jc w:val="both"/>']],
    ['bold, italic and underlined', para(words('Hello', 'bold', 'italic', 'underline')), ['<w:b/>', '<w:i/>', /<w:u [^>]*single/]],
    ['a line break and a tab', para(words('a\tb'), { type: 'hardBreak' }, words('c')), ['<w:tab/>', '<w:br/>']],
    ['a merge field', para(chip('First_Name')), [/fldCharType="begin".* MERGEFIELD First_Name .*separate.*«First_Name».*end/]],
    ['a field with blanks in its name', para(chip('Phone No.')), [' MERGEFIELD &quot;Phone No.&quot; ']],
    ['a field typed in braces', para(words('Dear {{First_Name}}!')), [' MERGEFIELD First_Name ', '>Dear </w:t>', '>!</w:t>']],
    [
      'a condition',
      para(when('City', 'contains', 'am', 'By the {{City}} "port"', 'Far')),
      [
        / IF .* MERGEFIELD City .* = &quot;\*.*am.*\*&quot; &quot;.*By the .* MERGEFIELD City .* \\&quot;port\\&quot;.*&quot; &quot;.*Far.*&quot; /,
      ],
    ],
    [
      'bullets with numbers below them',
      {
        type: 'bulletList',
        content: [item(para(words('one')), { type: 'orderedList', attrs: { start: 3 }, content: [item(para(words('two')))] })],
      },
      [/w:ilvl w:val="0".*one.*w:ilvl w:val="1".*two/, '<w:pStyle w:val="LetterList"/>'],
    ],
    [
      'a picture of 50 mm with words for who cannot see it',
      { type: 'image', attrs: { attachmentId: logoId, width: 50, align: 'right', alt: 'Our house' } },
      ['descr="Our house"', '<w:jc w:val="right"/>', 'cx="1800000" cy="900000"'],
    ],
    [
      'a picture wider than the text',
      { type: 'image', attrs: { attachmentId: logoId, width: 300, align: 'left', alt: '' } },
      ['cx="5940000"'],
    ],
    ['a page break', { type: 'pageBreak' }, ['<w:br w:type="page"/>']],
  ]
  test.each(cases)('%s', async (_, block, has) => {
    const xml = await body(block)
    for (const part of has)
      expect(xml.replaceAll('\n', ' ')).toEqual(typeof part === 'string' ? expect.stringContaining(part) : expect.stringMatching(part))
  })

  test('a table keeps its widths, its cells over several columns and rows, its header row', async () => {
    const cell = (text: string, attrs?: object) => ({ type: 'tableCell' as const, content: [para(words(text))], ...(attrs && { attrs }) })
    const xml = await body({
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            { ...cell('A', { colwidth: [96] }), type: 'tableHeader' },
            { ...cell('B', { colwidth: [192] }), type: 'tableHeader' },
          ],
        },
        { type: 'tableRow', content: [cell('C', { rowspan: 2 }), cell('D')] },
        { type: 'tableRow', content: [cell('E')] },
        { type: 'tableRow', content: [cell('F', { colspan: 2 })] },
      ],
    })
    expect(xml).toContain('<w:gridCol w:w="1440"/><w:gridCol w:w="2880"/>')
    expect(xml).toContain('<w:tblHeader/>')
    expect(xml).toContain('<w:vMerge w:val="restart"/>')
    expect(xml).toContain('<w:gridSpan w:val="2"/>')
    expect(xml.match(/<w:tc>/g)).toHaveLength(2 + 2 + 2 + 1)
  })

  test('two tables do not grow together, and behind the last one stands a paragraph', async () => {
    const table: LetterBlock = {
      type: 'table',
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [para(words('A'))] }] }],
    }
    expect((await body(table, table)).match(/<\/w:tbl><w:p>/g)).toHaveLength(2)
  })

  test('language and title are the document’s own', async () => {
    const file = readBack(await authored(letterOf([para(words('Hei'))]), 'nb'))
    const xml = (name: string) => file.xml(name)
    expect(xml('word/styles.xml')).toContain('<w:lang w:val="nb-NO"/>')
    expect(xml('docProps/core.xml')).toContain('<dc:title>Letter</dc:title>')
    expect(xml('word/styles.xml')).toContain('<w:name w:val="Letter address"/>')
  })
})

/** What stands in a letter of this paragraph; the paragraph behind it is no part of it. */
const said = async (record: MergeRecord, ...content: LetterInline[]) =>
  readBack(await mergedFor(letterOf([para(...content), para(words('end'))]), [record])).lines.slice(0, -1)

describe('a condition in a letter', () => {
  const cases: [is: ConditionIs, value: string, city: string, holds: boolean][] = [
    ['equal', 'Bonn', 'Bonn', true],
    ['equal', 'Bonn', 'Berlin', false],
    ['notEqual', 'Bonn', 'Berlin', true],
    ['blank', 'not looked at', '', true],
    ['blank', '', 'Bonn', false],
    ['notBlank', '', 'Bonn', true],
    ['notBlank', '', '', false],
    ['contains', 'am', 'Hamburg', true],
    ['contains', 'am', 'Bonn', false],
    ['startsWith', 'Ham', 'Hamburg', true],
    ['startsWith', 'burg', 'Hamburg', false],
    ['less', '10', '9', true],
    ['greater', '10', '9', false],
    ['equal', 'say "hi" \\ there', 'say "hi" \\ there', true],
    ['equal', '{{Name}}', 'Ada', true],
  ]
  test.each(cases)('%s “%s”, where the field says “%s”: %s', async (is, value, city, holds) => {
    expect(await said({ City: city, Name: 'Ada' }, when('City', is, value, 'yes', 'no'))).toEqual([holds ? 'yes' : 'no'])
  })

  test('its words keep quotes, fields, lines and what looks like a placeholder', async () => {
    const then = 'Dear "{{Name}}",\nit is «Klassik» \\ „gut“ in {{City}}.'
    expect(await said({ City: 'Bonn', Name: 'Ada' }, when('City', 'notBlank', '', then))).toEqual([
      'Dear "Ada",\nit is «Klassik» \\ „gut“ in Bonn.',
    ])
  })
})

describe('words of a letter', () => {
  test('quoted words are no fields', async () => {
    const template = openTemplate(await authored(letterOf([para(words('«Klassik» and «mot»'))])))
    expect(template.ok && template.value.fields).toEqual([])
    expect(await said({}, words('«Klassik» 120'))).toEqual(['«Klassik» 120'])
  })

  test('the words for one person go over paragraphs, and leave nothing where there are none', async () => {
    const letter = letterOf([para(words('before')), para(), para(chip('Comment')), para(words('after'))])
    const lines = readBack(await mergedFor(letter, [{ Comment: 'one\n\ntwo' }, {}])).lines
    expect(lines).toEqual(['before', '', 'one', 'two', 'after', 'before', '', 'after'])
  })

  describe('a sentence for some in a paragraph of its own leaves no hole in the letters of others', () => {
    const near = when('City', 'equal', 'Bonn', 'We are near {{First_Name}}.')
    test.each<[name: string, blocks: LetterBlock[], near: string[], far: string[]]>([
      ['between words', [para(words('a')), para(near), para(words('b'))], ['a', 'We are near .', 'b'], ['a', 'b']],
      [
        'between blank lines',
        [para(words('a')), para(), para(words(' '), near), para(), para(words('b'))],
        ['a', '', ' We are near .', 'b'],
        ['a', '', 'b'],
      ],
      [
        'after words, before a blank line',
        [para(words('a')), para(near), para(), para(words('b'))],
        ['a', 'We are near .', '', 'b'],
        ['a', '', 'b'],
      ],
      ['with another', [para(near, when('City', 'equal', 'Ulm', 'Far')), para(words('b'))], ['We are near .', 'b'], ['b']],
      ['with a field', [para(chip('Name'), near), para(words('b'))], ['We are near .', 'b'], ['b']],
      [
        'in a list',
        [{ type: 'bulletList', content: [item(para(near)), item(para(words('x')))] }, para(words('b'))],
        ['We are near .', 'x', 'b'],
        ['x', 'b'],
      ],
      ['with words around it', [para(words('a '), near), para(words('b'))], ['a We are near .', 'b'], ['a ', 'b']],
      ['with an else', [para(when('City', 'equal', 'Bonn', 'Near', 'Far')), para(words('b'))], ['Near', 'b'], ['Far', 'b']],
    ])('%s', async (_name, blocks, near, far) => {
      const lines = async (City: string) => readBack(await mergedFor(letterOf(blocks), [{ City }])).lines
      expect(await lines('Bonn')).toEqual(near)
      expect(await lines('Hof')).toEqual(far)
    })
  })

  test('numbers of each letter and each list begin anew', async () => {
    const list = (start: number): LetterBlock => ({
      type: 'orderedList',
      attrs: { start },
      content: [item(para(words('a'))), item(para(words('b')))],
    })
    const file = readBack(await mergedFor(letterOf([list(1), para(), list(5)]), [{}, {}]))
    const xml = (name: string) => file.xml(name)
    const numbers = [...xml('word/document.xml').matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id)
    expect(new Set(numbers).size).toBe(4)
    expect(xml('word/numbering.xml')).toContain('<w:start w:val="5"/>')
  })
})

describe('lines of the sheet', () => {
  const foot = async (line: string, record: MergeRecord) => {
    const read = readBack(await mergedFor(letterOf([para(words('x'))], { footer: [`${line}\nend`] }), [record]))
    const footer = Object.keys(read.files).find((name) => /footer\d*\.xml$/.test(name) && read.xml(name).includes('>end<')) ?? ''
    const paragraphs = read.xml(footer).split('LetterFooter').slice(1)
    return paragraphs.map((xml) => [...xml.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join(''))
  }
  test.each<[line: string, record: MergeRecord, said: string[]]>([
    ['Words alone', {}, ['Words alone']],
    ['Telephone {{Phone}}', { Phone: '12' }, ['Telephone 12']],
    ['Telephone {{Phone}} (day)', {}, []],
    ['{{Code}} {{City}}', { Code: '1', City: 'B' }, ['1 B']],
    ['{{Code}} {{City}}', {}, []],
    ['Bank {{Bank}}, account {{Account}}', { Bank: 'B', Account: '7' }, ['Bank B, account 7']],
    ['Bank {{Bank}}, account {{Account}}', { Bank: 'B' }, ['Bank B']],
    ['Bank {{Bank}}, account {{Account}}', { Account: '7' }, ['account 7']],
    ['Bank {{Bank}}, account {{Account}}', {}, []],
    ['{{Code}} {{City}}', { City: 'B' }, ['B']],
    ['{{Code}} {{City}}', { Code: '1' }, ['1']],
    ['{{City}} ({{Country}}), the head office', { City: 'B' }, ['B, the head office']],
    ['{{City}} ({{Country}}), the head office', { Country: 'C' }, ['(C), the head office']],
    ['Fix and Co, {{Street}}, {{Code}} {{City}}', { City: 'B' }, ['Fix and Co, B']],
    ['Fix and Co, {{Street}}, {{Code}} {{City}}', {}, []],
    ['Seat {{Code}} {{City}} · Court {{Court}}', { City: 'B', Court: 'C' }, ['Seat B · Court C']],
    ['Seat {{Code}} {{City}} · Court {{Court}}', { Court: 'C' }, ['Court C']],
    ['{{Net}} EUR, {{Rate}} %', { Net: '5' }, ['5 EUR']],
    ['Tel. {{Phone}} / Mobil {{Mobile}} (daily)', { Mobile: '2' }, ['Mobil 2 (daily)']],
    ['Tel. {{Phone}} / Mobil {{Mobile}} (daily)', { Phone: '1' }, ['Tel. 1 (daily)']],
    ['Tel. {{Phone}} / Mobil {{Mobile}} (daily)', {}, []],
  ])('%s with %o', async (line, record, said) => {
    expect(await foot(line, record)).toEqual([...said, 'end'])
  })

  test('the head stands on the first page only, the foot on each, the number from the second on', async () => {
    const letter = letterOf([para(words('x'))], { sender: 'We\nOur street', footer: ['Foot'], pageNumbers: true })
    const file = readBack(await authored(letter))
    const xml = (name: string) => file.xml(name)
    expect(xml('word/document.xml')).toMatch(/<w:titlePg\/>/)
    expect(xml('word/document.xml')).toContain('>We</w:t>')
    const heads = ['word/header1.xml', 'word/header2.xml'].map((name) => xml(name).includes(' PAGE '))
    expect(heads.filter(Boolean)).toHaveLength(1)
    for (const name of ['word/footer1.xml', 'word/footer2.xml']) expect(xml(name)).toContain('>Foot</w:t>')
  })

  test('an address at the head of the text goes into the window when there is one', async () => {
    const content = [para(), para(chip('Address_Block')), para(), para(words('Dear all'))]
    const said = async (window: 'none' | 'dinB') =>
      readBack(await mergedFor(letterOf(content, { window }), [{ Address_Block: 'Here' }])).lines.filter((line) => line !== '')
    expect(await said('dinB')).toEqual(['Here', 'Dear all'])
    expect(await said('none')).toEqual(['Here', 'Dear all'])
    const read = readBack(await authored(letterOf(content, { window: 'dinB' })))
    expect(read.xml('word/document.xml').match(/ MERGEFIELD Address_Block /g)).toHaveLength(1)
    const typed = [para(chip('Address_Block'), words(' '), { type: 'hardBreak' }), para(words('Dear all'))]
    const once = readBack(await authored(letterOf(typed, { window: 'dinB' })))
    expect(once.xml('word/document.xml').match(/ MERGEFIELD Address_Block /g)).toHaveLength(1)
  })

  test('the small line above the address leads a letter back: no telephone in it', async () => {
    const sender =
      'We\n{{Company_Information_Address}}\n{{Company_Information_Post_Code}} {{Company_Information_City}}\npost@we.example\n{{Company_Information_Phone_No}}'
    const letter = letterOf([para(words('x'))], { sender, window: 'dinB', returnLine: true })
    const record = { Company_Information_Address: 'Street 1', Company_Information_City: 'Bonn', Company_Information_Phone_No: '12' }
    expect(readBack(await mergedFor(letter, [record])).lines).toContain('We · Street 1 · Bonn')
    expect(readBack(await mergedFor(letter, [{}])).lines).toContain('We')
  })
})
