// What IF, NEXT and SKIPIF make of the letter's own XML: formats, paragraphs, tables and marks of the branches; fields that stay live.
import { describe, expect, it } from 'vitest'
import { mergeToBytes, openTemplate, type MergeOptions, type MergeRecord } from '../../src/word/index.ts'
import { char, code, field, makeDocx, page, para, part, table, text, type DocxSource } from './makeDocx.ts'
import { complaints, readBack } from './readBack.ts'
import { textBox } from './textBox.ts'
import { lines as written } from './writeFields.ts'

async function merged(source: DocxSource, records: MergeRecord[], options: Omit<MergeOptions, 'to' | 'lettersPerFile'> = {}) {
  const opening = openTemplate(makeDocx(source))
  if (!opening.ok) throw new Error(JSON.stringify(opening.failure))
  const made = await mergeToBytes(opening.value, records, options)
  if (!made.ok) throw new Error(JSON.stringify(made.failure))
  return { doc: readBack(made.value), troubles: complaints(made.value), opening: opening.value }
}
const lines = async (body: string, ...records: MergeRecord[]) => {
  const { doc, troubles } = await merged({ body }, records)
  expect(troubles).toEqual([])
  return doc.lines
}
const bodyXml = async (body: string, record: MergeRecord, options = {}) =>
  /<w:body>(.*)<w:sectPr/s.exec((await merged({ body }, [record], options)).doc.xml('word/document.xml'))?.[1]

const begin = char('begin')
const result = char('separate') + text('old') + char('end')
/** An IF of A = "1", its branches as runs of the instruction. */
const choice = (then: string, otherwise: string) =>
  begin + code(' IF ') + field('MERGEFIELD A') + code(' = "1" "') + then + code('" "') + otherwise + code('" ') + result

describe('The branches of an IF', () => {
  it('keep the formats of their runs, fields in them the look of their last result', async () => {
    const body = para(choice(code('Dear ', '<w:b/>') + field('MERGEFIELD N', 'x', '<w:i/>') + code('!'), code('nobody', '<w:u/>')))
    expect(await bodyXml(body, { A: 1, N: 'Ann' })).toBe(
      para(text('Dear ', '<w:b/>') + text('Ann', '<w:i/>') + '<w:r><w:t xml:space="preserve">!</w:t></w:r>'),
    )
    expect(await bodyXml(body, { A: 2 })).toBe(para(text('nobody', '<w:u/>')))
  })

  it('hold tabs and breaks, and quotes behind a backslash', async () => {
    const tab = '<w:r><w:tab/></w:r>'
    expect(await lines(para(choice(code('a') + tab + code('\\"b\\"'), code('c'))), { A: '1' })).toEqual(['a\t"b"'])
  })

  it('keep marks of ranges whichever is taken', async () => {
    const mark = '<w:bookmarkStart w:id="7" w:name="m"/>'
    const end = '<w:bookmarkEnd w:id="7"/>'
    const body = para(choice(mark + code('yes') + end, code('no')))
    for (const A of ['1', '2']) expect(await bodyXml(body, { A })).toContain('w:name="m"')
    expect(await lines(body, { A: '1' }, { A: '2' })).toEqual(['yes', 'no'])
  })

  const centre = '<w:jc w:val="center"/>'
  const over =
    para(text('Before ') + begin + code(' IF ') + field('MERGEFIELD A') + code(' = "1" "one'), '<w:jc w:val="left"/>') +
    para(code('two'), centre) +
    para(code('three" "other" ') + result + text(' after'), '<w:jc w:val="right"/>')

  it('may end paragraphs: each text has the form of the paragraph that ends behind it', async () => {
    expect(await bodyXml(over + para(text('End')), { A: '1' })).toBe(
      para(text('Before ') + '<w:r><w:t xml:space="preserve">one</w:t></w:r>', '<w:jc w:val="left"/>') +
        para('<w:r><w:t xml:space="preserve">two</w:t></w:r>', centre) +
        para('<w:r><w:t xml:space="preserve">three</w:t></w:r>' + text(' after'), '<w:jc w:val="right"/>') +
        para(text('End')),
    )
    expect(await bodyXml(over + para(text('End')), { A: '2' })).toBe(
      para(text('Before ') + '<w:r><w:t xml:space="preserve">other</w:t></w:r>' + text(' after'), '<w:jc w:val="right"/>') +
        para(text('End')),
    )
  })

  it('may stand one behind the other, and at the end of the letter', async () => {
    const two = over.replace(/<\/w:p>$/, '') + over.replace(/^<w:p>.*?<\/w:pPr>/, '')
    expect(await lines(two, { A: '1' }, { A: '2' })).toEqual([
      ...['Before one', 'two', 'three afterBefore one', 'two', 'three after', ''],
      ...['Before other afterBefore other after'],
    ])
  })

  it('hold tables, with fields in them', async () => {
    const inner = table([para(code('cell ') + field('MERGEFIELD N')), para(code('x'))])
    const body =
      para(begin + code(' IF ') + field('MERGEFIELD A') + code(' = "1" "')) + inner + para(code('" "none" ') + result) + para(text('End'))
    expect(await lines(body, { A: '1', N: 'Ann' })).toEqual(['', 'cell Ann', 'x', '', 'End'])
    expect(await lines(body, { A: '2' })).toEqual(['none', 'End'])
  })

  it('keep a section that ends in them: the field keeps its last result, and that is told', async () => {
    const body = para(begin + code(' IF 1 = 1 "a'), `<w:sectPr>${page}</w:sectPr>`) + para(code('b" "c" ') + result) + para(text('End'))
    const { opening, troubles } = await merged({ body }, [{}])
    expect(opening.findings.map((finding) => finding.code)).toContain('FIELD_SPANS_BLOCKS')
    expect(troubles).toEqual([])
  })

  it('stay live where only the page can tell', async () => {
    const body = para(begin + code(' IF ') + field('PAGE', '1') + code(' = "1" "') + field('MERGEFIELD N') + code('" "" ') + result)
    const xml = await bodyXml(body, { N: 'An "n"' })
    expect(xml).toContain('<w:instrText xml:space="preserve">An \\&quot;n\\&quot;</w:instrText>')
    expect(xml).toContain(' PAGE ')
  })

  it('nest as deep as Word goes, and no deeper stack breaks', async () => {
    const nested = (depth: number): string =>
      depth === 0 ? code('deep') : begin + code(' IF 1 = 1 "') + nested(depth - 1) + code('" "no" ') + char('separate') + char('end')
    expect(await lines(para(nested(20)), {})).toEqual(['deep'])
    const deeper = await merged({ body: para(nested(60)) }, [{}])
    expect(deeper.troubles).toEqual([])
  })
})

it.each([
  ['{A}="1" "yes" "no"', 'no'],
  ['{A}="Bo""yes""no"', 'yes'],
  [' {A} <>"x" yes no', 'yes'],
  [' {A} = “Bo” “yes” “no”', 'yes'],
  [' "{A}" = "B?" "yes"', 'yes'],
  [' {A} = "1" "yes"', ''],
  [' {A} = Bo "yes" "no" \\* MERGEFORMAT', 'yes'],
  [' {A} = Bo "yes" "no" \\* Upper', 'YES'],
])('IF%s', async (words, expected) => {
  const [before = '', after = ''] = words.split('{A}')
  const body = para(begin + code(` IF${before}`) + field('MERGEFIELD A') + code(after.replace('<', '&lt;')) + result)
  expect(await lines(body, { A: 'Bo' })).toEqual([expected])
})

it('A control is not left empty, a field that holds half of another stays', async () => {
  const control = `<w:sdt><w:sdtPr/><w:sdtContent>${field('MERGEFIELD A')}</w:sdtContent></w:sdt>`
  expect(await bodyXml(para(text('a') + control), {})).toContain('<w:sdtContent><w:r/></w:sdtContent>')
  const half = `<w:fldSimple w:instr="MERGEFIELD A">${begin}${text('x')}</w:fldSimple>`
  expect(await bodyXml(para(half + char('end')), { A: '1' })).toBe(para(half + char('end')))
})

describe('Records', () => {
  it('beyond the last leave places empty; counts go on', async () => {
    const place = para(field('MERGEREC') + text('/') + field('MERGESEQ') + text(' ') + field('MERGEFIELD N') + text('.'))
    const sheet = place + para(field('NEXT')) + place
    expect(await lines(sheet, { N: 'a' }, { N: 'b' }, { N: 'c' })).toEqual(['1/1 a.', '', '2/2 b.', '3/3 c.', '', '/ .'])
  })

  it('that are left out are counted by MERGEREC alone; none is lost on a sheet of several', async () => {
    const skip = para(begin + code(' SKIPIF ') + field('MERGEFIELD N') + code(' = "x" ') + char('end'))
    const place = para(field('MERGEREC') + text('/') + field('MERGESEQ') + field('MERGEFIELD N'))
    const records = ['x', 'a', 'x', 'b', 'x'].map((N) => ({ N }))
    expect(await lines(skip + place, ...records)).toEqual(['', '2/1a', '', '4/2b'])
    expect(await lines(skip + place + para(field('NEXT')) + skip + place, ...records)).toEqual(['', '2/1a', '', '', '4/2b'])
  })

  it('do not move in a header: that is told', async () => {
    const { opening, doc } = await merged(
      {
        body: para(text('{{a}}')),
        section: `<w:sectPr><w:headerReference w:type="default" r:id="h"/>${page}</w:sectPr>`,
        parts: [{ name: 'header1.xml', type: 'header', id: 'h', xml: part('hdr', para(field('NEXT') + field('MERGEFIELD a'))) }],
      },
      [{ a: '1' }, { a: '2' }],
    )
    expect(opening.findings).toMatchObject([{ code: 'FIELD_MISPLACED', detail: 'NEXT' }])
    expect(doc.lines.filter((line) => line !== '')).toEqual(['1', '2'])
  })

  it('have names written otherwise, none of the language itself, and those that the list has for Word’s own', async () => {
    const body = para(field('MERGEFIELD First_Name') + text('|') + field('MERGEFIELD "E-Mail"') + text('|') + field('MERGEFIELD toString'))
    expect(await lines(body, { 'first name': 'Ann', email: 'a@b' })).toEqual(['Ann|a@b|'])
    const settings =
      '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="native"/><w:odso><w:fieldMapData><w:type w:val="dbColumn"/>' +
      '<w:name w:val="Vorname"/><w:mappedName w:val="First Name"/><w:column w:val="0"/></w:fieldMapData></w:odso></w:mailMerge>'
    const source = {
      body: para(field('MERGEFIELD "First Name" \\m') + text('|') + field('MERGEFIELD "Last Name" \\m')),
      parts: [{ name: 'settings.xml', type: 'settings', id: 's', xml: part('settings', settings) }],
    }
    const { doc } = await merged(source, [{ Vorname: 'Ann' }], { part: (name) => (name === 'Last Name' ? 'Maier' : undefined) })
    expect(doc.lines).toEqual(['Ann|Maier'])
  })
})

describe('Values of several paragraphs', () => {
  const value = { N: ['one', 'two'] }
  it.each([
    ['go on in paragraphs like theirs', '<w:spacing w:after="120"/>', ['a one', 'two b', 'End']],
    ['with an empty one between, where nothing parts them', '', ['a one', '', 'two b', 'End']],
    ['but not in a list', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', ['a one', 'two b', 'End']],
  ])('%s', async (_, properties, expected) => {
    const { doc } = await merged({ body: para(text('a ') + field('MERGEFIELD N') + text(' b'), properties) + para(text('End')) }, [value])
    expect(doc.lines).toEqual(expected)
  })

  it('have line breaks at the end of the letter', async () => {
    expect(await lines(para(field('MERGEFIELD N')), { N: 'one\n\ntwo' }, value)).toEqual(['one\n\ntwo', 'one\n\ntwo'])
  })
})

describe('Fields that stay live', () => {
  const link = para(
    begin + code(' HYPERLINK "') + field('MERGEFIELD Web') + code('" ') + char('separate') + field('MERGEFIELD Web') + char('end'),
  )
  it('a link goes to the merged address, where that is one', async () => {
    expect(await bodyXml(link, { Web: 'https://a.example/?x="1"' })).toMatch(/HYPERLINK.*https:\/\/a\.example\/\?x=\\&quot;1\\&quot;/s)
    expect(await bodyXml(link, { Web: 'file:///c:/x' })).toBe(para(text('file:///c:/x')))
  })

  it('a date stays until one is given', async () => {
    const body = para(field('DATE \\@ "d.M.yyyy"', '1.1.2020'))
    expect(await bodyXml(body, {})).toBe(body)
    expect(await bodyXml(body, {}, { date: { day: '2026-11-22' } })).toBe(para(text('22.11.2026')))
  })

  it.each([
    ['of each letter', {}, 'SECTIONPAGES'],
    ['of the document', { pagesOf: 'document' as const }, 'NUMPAGES'],
  ])('the number of pages is that %s', async (_, options, kind) => {
    const { doc } = await merged({ body: para(text('{{a}}') + field('NUMPAGES', '1')) }, [{}, {}], options)
    expect(doc.xml('word/document.xml').match(/\w*PAGES/g)).toEqual([kind, kind])
  })

  it('a letter begins on a fresh sheet when that is asked for', async () => {
    const { doc, troubles } = await merged({ body: para(text('{{a}}')) }, [{}, {}], { oddPages: true })
    expect(doc.xml('word/document.xml').match(/<w:type w:val="oddPage"\/>/g)).toHaveLength(2)
    expect(troubles).toEqual([])
  })
})

describe('In a text box of a branch', () => {
  const boxed = (words: string) =>
    para(begin + code(' IF 1 = 1 "') + textBox(7, written(words)) + code('" "" ') + char('end')) + written('after {MERGEFIELD N}')
  const people = (count: number): MergeRecord[] => Array.from({ length: count }, (_, at) => ({ N: `n${at}` }))
  const shown = async (body: string, records: MergeRecord[]) =>
    (await merged({ body }, records)).doc.lines.filter((line) => line.startsWith('after'))

  it('a NEXT takes its record, however many there are', async () => {
    const odd = Array.from({ length: 1000 }, (_, at) => `after n${at * 2 + 1}`)
    expect(await shown(boxed('{NEXT}{MERGEFIELD N}'), people(2000))).toEqual(odd)
  })

  it('a SKIPIF leaves the letter out', async () => {
    expect(await shown(boxed('{SKIPIF {MERGEFIELD N} = "n1"}{MERGEFIELD N}'), people(3))).toEqual(['after n0', 'after n2'])
  })
})

it('A template of five thousand fields opens in well under a second', () => {
  const body = Array.from({ length: 5000 }, (_, at) => para(field(`MERGEFIELD F${at % 50}`))).join('')
  const bytes = makeDocx({ body })
  const start = process.cpuUsage()
  expect(openTemplate(bytes).ok).toBe(true)
  // Generous, as machines are busy; what it guards against is a square of the number.
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(4000)
}, 30_000)
