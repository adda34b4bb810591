// What a document uses beside plain merge fields, read off its plan: whoever hands it in is told what will happen with it.
import type { Piece, TemplatePlan } from '../plan.ts'

export interface TemplateUses {
  addressBlock: boolean
  greetingLine: boolean
  /** IF, NEXTIF, SKIPIF. */
  conditions: boolean
  /** Records may be left out (SKIPIF). */
  skips: boolean
  /** At most so many records stand in one letter: 1 without NEXT. */
  records: number
  textBoxes: boolean
  /** Drawn shapes, charts, diagrams. */
  shapes: boolean
  /** The lists that something is repeated for, each with the fields in its regions. */
  lists: { name: string; fields: string[] }[]
}

const shape = /<(wps:wsp|wpg:wgp|v:(shape|rect|oval|line|roundrect|group)|c:chart|dgm:relIds)[\s/>]/

/** What a template uses. */
export function usesOf(plan: TemplatePlan): TemplateUses {
  const uses: TemplateUses = {
    ...{ addressBlock: false, greetingLine: false, conditions: false, skips: false, textBoxes: false, shapes: false, lists: [] },
    records: Math.max(1, plan.ahead),
  }
  for (const { k } of plan.contents as readonly { k?: string }[]) {
    if (k === 'address') uses.addressBlock = true
    if (k === 'greeting') uses.greetingLine = true
    if (k === 'if') uses.conditions = true
  }
  const stories = [plan.body, ...plan.parts.flatMap(({ pieces, notes }) => [pieces, ...notes.map((note) => note.pieces)])]
  for (const story of stories) look(story, uses)
  const placeOf = ({ name }: { name: string }) => plan.fields.findIndex((field) => field.name === name)
  uses.lists.sort((a, b) => placeOf(a) - placeOf(b))
  for (const list of uses.lists) list.fields = [...new Set(plan.fields.flatMap((field) => (field.list === list.name ? field.name : [])))]
  return uses
}

/** A stack of its own: a piece holds pieces, as deep as the document does. */
function look(story: readonly Piece[], uses: TemplateUses): void {
  const waiting: unknown[] = [...story]
  while (waiting.length > 0) {
    const piece = waiting.pop()
    if (typeof piece === 'string') {
      if (!uses.textBoxes && piece.includes('txbxContent')) uses.textBoxes = true
      if (!uses.shapes && shape.test(piece)) uses.shapes = true
    } else if (Array.isArray(piece)) {
      for (const inner of piece as unknown[]) waiting.push(inner)
    } else if (typeof piece === 'object' && piece !== null) {
      const { k, condition, list } = piece as { k?: string; condition?: object | null; list?: unknown }
      if (k === 'each' && typeof list === 'string' && !uses.lists.some(({ name }) => name === list))
        uses.lists.push({ name: list, fields: [] })
      if (condition) uses.conditions = true
      if (k === 'skip') uses.skips = true
      for (const inner of Object.values(piece)) if (Array.isArray(inner)) waiting.push(inner)
    }
  }
}
