// What is around the letter's text: the main part wherever it lies, parts that are named in odd ways, and what must not go into letters.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { mergeToBytes, openTemplate, type WordTemplate } from '../../src/word/index.ts'
import { standardNames } from '../../src/word/standardNames.ts'
import { dot, field, makeFiles, page, para, part, picture, relation, text, type DocxSource } from './makeDocx.ts'
import { complaints } from './readBack.ts'

const far = ' TargetMode="External"'
const settings = (inner: string, rels = '') => ({ name: 'settings.xml', type: 'settings', id: 'rIdS', xml: part('settings', inner), rels })
type Files = Record<string, Uint8Array>

function opened(files: Files): WordTemplate {
  const result = openTemplate(zipSync(files))
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

/** Two letters in one document, without anything that Word would stumble over. */
async function merged(files: Files): Promise<Files> {
  const result = await letters(files)
  expect(complaints(result)).toEqual([])
  return unzipSync(result)
}

async function letters(files: Files): Promise<Uint8Array> {
  const result = await mergeToBytes(opened(files), [{ Name: 'Ann' }, { Name: 'Bo' }])
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

const told = (files: Files) => opened(files).findings.map(({ code, detail }) => `${code} ${detail}`.trim())
const make = (source: Partial<DocxSource> = {}): Files => makeFiles({ body: para(text('Dear ') + field('MERGEFIELD Name')), ...source })
const edit = (files: Files, name: string, change: (xml: string) => string): Files => ({
  ...files,
  [name]: strToU8(change(strFromU8(files[name] as Uint8Array))),
})
const everything = (files: Files) =>
  Object.entries(files)
    .map(([name, bytes]) => `${name} ${strFromU8(bytes, true)}`)
    .join('\n')

/** Moves the main part, with its relations. */
function moved(to: string, target: string, folder = 'word/'): Files {
  const files = make({
    rels: relation('rIdP', 'image', `/${folder}media/a.png`),
    body: para(text('Dear ') + field('MERGEFIELD Name') + picture('rIdP', 1)),
  })
  const { 'word/document.xml': main, 'word/_rels/document.xml.rels': rels, ...rest } = files as Record<string, Uint8Array>
  const at = to.lastIndexOf('/') + 1
  const all = { ...rest, [to]: main, [`${to.slice(0, at)}_rels/${to.slice(at)}.rels`]: rels, [`${folder}media/a.png`]: dot } as Files
  const typed = edit(all, '[Content_Types].xml', (xml) => xml.replace('/word/document.xml', `/${to}`))
  return edit(typed, '_rels/.rels', (xml) => xml.replace('Target="word/document.xml"', `Target="${target}"`))
}

describe('The main part', () => {
  it.each([
    ['as Word Online names it', moved('word/document2.xml', 'word/document2.xml')],
    ['with a target from the root', moved('word/document.xml', '/word/document.xml')],
    ['in another folder', moved('letter/main part.xml', 'letter/main%20part.xml')],
    ['at the root', moved('letter.xml', 'letter.xml')],
    ['with a detour', moved('word/document.xml', './word/../word/./document.xml')],
    ['in another case', moved('word/document.xml', 'Word/Document.XML')],
    ['with percent signs in its own name', moved('word/gr%C3%BC%C3%9Fe.xml', 'word/gr%C3%BC%C3%9Fe.xml')],
    ['with letters that others write with percent signs', moved('word/gr\u00fc\u00dfe.xml', 'word/gr%C3%BC%C3%9Fe.xml')],
  ])('%s', async (_, files) => {
    const result = await letters(files)
    expect(openTemplate(result)).toMatchObject({ ok: true, value: { fields: [], findings: [] } })
    const main = Object.values(unzipSync(result)).filter((bytes) => strFromU8(bytes).includes('<w:body>'))
    expect(main.map((bytes) => strFromU8(bytes))).toEqual([expect.stringMatching(/Ann.*Bo/)])
  })

  it('is refused with its own name when it is missing', () => {
    const files = make()
    delete files['word/document.xml']
    expect(openTemplate(zipSync(files))).toMatchObject({ failure: { code: 'PART_MISSING', part: 'word/document.xml' } })
  })

  it('may have no relations at all', async () => {
    const files = make()
    delete files['word/_rels/document.xml.rels']
    await merged(files)
  })
})

const column = (name: string, mapped: string, type = '<w:type w:val="dbColumn"/>') =>
  `<w:fieldMapData>${type}<w:name w:val="${name}"/><w:mappedName w:val="${mapped}"/><w:column w:val="1"/></w:fieldMapData>`
const source = 'file:///C:\\Users\\anna\\Secret.accdb'
const mailMerge = (maps = '') =>
  '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:linkToQuery/><w:dataType w:val="native"/>' +
  `<w:connectString w:val="Provider=x;Data Source=C:\\Users\\anna\\Secret.accdb"/><w:query w:val="SELECT * FROM people"/><w:dataSource r:id="rS"/>` +
  `<w:odso><w:udl w:val="Secret.accdb"/><w:src r:id="rS"/>${maps}<w:recipientData r:id="rR"/></w:odso></w:mailMerge>`
const recipients = '<w:recipients xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
const sources =
  relation('rS', 'mailMergeSource', source, far) +
  relation('rH', 'mailMergeHeaderSource', source, far) +
  relation('rR', 'recipientData', 'recipientData.xml')
const tied = (inner: string, rels = sources) => {
  const files = make({ parts: [settings(inner, rels)], files: { 'word/recipientData.xml': recipients } })
  const type =
    '<Override PartName="/word/recipientData.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.mailMergeRecipientData+xml"/></Types>'
  return edit(files, '[Content_Types].xml', (xml) => xml.replace('</Types>', type))
}

describe("Word's own data source", () => {
  it.each([
    ['in the settings', tied(mailMerge())],
    [
      'in a choice of the settings',
      tied(
        `<mc:AlternateContent><mc:Choice Requires="w14">${mailMerge()}</mc:Choice><mc:Fallback>${mailMerge()}</mc:Fallback></mc:AlternateContent>`,
      ),
    ],
    ['in relations only', tied('<w:zoom w:percent="100"/>')],
    [
      'in the settings of the building blocks',
      {
        ...make({
          rels: relation('rG', 'glossaryDocument', 'glossary/document.xml'),
          files: {
            'word/glossary/document.xml': part('glossaryDocument', '<w:docParts/>'),
            'word/glossary/settings.xml': part('settings', mailMerge()),
            'word/glossary/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'settings', 'settings.xml')}</Relationships>`,
            'word/glossary/_rels/settings.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rS', 'mailMergeSource', source, far)}${relation('rR', 'recipientData', '../recipientData.xml')}</Relationships>`,
            'word/recipientData.xml': recipients,
          },
        }),
      },
    ],
  ])('%s leaves nothing of itself or of its path', async (_, files) => {
    const result = await merged(files)
    expect(everything(result)).not.toMatch(/Secret|anna|mailMerge|recipientData|SELECT/)
    expect(told(files)).toContain('MAIL_MERGE_SOURCE mailMergeSource')
  })

  it("tells which of its columns stood for Word's own names", () => {
    const maps =
      column('Vorname', 'First Name') + column('', 'City') + column('Nichts', 'State', '<w:type w:val="null"/>') + column('Ort', 'Town')
    expect(opened(tied(mailMerge(maps))).plan.mapped).toEqual({ 'First Name': 'Vorname' })
  })

  it('tells it by their order where Word wrote the names in another language', () => {
    const maps = standardNames.map((name, at) => column(at === 2 || at === 11 ? `Spalte ${at}` : '', `Name ${name.length}`)).join('')
    expect(opened(tied(mailMerge(maps))).plan.mapped).toEqual({ 'First Name': 'Spalte 2', City: 'Spalte 11' })
  })
})

describe('Macros', () => {
  const macroType = 'application/vnd.ms-word.document.macroEnabled.main+xml'
  const files = make({
    mainType: macroType,
    rels:
      relation('v', 'vbaProject', 'vbaProject.bin') +
      relation('k', 'keyMapCustomizations', 'customizations.xml') +
      relation('a', 'control', 'activeX/activeX1.xml'),
    files: {
      'word/vbaProject.bin': 'macro',
      'word/vbaData.xml': '<x/>',
      'word/customizations.xml': '<x/>',
      'word/activeX/activeX1.xml': '<x/>',
      'word/_rels/vbaProject.bin.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('d', 'wordVbaData', 'vbaData.xml')}</Relationships>`,
    },
  })

  it('go with their data and the keys that start them; controls stay', async () => {
    const result = await merged(files)
    expect(Object.keys(result).filter((name) => /vba|customizations/.test(name))).toEqual([])
    expect(Object.keys(result)).toContain('word/activeX/activeX1.xml')
    expect(strFromU8(result['[Content_Types].xml'] as Uint8Array)).not.toMatch(/vba|macroEnabled/)
    expect(told(files)).toEqual(['DOCM_MACROS word/vbaProject.bin'])
  })

  it('go where no relation leads to them', async () => {
    const hidden = edit(files, 'word/_rels/document.xml.rels', (xml) => xml.replace(/<Relationship Id="v"[^>]*>/, ''))
    expect(Object.keys(await merged(hidden)).filter((name) => name.endsWith('.bin'))).toEqual([])
  })

  it('are not what other binary parts are', async () => {
    const plain = make({ rels: relation('o', 'oleObject', 'embeddings/a.bin'), files: { 'word/embeddings/a.bin': 'x' } })
    expect(Object.keys(await merged(plain))).toContain('word/embeddings/a.bin')
    expect(told(plain)).toEqual([])
  })

  it.each([
    ['.dotx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml'],
    ['.dotm', 'application/vnd.ms-word.template.macroEnabledTemplate.main+xml'],
  ])("a template's type becomes a document's: %s", async (_, mainType) => {
    const result = await merged(make({ mainType }))
    expect(strFromU8(result['[Content_Types].xml'] as Uint8Array)).toContain(
      'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"',
    )
    expect(told(make({ mainType })).map((finding) => finding.split(' ')[0])).toEqual(['DOTX'])
  })
})

describe('Told of', () => {
  const cases: [string, Partial<DocxSource>, string[]][] = [
    ['a linked picture', { rels: relation('x', 'image', 'http://example.com/a.png', far) }, ['EXTERNAL_REL image']],
    ['a linked object', { rels: relation('x', 'oleObject', 'file:///C:/a.xlsx', far) }, ['EXTERNAL_REL oleObject']],
    ['a part of a master document', { rels: relation('x', 'subDocument', 'part.docx', far) }, ['EXTERNAL_REL subDocument']],
    ['a link to a page: nothing', { rels: relation('x', 'hyperlink', 'https://example.com', far) }, []],
    ['a link to a place in the letter: nothing', { rels: relation('x', 'hyperlink', '#there') }, []],
    ["a link to the author's computer", { rels: relation('x', 'hyperlink', 'file:///C:/a.docx', far) }, ['EXTERNAL_REL hyperlinkFile']],
    ['a link to a server in the house', { rels: relation('x', 'hyperlink', '\\\\server\\a.docx', far) }, ['EXTERNAL_REL hyperlinkFile']],
    [
      'another document tied in',
      { rels: relation('x', 'aFChunk', 'a.html'), files: { 'word/a.html': '<p/>' } },
      ['ALT_CHUNK word/a.html', 'no type'],
    ],
    [
      'a template elsewhere',
      { parts: [settings('<w:attachedTemplate r:id="t"/>', relation('t', 'attachedTemplate', 'file:///C:/x.dotm', far))] },
      ['EXTERNAL_REL attachedTemplate'],
    ],
    ['protection', { parts: [settings('<w:documentProtection w:edit="readOnly" w:enforcement="on"/>')] }, ['PROTECTED readOnly']],
    ['protection that is off: nothing', { parts: [settings('<w:documentProtection w:edit="readOnly" w:enforcement="0"/>')] }, []],
    ['protection against writing', { parts: [settings('<w:writeProtection w:recommended="1"/>')] }, ['PROTECTED write']],
    ['a picture that is missing', { rels: relation('x', 'image', 'media/none.png') }, ['REL_DANGLING image']],
  ]
  it.each(cases)('%s', (_, source, findings) => {
    expect(told(make(source))).toEqual(findings.filter((finding) => finding !== 'no type'))
  })

  it('tracked changes, and the strict form', () => {
    const revised = make({ body: para(`<w:ins w:id="1" w:author="a">${text('x')}</w:ins>`) })
    expect(told(revised)).toEqual(['REVISIONS'])
    const strict = edit(make(), 'word/document.xml', (xml) =>
      xml.replaceAll('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'),
    )
    expect(told(strict)).toEqual(['STRICT'])
  })

  it('a signature, which goes', async () => {
    const signed = make({
      files: {
        '_xmlsignatures/origin.sigs': '',
        '_xmlsignatures/sig1.xml': '<x/>',
        '_xmlsignatures/_rels/origin.sigs.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('s', 'x/digital-signature/signature', 'sig1.xml')}</Relationships>`,
      },
    })
    const files = edit(signed, '_rels/.rels', (xml) =>
      xml.replace('</Relationships>', `${relation('s', 'x/digital-signature/origin', '_xmlsignatures/origin.sigs')}</Relationships>`),
    )
    expect(told(files)).toEqual(['SIGNED _xmlsignatures/origin.sigs'])
    expect(Object.keys(await merged(files)).filter((name) => name.includes('signature'))).toEqual([])
  })
})

describe('Mended', () => {
  it('a relation to nothing goes when nothing uses it, and stays when something does', async () => {
    const unused = await merged(make({ rels: relation('x', 'image', 'media/none.png') }))
    expect(strFromU8(unused['word/_rels/document.xml.rels'] as Uint8Array)).not.toContain('none.png')
    const used = make({ rels: relation('x', 'image', 'media/none.png'), body: para(field('MERGEFIELD Name') + picture('x', 1)) })
    const result = await mergeToBytes(opened(used), [{}])
    expect(strFromU8(unzipSync(result.ok ? result.value : new Uint8Array())['word/_rels/document.xml.rels'] as Uint8Array)).toContain(
      'none.png',
    )
  })

  it('types of parts that are not there, or said twice, go', async () => {
    const again =
      '<Override PartName="/WORD/document.xml" ContentType="application/xml"/><Override PartName="/word/gone.xml" ContentType="application/xml"/></Types>'
    const result = await merged(edit(make(), '[Content_Types].xml', (xml) => xml.replace('</Types>', again)))
    expect(strFromU8(result['[Content_Types].xml'] as Uint8Array)).not.toMatch(/WORD|gone/)
  })

  it('what is not named here stays: building blocks, thumbnails, panes, stored data', async () => {
    const root = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    const files = edit(
      make({
        rels: relation('g', 'glossaryDocument', 'glossary/document.xml') + relation('c', 'customXml', '../customXml/item1.xml'),
        files: {
          'word/glossary/document.xml': part('glossaryDocument', ''),
          'customXml/item1.xml': '<x/>',
          'docProps/thumbnail.png': dot,
          'word/webextensions/taskpanes.xml': '<x/>',
          'word/orphan.xml': '<x/>',
        },
      }),
      '_rels/.rels',
      (xml) =>
        xml.replace(
          root,
          `${root}${relation('t', 'metadata/thumbnail', 'docProps/thumbnail.png')}${relation('p', 'webextensiontaskpanes', 'word/webextensions/taskpanes.xml')}`,
        ),
    )
    const result = await merged(files)
    for (const name of [
      'word/glossary/document.xml',
      'customXml/item1.xml',
      'docProps/thumbnail.png',
      'word/webextensions/taskpanes.xml',
      'word/orphan.xml',
    ])
      expect(result[name], name).toEqual(files[name])
    expect(told(files)).toEqual([])
  })
})

describe('Opened in a moment', () => {
  const times = (count: number, made: (at: number) => string) => Array.from({ length: count }, (_, at) => made(at)).join('')
  const quick = (files: Files): Files => {
    const start = performance.now()
    const { plan } = opened(files)
    expect(performance.now() - start).toBeLessThan(8_000)
    return { types: strToU8(plan.types), rels: strToU8(plan.mainRels.xml) }
  }

  it('20 000 types of parts that are not there', () => {
    const types = times(20_000, (at) => `<Override PartName="/word/gone${at}.xml" ContentType="application/xml"/>`)
    const { types: left } = quick(edit(make(), '[Content_Types].xml', (xml) => xml.replace('</Types>', `${types}</Types>`)))
    expect(strFromU8(left as Uint8Array)).not.toContain('gone')
  })

  it('5 000 relations to nothing in a letter of 2 000 paragraphs', () => {
    const rels = times(5_000, (at) => relation(`x${at}`, 'image', `media/none${at}.png`))
    const body = para(field('MERGEFIELD Name')) + times(2_000, () => para(text('words'))) + para(picture('x7', 1))
    const { rels: left } = quick(make({ rels, body }))
    expect(strFromU8(left as Uint8Array).match(/none\d+/g)).toEqual(['none7'])
  })

  it('8 000 styles, each based on the next', () => {
    const style = (at: number) =>
      `<w:style w:type="paragraph" w:styleId="s${at}"><w:basedOn w:val="s${at + 1}"/>${at === 7_999 ? '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>' : ''}</w:style>`
    const numbering = part(
      'numbering',
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    const files = make({
      parts: [
        { name: 'styles.xml', type: 'styles', id: 'rIdY', xml: part('styles', times(8_000, style)) },
        { name: 'numbering.xml', type: 'numbering', id: 'rIdN', xml: numbering },
      ],
      body: para(field('MERGEFIELD Name'), '<w:pStyle w:val="s0"/>'),
    })
    quick(files)
    expect(opened(files).plan.lists?.lists).toHaveLength(1)
  })

  it("a template whose name has a sign of XML's own", async () => {
    const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml'
    // The first section has no header, so the second letter gets an empty one beside the main part.
    const source = {
      mainType,
      body: para(text('Dear ') + field('MERGEFIELD Name')) + para('', `<w:sectPr>${page}</w:sectPr>`) + para(text('More')),
      section: `<w:sectPr><w:headerReference w:type="default" r:id="h"/>${page}</w:sectPr>`,
      rels: relation('h', 'header', '/word/header1.xml'),
      files: { 'word/header1.xml': part('hdr', para(text('Head'))) },
    }
    const { 'word/document.xml': main, 'word/_rels/document.xml.rels': rels, ...rest } = make(source)
    const odd = { ...rest, 'a&b/c&d.xml': main, 'a&b/_rels/c&d.xml.rels': rels } as Files
    const typed = edit(odd, '[Content_Types].xml', (xml) => xml.replace('word/document.xml', 'a&amp;b/c&amp;d.xml'))
    const files = edit(typed, '_rels/.rels', (xml) => xml.replace('word/document.xml', 'a&amp;b/c&amp;d.xml'))
    const result = await letters(files)
    expect(Object.keys(unzipSync(result))).toContain('a&b/fieldbookBlankHeader.xml')
    expect(openTemplate(result)).toMatchObject({ ok: true, value: { findings: [] } })
  })
})
