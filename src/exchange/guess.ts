// Where the columns of a sheet go: what they are called first, then what stands in them.
import type { ImportKind } from '../model/importMapping.ts'
import type { ColumnFacts } from './columns.ts'
import { readCountry } from './countries.ts'
import type { Looks } from './looks.ts'
import { furtherByHeader, guessByHeader, type NamedTarget } from './mapping.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { readSalutation, readType } from './words.ts'

/** The target of each column; `sure` when its name says it. */
export function guessTargets(sheet: Sheet, kind: ImportKind, facts: readonly ColumnFacts[]): NamedTarget[] {
  const blank = (at: number) => facts[at]?.filled === 0
  const fits = (at: number, target: string) => canBe(target, facts[at])
  const targets = guessByHeader(sheet.headers, kind, blank, fits)
  if (kind === 'contacts') addFurther(sheet, targets)
  addByLooks(kind, targets, facts)
  return targets
}

/** Business Central says in a word of its own that somebody has no relation, or several. BC: Enums/ContactBusinessRelation.Enum.al */
const summed = /^(?:none|multiple|other|keine|mehrere|andere|geen|meerdere|overige|ingen|flere|andre|aucune?|plusieurs|autre)$/i

/** A salutation is one of a few words, and so is a kind of contact; "Title" may be either, or neither. */
function canBe(target: string, facts: ColumnFacts | undefined): boolean {
  if (target === 'businessRelations') return facts?.samples.some((sample) => summed.test(sample)) !== true
  const read = target === 'salutation' ? readSalutation : target === 'type' ? readType : undefined
  return !read || !facts || facts.filled === 0 || facts.samples.some((sample) => read(sample) !== undefined)
}

const addressFields = ['address', 'address2', 'postCode', 'city', 'county', 'country']

/** Second numbers and mails where the first is blank; the address at home where there is none at work, and no row would get half of each. */
function addFurther({ headers, rows }: Sheet, targets: NamedTarget[]): void {
  const { further, home } = furtherByHeader(headers)
  const placesOf = (target: string) => targets.flatMap((other, at) => (other.target === target ? [at] : []))
  const has = (cells: readonly string[], at: number) => at >= 0 && (cells[at] ?? '').trim() !== ''
  const isFree = (at: number) => targets[at]?.target === undefined
  further.forEach((target, at) => {
    if (!target || !isFree(at)) return
    const before = placesOf(target)
    const helps = rows.some(({ cells }) => has(cells, at) && !before.some((one) => has(cells, one)))
    if (helps) targets[at] = { target, sure: true }
  })
  const work = addressFields.map((field) => placesOf(field)[0] ?? -1)
  const atHome = addressFields.map((field) => home.findIndex((target, at) => target === field && isFree(at)))
  const homeOnly = ({ cells }: SheetRow) => !work.some((at) => has(cells, at)) && atHome.some((at) => has(cells, at))
  const half = ({ cells }: SheetRow) =>
    work.some((at) => has(cells, at)) && atHome.some((at, field) => has(cells, at) && !has(cells, work[field] ?? -1))
  if (!rows.some(homeOnly) || rows.some(half)) return
  atHome.forEach((at, field) => {
    if (at >= 0) targets[at] = { target: addressFields[field], sure: true }
  })
}

const byLooks: Record<ImportKind, Partial<Record<Looks, string>>> = {
  contacts: { email: 'email', homePage: 'homePage', phone: 'phone' },
  interactions: { email: 'email', day: 'day' },
  purchases: { email: 'email', day: 'day' },
}

/** Columns whose name says nothing. A guess by the cells alone is never sure. */
function addByLooks(kind: ImportKind, targets: NamedTarget[], facts: readonly ColumnFacts[]): void {
  facts.forEach((fact, at) => {
    if (targets[at]?.target !== undefined || fact.filled === 0) return
    const target = (fact.looks && byLooks[kind][fact.looks]) ?? (kind === 'contacts' ? byCells(fact) : undefined)
    if (target && !targets.some((other) => other.target === target)) targets[at] = { target, sure: false }
  })
}

/** Birthdays lie in the past and are told by their years; towns stand behind a post code; countries are known. */
function byCells({ header, samples, looks }: ColumnFacts): string | undefined {
  if (header !== '' || samples.length === 0) return undefined
  if (looks === 'day') return 'birthday'
  if (samples.every((sample) => /^(?:[A-Z]{1,2}-)?\d{4,5}(?: [A-Z]{2})?$/.test(sample))) return 'postCode'
  if (samples.every((sample) => readCountry(sample) !== undefined)) return 'country'
  if (samples.every((sample) => /^\p{L}[\p{L} .'-]+ \d+ ?[a-z]?$/iu.test(sample))) return 'address'
  return undefined
}
