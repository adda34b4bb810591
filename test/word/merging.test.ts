// What stands in a letter after merging.
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { mergeToBytes, openTemplate, type MergeRecord, type WordTemplate } from '../../src/word/index.ts'
import * as docx from './makeDocx.ts'
import { char, code, field, makeDocx, makeFiles, para, part, relation, simple, table, text } from './makeDocx.ts'
import { complaints, readBack } from './readBack.ts'

function opened(bytes: Uint8Array): WordTemplate {
  const result = openTemplate(bytes)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

const template = (body: string) => opened(makeDocx({ body }))
const bytesOf = (result: Awaited<ReturnType<typeof mergeToBytes>>): Uint8Array => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}
const single = async (opening: WordTemplate, values: MergeRecord) => bytesOf(await mergeToBytes(opening, [values]))
const one = async (body: string, values: MergeRecord = {}) => readBack(await single(template(body), values))
const all = async (source: docx.DocxSource, letters: MergeRecord[], options = {}) =>
  bytesOf(await mergeToBytes(opened(makeDocx(source)), letters, options))
const body = (doc: Awaited<ReturnType<typeof one>>) => /<w:body>(.*)<w:sectPr/s.exec(doc.xml('word/document.xml'))?.[1]

describe('A merge field', () => {
  it('leaves everything else byte for byte', async () => {
    const rest = '<w:p  w:rsidR = "1"><!-- kept --><w:r><w:t>a&#65;\'</w:t></w:r></w:p>'
    expect(body(await one(rest + para(field('MERGEFIELD a')), { a: 'x' }))).toBe(rest + para(text('x')))
  })

  it.each([
    ['the first run of its result', field('MERGEFIELD a', 'r', '<w:b/>'), '<w:rPr><w:b/></w:rPr>'],
    ['its code, without a result', char('begin', '<w:u/>') + code('MERGEFIELD a', '<w:i/>') + char('end'), '<w:rPr><w:i/></w:rPr>'],
    [
      'its code, by CHARFORMAT',
      char('begin') + code('MERGEFIELD a \\* CHARFORMAT', '<w:i/>') + char('separate') + text('r', '<w:b/>') + char('end'),
      '<w:rPr><w:i/></w:rPr>',
    ],
    ['the run in a simple field', simple('MERGEFIELD a').replace('<w:r>', '<w:r><w:rPr><w:b/></w:rPr>'), '<w:rPr><w:b/></w:rPr>'],
    ['the run of the first brace', text('{{', '<w:b/>') + text('a}}', '<w:i/>'), '<w:rPr><w:b/></w:rPr>'],
  ])('looks like %s', async (_, xml, look) => {
    expect(body(await one(para(xml), { a: 'x' }))).toContain(`<w:r>${look}<w:t xml:space="preserve">x</w:t></w:r>`)
  })

  it('turns right-to-left names, in the order that Word insists on', async () => {
    const xml = body(await one(para(field('MERGEFIELD a', 'r', '<w:sz w:val="20"/><w:lang w:val="en-GB"/>')), { a: 'שלום' }))
    expect(xml).toContain('<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/><w:rtl/><w:lang w:val="en-GB"/></w:rPr>')
  })

  it('with several values over lines, tabs and signs', async () => {
    expect((await one(para(field('MERGEFIELD a') + text('|') + simple('MERGEFIELD b')), { a: 'x\ny', b: '<&\t>' })).lines).toEqual([
      'x\ny|<&\t>',
    ])
  })

  it('is empty when it has no value, and takes none from the language itself', async () => {
    expect((await one(para(text('a') + field('MERGEFIELD constructor') + field('MERGEFIELD b')))).lines).toEqual(['a'])
  })

  it('is counted and named as it is written, wherever it stands', () => {
    const { fields } = template(para(field('MERGEFIELD "First Name"') + simple('MERGEFIELD First_Name') + text('{{ First Name }} «City»')))
    expect(fields).toEqual([
      { name: 'First Name', count: 2, part: 'word/document.xml' },
      { name: 'First_Name', count: 1, part: 'word/document.xml' },
      { name: 'City', count: 1, part: 'word/document.xml' },
    ])
  })

  it('over several paragraphs takes the place of all of them', async () => {
    const spanning =
      para(text('a ') + char('begin') + code('MERGEFIELD a') + char('separate') + text('one')) +
      para(text('two')) +
      para(text('three') + char('end'))
    expect((await one(spanning + para(text('End')), { a: 'x' })).lines).toEqual(['a x', 'End'])
  })

  it('over several paragraphs leaves what else they hold, in one paragraph as the ends between go with it', async () => {
    const spanning =
      para(char('begin') + code('MERGEFIELD a') + char('separate') + text('one')) + para(text('two') + char('end') + text(' rest'))
    expect((await one(spanning, { a: 'x' })).lines).toEqual(['x rest'])
    expect(template(spanning).findings).toEqual([])
  })

  it('in a deleted passage is not merged', () => {
    const deleted = `<w:del w:id="1" w:author="A">${field('MERGEFIELD a').replaceAll('w:instrText', 'w:delInstrText')}</w:del>`
    const { fields, findings } = template(para(deleted + field('MERGEFIELD b')))
    expect(fields.map(({ name }) => name)).toEqual(['b'])
    expect(findings).toMatchObject([{ code: 'REVISIONS' }])
  })

  it('in a control tied to stored data cuts the tie', async () => {
    const bound = `<w:sdt><w:sdtPr><w:showingPlcHdr/><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent>${field('MERGEFIELD a')}</w:sdtContent></w:sdt>`
    expect(body(await one(para(bound), { a: 'x' }))).toContain(`<w:sdtPr></w:sdtPr><w:sdtContent>${text('x')}`)
    expect(template(para(bound)).findings).toMatchObject([{ code: 'SDT_BOUND', detail: '/a' }])
  })
})

it('A template can be stored and posted, and does not mind what becomes of the file', async () => {
  const bytes = makeDocx({ body: para(field('MERGEFIELD a')), files: { 'word/media/logo.png': docx.dot } })
  const opening = structuredClone(opened(bytes))
  bytes.fill(0)
  const doc = readBack(await single(opening, { a: 'x' }))
  expect(doc.lines).toEqual(['x'])
  expect(doc.files['word/media/logo.png']).toEqual(docx.dot)
})

describe('A file that names things in its own way', () => {
  const prefixed = (xml: string) => xml.replaceAll('w:', 'x:').replace('xmlns:w=', 'xmlns:x=')
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const strict = (xml: string) => xml.replaceAll(main, 'http://purl.oclc.org/ooxml/wordprocessingml/main')
  const bare = (xml: string) => xml.replace(/<(\/?)w:/g, '<$1').replace('xmlns:w=', `xmlns="${main}" xmlns:w=`)
  const changed = (files: Record<string, Uint8Array>, name: string, change: (xml: string) => string) =>
    zipSync({ ...files, [name]: new TextEncoder().encode(change(new TextDecoder().decode(files[name]))) })
  const files = makeFiles({ body: para(text('Dear {{a}}') + field('MERGEFIELD b')) })

  it.each([
    ['another prefix', prefixed, '<x:document '],
    ['strict names', strict, 'xmlns:w="http://purl'],
    ['no prefix for elements', bare, '<document '],
  ])('%s', async (_, change, seen) => {
    const opening = opened(changed(files, 'word/document.xml', change))
    const doc = bytesOf(
      await mergeToBytes(opening, [
        { a: '1', b: '2' },
        { a: '3', b: '4' },
      ]),
    )
    expect(readBack(doc).xml('word/document.xml')).toContain(seen)
    expect(readBack(doc).lines).toEqual(['Dear 12', 'Dear 34'])
  })

  it('in its header only: that header stays as it is, and its fields are told', async () => {
    const source = {
      body: para(text('Dear {{a}}')),
      section: `<w:sectPr><w:headerReference w:type="default" r:id="h"/>${docx.page}</w:sectPr>`,
      parts: [{ name: 'header1.xml', type: 'header', id: 'h', xml: part('hdr', para(field('MERGEFIELD b'))) }],
    }
    const opening = opened(changed(makeFiles(source), 'word/header1.xml', prefixed))
    expect(opening.findings).toEqual([{ code: 'FIELD_IN_OTHER_PART', detail: 'b', part: 'word/header1.xml' }])
    expect(complaints(await single(opening, { a: '1' }))).toEqual([])
  })
})

describe('Other fields', () => {
  it.each([['PAGE'], ['DATE \\@ "d.M.yyyy"'], ['TOC \\o "1-3"'], ['SEQ Figure']])('%s stays as it is', async (instruction) => {
    expect(body(await one(para(field(instruction, '7'))))).toBe(para(field(instruction, '7')))
    expect(template(para(field(instruction))).findings).toEqual([])
  })

  it.each([['DATABASE \\d "x"'], ['IF "a"'], ['= SUM(ABOVE)'], ['INCLUDETEXT "c:\\\\x"']])(
    '%s keeps its last result and is reported',
    async (instruction) => {
      expect(body(await one(para(field(instruction, '7'))))).toBe(para(field(instruction, '7')))
      expect(template(para(field(instruction))).findings).toEqual([
        { code: 'FIELD_UNSUPPORTED', detail: instruction, part: 'word/document.xml', where: '«…»' },
      ])
    },
  )

  it('that cannot be carried out keep their instruction whole; merge fields in their result are merged', async () => {
    const nested =
      char('begin') +
      code('AUTOTEXT x ') +
      field('MERGEFIELD a') +
      code(' "{{b}}"') +
      char('separate') +
      field('MERGEFIELD b') +
      char('end')
    const opening = template(para(nested + field('MERGEFIELD c')))
    expect(opening.fields.map(({ name }) => name)).toEqual(['b', 'c'])
    expect((await one(para(nested + field('MERGEFIELD c')), { a: '1', b: '2', c: '3' })).lines).toEqual(['«…»23'])
    expect(complaints(await single(opening, {}))).toEqual([])
  })

  it.each([
    ['begun and never ended', char('begin') + code('MERGEFIELD a') + text('x')],
    ['ended and never begun', text('x') + char('end')],
  ])('%s: reported, left, and the others are still found', (_, broken) => {
    const { findings, fields } = template(para(field('MERGEFIELD b') + broken))
    expect(findings).toMatchObject([{ code: 'FIELD_UNBALANCED' }])
    expect(fields.map(({ name }) => name)).toEqual(['b'])
  })
})

describe('Lines of empty fields', () => {
  const empty = para(field('MERGEFIELD a') + text(' ') + field('MERGEFIELD b'))
  it.each([
    ['go when all are empty', empty + para(text('End')), {}, ['End']],
    ['stay when one has a value', empty + para(text('End')), { b: 'x' }, [' x', 'End']],
    ['stay when other text stands there', para(text('Tel. ') + field('MERGEFIELD a')) + para(text('End')), {}, ['Tel. ', 'End']],
    ['stay at the end of the letter', para(text('A')) + empty, {}, ['A', ' ']],
    ['stay alone in a cell', table([para(field('MERGEFIELD a')), para(text('x'))]) + para(''), {}, ['', 'x', '']],
    [
      'go in a cell when another follows',
      table([para(field('MERGEFIELD a')) + para(text('y')), para(text('x'))]) + para(''),
      {},
      ['y', 'x', ''],
    ],
    [
      'stay between two tables',
      table([para(''), para('')]) + empty + table([para(''), para('')]) + para(''),
      {},
      ['', '', ' ', '', '', ''],
    ],
    ['stay as the end of a section', para(field('MERGEFIELD a'), `<w:sectPr>${docx.page}</w:sectPr>`) + para(text('End')), {}, ['', 'End']],
    ['go for typed placeholders', para(text('{{a}}')) + para(text('End')), {}, ['End']],
    ['go when there are only blanks in the value', empty + para(text('End')), { a: '  ' }, ['End']],
  ])('%s', async (_, xml, values, lines) => {
    expect((await one(xml, values)).lines).toEqual(lines)
  })

  it('keep the marks that begin or end in them', async () => {
    const marked = para('<w:bookmarkStart w:id="0" w:name="m"/>' + field('MERGEFIELD a')) + para(text('x') + '<w:bookmarkEnd w:id="0"/>')
    expect(body(await one(marked))).toBe('<w:bookmarkStart w:id="0" w:name="m"/>' + para(text('x') + '<w:bookmarkEnd w:id="0"/>'))
  })

  it('stay when the template says so', async () => {
    const settings = {
      name: 'settings.xml',
      type: 'settings',
      id: 's',
      xml: part(
        'settings',
        '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="native"/><w:doNotSuppressBlankLines/></w:mailMerge>',
      ),
    }
    const result = await single(opened(makeDocx({ body: empty + para(text('End')), parts: [settings] })), {})
    expect(readBack(result).lines).toEqual([' ', 'End'])
  })
})

describe('What must not go into a letter', () => {
  const settings = (inner: string, rels: string) => ({
    name: 'settings.xml',
    type: 'settings',
    id: 's',
    xml: part('settings', inner),
    rels,
  })
  const merge =
    '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="native"/><w:odso><w:src r:id="rId1"/><w:recipientData r:id="rId2"/></w:odso></w:mailMerge>'
  const source = relation('rId1', 'mailMergeSource', 'file:///C:/Users/anna/data.xlsx', ' TargetMode="External"')

  it("Word's data source, its recipients and a far template", async () => {
    const rels =
      source +
      relation('rId2', 'recipientData', 'recipientData.xml') +
      relation('rId3', 'attachedTemplate', 'file://server/x.dotx', ' TargetMode="External"')
    const made = {
      body: para(field('MERGEFIELD a')),
      parts: [settings(`<w:zoom w:percent="100"/><w:attachedTemplate r:id="rId3"/>${merge}<w:defaultTabStop w:val="708"/>`, rels)],
    }
    const bytes = makeDocx({ ...made, files: { 'word/recipientData.xml': part('recipients', '') } })
    const result = bytesOf(await mergeToBytes(opened(bytes), [{}, {}]))
    const doc = readBack(result)
    expect(doc.xml('word/settings.xml')).toContain('<w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>')
    expect(doc.files['word/recipientData.xml']).toBeUndefined()
    expect(new TextDecoder('latin1').decode(doc.files['word/_rels/settings.xml.rels'])).not.toMatch(/anna|server/)
    expect(complaints(result)).toEqual([])
    expect(opened(bytes).findings.map(({ code, detail }) => `${code} ${detail}`)).toEqual([
      'MAIL_MERGE_SOURCE mailMergeSource',
      'MAIL_MERGE_SOURCE recipientData',
      'EXTERNAL_REL attachedTemplate',
      'MAIL_MERGE_SOURCE settings',
    ])
  })

  it.each([
    ['macros', 'application/vnd.ms-word.document.macroEnabled.main+xml', 'DOCM_MACROS'],
    ["a template's type", 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml', 'DOTX'],
  ])('%s', async (_, mainType, code) => {
    const macros =
      code === 'DOCM_MACROS' ? { rels: relation('v', 'x/vbaProject', 'vbaProject.bin'), files: { 'word/vbaProject.bin': 'macro' } } : {}
    const opening = opened(makeDocx({ body: para(text('{{a}}')), mainType, ...macros }))
    expect(opening.findings.map((finding) => finding.code)).toEqual([code])
    const doc = readBack(await single(opening, {}))
    expect(doc.files['word/vbaProject.bin']).toBeUndefined()
    expect(doc.xml('[Content_Types].xml')).toContain('document.main+xml')
    expect(doc.xml('[Content_Types].xml')).not.toMatch(/macroEnabled|template\.main/)
    expect(complaints(await single(opening, {}))).toEqual([])
  })

  it('says what points outside, and whether the document is protected', () => {
    const files = makeFiles({
      body: para(text('a')),
      parts: [settings('<w:documentProtection w:edit="forms" w:enforcement="1"/>', '')],
      rels:
        relation('x', 'image', 'http://example.com/a.png', ' TargetMode="External"') +
        relation('l', 'hyperlink', 'http://example.com', ' TargetMode="External"'),
    })
    expect(opened(zipSync(files)).findings).toEqual([
      { code: 'PROTECTED', detail: 'forms', part: 'word/settings.xml' },
      { code: 'EXTERNAL_REL', detail: 'image', part: 'word/document.xml' },
    ])
  })
})

describe('All letters in one document', () => {
  const sections = (doc: Uint8Array) =>
    [
      ...readBack(doc)
        .xml('word/document.xml')
        .matchAll(/<w:sectPr.*?<\/w:sectPr>/gs),
    ].map((match) => match[0])

  it('are a section each, on a new page, with pages from one', async () => {
    const section = `<w:sectPr><w:type w:val="continuous"/>${docx.page}<w:cols w:space="708"/><w:titlePg/></w:sectPr>`
    const found = sections(await all({ body: para(field('MERGEFIELD a')), section }, [{ a: '1' }, { a: '2' }, { a: '3' }]))
    const later = section.replace('continuous', 'nextPage').replace('<w:cols', '<w:pgNumType w:start="1"/><w:cols')
    expect(found).toEqual([section, later, later])
  })

  it('keep counting pages when asked to', async () => {
    const section = `<w:sectPr>${docx.page}<w:pgNumType w:fmt="decimal" w:start="1"/></w:sectPr>`
    const found = sections(await all({ body: para(''), section }, [{}, {}], { restartPages: false }))
    expect(found).toEqual([section, section.replace(' w:start="1"', '')])
  })

  it.each([
    [
      'a paragraph with properties',
      para(text('x'), '<w:jc w:val="left"/><w:rPr><w:b/></w:rPr><w:pPrChange w:id="1" w:author="A"><w:pPr/></w:pPrChange>'),
    ],
    ['an empty paragraph', '<w:p/>'],
    ['a paragraph without properties', para(text('x'))],
    ['a paragraph with empty properties', '<w:p><w:pPr/></w:p>'],
    ['a table', table([para(''), para('')])],
    ['a content control', `<w:sdt><w:sdtPr/><w:sdtContent>${para(text('x'))}</w:sdtContent></w:sdt>`],
    ['the end of a section', para('', `<w:sectPr>${docx.page}</w:sectPr>`)],
  ])('end well when the template ends with %s', async (_, ending) => {
    const doc = await all({ body: para(text('{{a}}')) + ending }, [{ a: '1' }, { a: '2' }])
    expect(sections(doc).length).toBe(ending.includes('sectPr') ? 4 : 2)
    expect(complaints(doc)).toEqual([])
  })

  it('need no section in the template', async () => {
    const doc = await all({ body: para(text('{{a}}')), section: null }, [{ a: '1' }, { a: '2' }])
    expect(readBack(doc).lines).toEqual(['1', '2'])
    expect(readBack(doc).xml('word/document.xml')).toMatch(/<w:sectPr\/><\/w:body>/)
  })

  it('do not inherit the header of the letter before', async () => {
    const sample = await import('./samples/twoSections/sample.ts')
    const doc = readBack(bytesOf(await mergeToBytes(opened(sample.default.template({})), [{}, {}])))
    const found = doc.xml('word/document.xml').match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? []
    expect(found.map((section) => /headerReference [^>]*r:id="([^"]*)"/.exec(section)?.[1])).toEqual([
      undefined,
      'rId9',
      'fieldbookBlankHeader',
      'rId9',
    ])
    expect(found[2]).toContain('<w:pgNumType w:start="5"/>')
  })

  it('share one header part when the values in it are the same', async () => {
    const sample = await import('./samples/logoHeader/sample.ts')
    const values = (Contact_No: string) => ({ Contact_No, Sender: 'Huber' })
    const doc = readBack(
      bytesOf(await mergeToBytes(opened(sample.default.template({})), [values('1'), values('2'), values('1'), values('2')])),
    )
    const headers = Object.keys(doc.files).filter((name) => /word\/(header|footer)/.test(name))
    expect(headers.sort()).toEqual(['word/footer1.xml', 'word/header1.xml', 'word/header1_2.xml', 'word/header2.xml'])
    expect(doc.xml('word/header1_2.xml')).toContain('>2<')
    expect(doc.files['word/_rels/header1_2.xml.rels']).toBeDefined()
  })

  it('begin their lists again', async () => {
    const sample = await import('./samples/numberedList/sample.ts')
    const letters = [{ Name: 'a' }, { Name: 'b' }, { Name: 'c' }]
    const doc = readBack(bytesOf(await mergeToBytes(opened(sample.default.template({})), letters)))
    const used = [...doc.xml('word/document.xml').matchAll(/<w:numId w:val="(\d+)"/g)].map((match) => Number(match[1]))
    expect(used).toEqual([4, 4, 4, 8, 8, 8, 9, 9, 10, 10, 10, 11, 11])
    expect(doc.xml('word/numbering.xml')).toContain(
      '<w:num w:numId="10"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride><w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
    )
  })

  it('have their endnotes at their own end', async () => {
    const note = (id: number, inner: string) => `<w:endnote w:id="${id}">${para(inner)}</w:endnote>`
    const source = {
      body: para(text('A claim') + '<w:r><w:endnoteReference w:id="1"/></w:r>'),
      parts: [
        { name: 'endnotes.xml', type: 'endnotes', id: 'e', xml: part('endnotes', note(1, field('MERGEFIELD a'))) },
        { name: 'settings.xml', type: 'settings', id: 's', xml: part('settings', '<w:endnotePr><w:endnote w:id="0"/></w:endnotePr>') },
      ],
    }
    const doc = await all(source, [{ a: '1' }, { a: '2' }])
    expect(readBack(doc).xml('word/settings.xml')).toContain('<w:endnotePr><w:pos w:val="sectEnd"/><w:endnote w:id="0"/></w:endnotePr>')
    expect(readBack(doc).xml('word/endnotes.xml')).toMatch(/w:id="1">.*>1<.*w:id="2">.*>2</)
    expect(complaints(doc)).toEqual([])
    const alone = readBack(await single(opened(makeDocx(source)), {}))
    expect(alone.xml('word/settings.xml')).not.toContain('sectEnd')
  })

  it('have references of their own', async () => {
    const sample = await import('./samples/crossReferences/sample.ts')
    const xml = readBack(bytesOf(await mergeToBytes(opened(sample.default.template({})), [{}, {}]))).xml('word/document.xml')
    expect(xml).toMatch(/REF offer \\h.*REF offer_2 \\h/s)
    expect(xml).toMatch(/PAGEREF offer .*PAGEREF offer_2 /s)
    expect(xml).toMatch(/w:anchor="offer".*w:anchor="offer_2"/s)
    expect(xml.match(/_GoBack/g)).toHaveLength(1)
    const names = [...xml.matchAll(/w:name="([^"]*)"/g)].map((match) => match[1] ?? '')
    expect(new Set(names).size).toBe(names.length)
    expect(names.every((name) => name.length <= 40 || name.startsWith('_Toc12345678901234567890123456789012345'))).toBe(true)
  })
})
