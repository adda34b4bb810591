// Templates nobody thought of: a seed mixes sections, headers, lists, tables, boxes, notes, controls, changes and fields of all kinds,
// written down by different hands. The same seed gives the same template.
import { dot, makeDocx, page, para, part, picture, relation, table, text, type Part } from './makeDocx.ts'
import { textBox } from './textBox.ts'
import { hands, lines, runs, type Hand } from './writeFields.ts'

const names = ['Name', 'First_Name', 'City', '"Post Code"', 'Company', 'E-Mail', 'Nr']
const landscape =
  '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1134" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>'
const level = (at: number) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%${at + 1}."/><w:lvlJc w:val="left"/></w:lvl>`
const numbering =
  `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>${level(0)}${level(1)}</w:abstractNum>` +
  '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="1"/></w:num>'
const separators = (kind: string) =>
  `<w:${kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:${kind}><w:${kind} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:${kind}>`
const by = 'w:author="A" w:date="2026-01-01T00:00:00Z"'

/** A small generator of numbers (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const wildTemplate = (seed: number): Uint8Array => new WildTemplate(seed).bytes()

class WildTemplate {
  readonly #next: () => number
  readonly #hand: Hand
  readonly #notes: Record<'footnote' | 'endnote', string[]> = { footnote: [], endnote: [] }
  readonly #comments: string[] = []
  readonly #headers: Part[] = []
  #ids = 100
  #marks: string[] = []

  constructor(seed: number) {
    this.#next = numbers(seed)
    this.#hand = this.#one(Object.values(hands))
  }

  bytes(): Uint8Array {
    const body: string[] = [para(text('Wild ') + this.#field())]
    const sections = this.#one([1, 1, 1, 2, 3])
    for (let section = 1; section <= sections; section++) {
      for (let at = this.#upTo(6); at >= 0; at--) body.push(this.#block())
      if (section < sections) body.push(para('', this.#section()))
    }
    body.push(this.#one([() => '', () => '<w:p/>', () => this.#table(0), () => this.#control(this.#line())])())
    const section = this.#chance(0.9) ? this.#section() : null
    return makeDocx({
      body: body.join(''),
      section,
      parts: this.#parts(),
      rels:
        relation('rIdPicture', 'image', 'media/dot.png') +
        relation('rIdLink', 'hyperlink', 'https://example.com', ' TargetMode="External"'),
      files: { 'word/media/dot.png': dot },
    })
  }

  #upTo = (count: number) => Math.floor(this.#next() * count)
  #one = <T>(things: readonly T[]): T => things[this.#upTo(things.length)] as T
  #chance = (share: number) => this.#next() < share
  #id = () => String(this.#ids++)

  #parts(): Part[] {
    const parts = [...this.#headers, { name: 'numbering.xml', type: 'numbering', id: 'rIdNumbering', xml: part('numbering', numbering) }]
    for (const kind of ['footnote', 'endnote'] as const) {
      const notes = this.#notes[kind].map((inner, at) => `<w:${kind} w:id="${at + 1}">${inner}</w:${kind}>`)
      if (notes.length > 0)
        parts.push({ name: `${kind}s.xml`, type: `${kind}s`, id: `rId${kind}`, xml: part(`${kind}s`, separators(kind) + notes.join('')) })
    }
    if (this.#comments.length > 0)
      parts.push({ name: 'comments.xml', type: 'comments', id: 'rIdComments', xml: part('comments', this.#comments.join('')) })
    const settings = this.#chance(0.3) ? '<w:evenAndOddHeaders/>' : ''
    const mailMerge = this.#chance(0.3)
      ? '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="textFile"/></w:mailMerge>'
      : ''
    return [...parts, { name: 'settings.xml', type: 'settings', id: 'rIdSettings', xml: part('settings', mailMerge + settings) }]
  }

  #section(): string {
    const kinds = ['default', 'first', 'even'].filter(() => this.#chance(0.35))
    const references =
      kinds.map((kind) => this.#header('header', kind)).join('') + (this.#chance(0.4) ? this.#header('footer', 'default') : '')
    const type = this.#one(['', '', '<w:type w:val="continuous"/>', '<w:type w:val="nextPage"/>'])
    const size = this.#chance(0.15) ? landscape : page
    const start = this.#chance(0.2) ? '<w:pgNumType w:start="3"/>' : ''
    return `<w:sectPr>${references}${type}${size}${start}${this.#chance(0.2) ? '<w:cols w:num="2" w:space="708"/>' : ''}${kinds.includes('first') ? '<w:titlePg/>' : ''}</w:sectPr>`
  }

  #header(kind: 'header' | 'footer', type: string): string {
    const id = `rId${kind}${this.#id()}`
    const inner = this.#chance(0.6) ? this.#runs(`${type} ${this.#fieldWords()} {PAGE¦1} of {NUMPAGES¦1}`) : text('always the same')
    this.#headers.push({ name: `${kind}${id}.xml`, type: kind, id, xml: part(kind === 'header' ? 'hdr' : 'ftr', para(inner)) })
    return `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`
  }

  #block(): string {
    return this.#one([
      () => this.#line(),
      () => this.#line(),
      () => this.#line(`<w:numPr><w:ilvl w:val="${this.#upTo(2)}"/><w:numId w:val="${this.#one([3, 8])}"/></w:numPr>`),
      () => para(this.#field()),
      () => para(this.#field() + this.#field()),
      () => this.#table(0),
      () => this.#control(this.#line() + this.#line()),
      () => lines(this.#ifWords(0), this.#hand),
      () => lines(`{IF {MERGEFIELD ${this.#one(names)}} = "Q?x*" "several¶paragraphs {MERGEFIELD Name}" "one"}`, this.#hand),
    ])()
  }

  #line = (properties = ''): string => para(Array.from({ length: 1 + this.#upTo(4) }, () => this.#inline()).join(''), properties)

  #inline(): string {
    const words = () => text(`${this.#one(['Dear', 'and', 'to'])} `)
    return this.#one([
      words,
      () => this.#field(),
      () => this.#field(),
      () => words() + this.#field() + words(),
      () => text(`typed {{${this.#one(['Name', 'City'])}}} «Company» `),
      () => this.#runs(this.#ifWords(0)),
      () => this.#runs(this.#one(['{PAGE¦1}', '{DATE \\@ "d.M.yyyy"¦1.1.2020}', '{FILLIN "What?"¦old}', '{SECTIONPAGES¦1}'])),
      () => `<w:hyperlink r:id="rIdLink">${this.#field()}</w:hyperlink>`,
      () => this.#control(this.#field()),
      () => this.#marked(this.#field()),
      () => this.#refers(),
      () => this.#note(),
      () => this.#commented(this.#field()),
      () =>
        `<w:ins w:id="${this.#id()}" ${by}>${this.#field()}</w:ins><w:del w:id="${this.#id()}" ${by}><w:r><w:delText>gone</w:delText></w:r></w:del>`,
      () => textBox(Number(this.#id()), para(this.#field()) + para(text('in a box ') + this.#field())),
      () => picture('rIdPicture', Number(this.#id())),
      () => '<w:r><w:tab/></w:r><w:r><w:br/></w:r>',
    ])()
  }

  #runs = (words: string) => runs(words, this.#hand)
  #field = () => this.#runs(this.#fieldWords())
  #fieldWords(): string {
    const more = this.#one(['', '', '', ' \\* MERGEFORMAT', ' \\* Upper', ' \\b "<" \\f ">"', ' \\* FirstCap'])
    return `{MERGEFIELD ${this.#one(names)}${more}}`
  }

  #ifWords(depth: number): string {
    const branch = () =>
      depth < 2 && this.#chance(0.3) ? this.#ifWords(depth + 1) : this.#one(['yes', '⟦bold⟧ no', `so ${this.#fieldWords()}`, '', 'a\tb'])
    const right = this.#one(['"Q0x*"', '"*1Z"', '5', '""', `{MERGEFIELD ${this.#one(names)}}`])
    return `{IF {MERGEFIELD ${this.#one(names)}} ${this.#one(['=', '<>', '>', '<='])} ${right} "${branch()}" "${branch()}"}`
  }

  #table(depth: number): string {
    const content = () =>
      (depth < 1 && this.#chance(0.2) ? this.#table(depth + 1) : '') + para(this.#one([this.#inline(), this.#field(), text('cell')]))
    return table(...Array.from({ length: 1 + this.#upTo(3) }, () => [content(), content()]))
  }

  #control = (inner: string) => `<w:sdt><w:sdtPr><w:id w:val="${this.#id()}"/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`

  #marked(inner: string): string {
    const id = this.#id()
    this.#marks.push(`mark${id}`)
    return `<w:bookmarkStart w:id="${id}" w:name="mark${id}"/>${inner}<w:bookmarkEnd w:id="${id}"/>`
  }

  #refers(): string {
    const mark = this.#marks.at(-1)
    return mark
      ? this.#runs(`{REF ${mark} \\h¦see there}`) + `<w:hyperlink w:anchor="${mark}">${text('go')}</w:hyperlink>`
      : text('nothing to see')
  }

  #note(): string {
    const kind = this.#one(['footnote', 'endnote'] as const)
    this.#notes[kind].push(para(`<w:r><w:${kind}Ref/></w:r>` + text(' note ') + this.#field()))
    return `<w:r><w:${kind}Reference w:id="${this.#notes[kind].length}"/></w:r>`
  }

  #commented(inner: string): string {
    // Far from the notes' ids: LibreOffice takes one for the other.
    const id = 5000 + this.#comments.length
    this.#comments.push(`<w:comment w:id="${id}" w:author="A" w:initials="A">${para(text('why?'))}</w:comment>`)
    return `<w:commentRangeStart w:id="${id}"/>${inner}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
  }
}
