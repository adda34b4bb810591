// One letter, one document: every part with fields is filled, all else is the template's.
import { emit, emitWhole, newLetter, type LetterValues } from './emit.ts'
import type { TemplatePlan } from './plan.ts'
import type { ZipEntry } from './zipRead.ts'
import { pack, writeZip } from './zipWrite.ts'

export const typesName = '[Content_Types].xml'

export function singleDocument(plan: TemplatePlan, values: LetterValues, frame = frameOf(plan)): Uint8Array {
  const letter = newLetter(plan, values)
  const parts = plan.parts.map((part) => pack(part.name, emit(part.pieces, letter) + part.tail))
  return writeZip([...frame, pack(plan.main, emitWhole(letter)), ...parts])
}

/** What all letters of a template have in common, packed once. */
export function frameOf(plan: TemplatePlan): ZipEntry[] {
  const lists = plan.lists ? [pack(plan.lists.part, plan.lists.head + plan.lists.tail)] : []
  return [pack(typesName, plan.types), ...plan.statics, pack(plan.mainRels.name, plan.mainRels.xml), ...lists]
}
