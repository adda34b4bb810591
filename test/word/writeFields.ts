// Words with fields as a person sees them in Word with the codes shown: `Dear {MERGEFIELD Name}`, nested as deep as wanted, written
// down as Word or another program writes them. `¦` parts a field's code from its last result, `¶` ends a paragraph, a tab and a line
// break stand for themselves, `⟦…⟧` is bold, `⟨…⟩` is XML as it is (a picture among words, a table between paragraphs).
import { escapeXml } from './escapeXml.ts'

/** How fields are written down; the letter must say the same in every hand. */
export interface Hand {
  /** Instructions cut into runs of so many signs. */
  split?: number
  /** A field without others in it as `w:fldSimple`. */
  simple?: boolean
  /** No last result where none is asked for. */
  bare?: boolean
  /** Quotes as Word's AutoFormat makes them. */
  curly?: boolean
  /** Beginning, instruction and end of a field in one run. */
  oneRun?: boolean
}

export const hands: Record<string, Hand> = {
  'as Word writes it': {},
  'without results': { bare: true },
  'in short runs': { split: 3 },
  'as simple fields': { simple: true },
  'with curly quotes': { curly: true },
  'in one run': { oneRun: true },
}

interface FieldNode {
  code: Node[]
  result: Node[] | null
}
type Node = string | FieldNode

/** A paragraph, or several, of such words. */
export const lines = (words: string, hand: Hand = {}, properties = ''): string => {
  const pPr = properties && `<w:pPr>${properties}</w:pPr>`
  return `<w:p>${pPr}${runs(words, hand).replaceAll('¶', `</w:p><w:p>${pPr}`)}</w:p>`
}

/** Runs of such words, for a paragraph of one's own. */
export function runs(words: string, hand: Hand = {}): string {
  return new Writer(hand).write(parse(words).nodes, 'text')
}

function parse(words: string, from = 0): { nodes: Node[]; end: number } {
  const nodes: Node[] = []
  let at = from
  for (;;) {
    const next = nextMark(words, at)
    if (next > at) nodes.push(words.slice(at, next))
    if (next === words.length || words[next] !== '{') return { nodes, end: next }
    const code = parse(words, next + 1)
    const result = words[code.end] === '¦' ? parse(words, code.end + 1) : null
    nodes.push({ code: code.nodes, result: result?.nodes ?? null })
    at = (result?.end ?? code.end) + 1
  }
}

/** XML that is taken as it is may hold any sign. */
function nextMark(words: string, from: number): number {
  let raw = false
  for (let at = from; at < words.length; at++) {
    const sign = words[at] as string
    if (sign === '⟨' || sign === '⟩') raw = sign === '⟨'
    else if (!raw && '{}¦'.includes(sign)) return at
  }
  return words.length
}

class Writer {
  readonly hand: Hand
  bold = false
  /** Whether a quote stands open in this field's code. */
  #quoted = false
  constructor(hand: Hand) {
    this.hand = hand
  }

  write(nodes: readonly Node[], kind: 'text' | 'code'): string {
    return nodes.map((node) => (typeof node === 'string' ? this.#words(node, kind) : this.#field(node, kind))).join('')
  }

  #words(words: string, kind: 'text' | 'code'): string {
    const pieces = words.match(/⟨[^⟩]*⟩|[⟦⟧¶\t\n]|[^⟨⟦⟧¶\t\n]+/g) ?? []
    return pieces.map((piece) => this.#piece(kind === 'code' && !piece.startsWith('⟨') ? this.#curled(piece) : piece, kind)).join('')
  }

  #piece(piece: string, kind: 'text' | 'code'): string {
    if (piece === '⟦' || piece === '⟧') {
      this.bold = piece === '⟦'
      return ''
    }
    if (piece === '¶') return '¶'
    if (piece.startsWith('⟨')) {
      const xml = piece.slice(1, -1)
      return xml.startsWith('<w:tbl') ? `</w:p>${xml}<w:p>` : xml
    }
    if (piece === '\t') return this.#run('<w:tab/>')
    if (piece === '\n') return this.#run('<w:br/>')
    const size = kind === 'code' ? (this.hand.split ?? piece.length) : piece.length
    const parts = piece.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? []
    const tag = kind === 'code' ? 'w:instrText' : 'w:t'
    return parts
      .map((words) => this.#run(`<${tag} xml:space="preserve">${escapeXml(words)}</${tag}>`))
      .join(this.hand.split && kind === 'code' ? '<w:proofErr w:type="spellStart"/>' : '')
  }

  #run = (inner: string) => `<w:r>${this.bold ? '<w:rPr><w:b/></w:rPr>' : ''}${inner}</w:r>`

  #field(field: FieldNode, kind: 'text' | 'code'): string {
    const result = field.result ?? this.#usual(field)
    const plain = field.code.every((node) => typeof node === 'string' && !/[⟨⟦⟧¶\t\n]/.test(node))
    if (this.hand.simple && plain) return this.#simple(field, result, kind)
    const quoted = this.#quoted
    this.#quoted = false
    const code = this.write(field.code, 'code')
    this.#quoted = quoted
    const shown = result ? this.#char('separate') + this.write(result, kind) : ''
    const whole = this.#char('begin') + code + shown + this.#char('end')
    return this.hand.oneRun && plain ? whole.replaceAll(/<\/w:r><w:r>(?!<w:rPr>)/g, '') : whole
  }

  #simple(field: FieldNode, result: readonly Node[] | null, kind: 'text' | 'code'): string {
    const instruction = escapeXml(this.#curled(field.code.map(String).join('')))
    return `<w:fldSimple w:instr="${instruction}">${result ? this.write(result, kind) : ''}</w:fldSimple>`
  }

  #char = (type: string) => this.#run(`<w:fldChar w:fldCharType="${type}"/>`)

  /** Every other quote opens; an escaped one stays. */
  #curled(words: string): string {
    if (!this.hand.curly) return words
    return words.replaceAll(/\\"|"/g, (sign) => {
      if (sign !== '"') return sign
      this.#quoted = !this.#quoted
      return this.#quoted ? '“' : '”'
    })
  }

  /** What Word shows in a merge field until it is merged. */
  #usual(field: FieldNode): Node[] | null {
    const name = /^\s*MERGEFIELD\s+"?([^"\\]*?)"?\s*(\\|$)/i.exec(
      field.code.map((node) => (typeof node === 'string' ? node : '')).join(''),
    )?.[1]
    return this.hand.bare || !name ? null : [`«${name}»`]
  }
}
