// A file of what companies bought: each row becomes a purchase of the company it names, or of the company of the person it names.
import type { Contact } from '../model/contact.ts'
import type { Occasion } from '../model/occasion.ts'
import type { Purchase } from '../model/purchase.ts'
import { fold } from '../base/fold.ts'
import { ContactFinder, namedIn } from './contactFinder.ts'
import { isNoDay, readDayAs } from './days.ts'
import type { Existing } from './existing.ts'
import type { ImportChoices, ImportPlan, RowProblem } from './importPlan.ts'
import type { PurchaseTarget } from './importTargets.ts'
import { own } from './madeLists.ts'
import { readNumber } from './numbers.ts'
import { changesOf, planEvents, type Event } from './plannedEvents.ts'
import { SheetCells } from './sheetCells.ts'
import type { Sheet, SheetRow } from './sheet.ts'

const portion = 1000

export function* planningPurchases(
  sheet: Sheet,
  choices: ImportChoices,
  existing: Existing,
  occasion: Occasion,
): Generator<number, ImportPlan> {
  const cells = new SheetCells(sheet, choices)
  const finder = new ContactFinder(existing.contacts)
  const events: Event<Purchase>[] = []
  for (const row of sheet.rows) {
    events.push(readPurchase(row, cells, finder))
    if (events.length % portion === 0) yield events.length
  }
  const { rows, made, people, counts } = planEvents(events, own(existing.purchases), purchaseKey, choices)
  for (const purchase of made) purchase.id = occasion.nextId()
  const rests = new Map(events.flatMap(({ contact, row }) => (contact && row?.id ? [[contact.id, contact] as const] : [])))
  return { rows, people, counts, changes: changesOf(made.length > 0 ? { purchases: made } : {}, rests) }
}

/** By what a purchase is known again. */
const purchaseKey = (one: Purchase): string =>
  [one.companyId, one.day, fold(one.itemNo), fold(one.description), one.quantity, one.amount].join('|')

function readPurchase(raw: SheetRow, cells: SheetCells, finder: ContactFinder): Event<Purchase> {
  const row = cells.row(raw)
  const { lineNo } = row
  const problems: RowProblem[] = []
  const text = (target: PurchaseTarget) => (cells.has(target) ? cells.text(row, target) : '')
  const tell = (code: string, detail: string, target: PurchaseTarget) => {
    const column = cells.columns(target)[0]
    problems.push({ lineNo, code, detail, ...(column !== undefined && { column }) })
  }
  const number = (target: 'quantity' | 'amount', missing: number) => {
    const said = text(target)
    const value = said === '' ? missing : readNumber(said, cells.decimal(target))
    if (value === undefined) tell('unclearNumber', said, target)
    return value ?? 0
  }
  const named = namedIn(row, cells)
  const words = [text('day'), text('description') || text('itemNo'), text('amount')].filter((word) => word !== '').join(' · ')
  const event = { lineNo, name: named.name, companyName: named.companyName, email: named.email, problems, words }
  const uneven = cells.uneven(row)
  if (uneven) return { ...event, problems: [uneven] }
  const found = finder.find(named)
  const company = 'contact' in found ? finder.companyOf(found.contact) : undefined
  const column = named.column === undefined ? {} : { column: named.column, cell: named.cell }
  if ('problem' in found) problems.push({ lineNo, code: found.problem, detail: found.detail, ...column })
  else if (!company) problems.push({ lineNo, code: 'noCompany', detail: found.contact.name, ...column })
  const said = text('day')
  const day = said === '' || isNoDay(said) ? undefined : readDayAs(said, cells.dayOrder('day'))
  if (!day) tell(said === '' || isNoDay(said) ? 'noDay' : 'unclearDay', said, 'day')
  if (text('itemNo') === '' && text('description') === '') tell('noItem', '', cells.has('itemNo') ? 'itemNo' : 'description')
  const [quantity, amount] = [number('quantity', 1), number('amount', 0)]
  if (problems.length > 0 || !company || !day) return { ...event, ...(company && { contact: company }) }
  return { ...event, contact: company, row: { ...purchaseOf(company, text), day, quantity, amount } }
}

const purchaseOf = (company: Contact, text: (target: PurchaseTarget) => string): Omit<Purchase, 'day' | 'quantity' | 'amount'> => ({
  rev: 0,
  id: '' as Purchase['id'],
  companyId: company.id,
  itemNo: text('itemNo'),
  description: text('description') || text('itemNo'),
  itemGroup: text('itemGroup'),
})
