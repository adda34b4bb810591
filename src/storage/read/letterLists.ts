// What the lists in letters are made of: read only where a document asks for some, and for the companies at hand.
import type { Contact, Person } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'
import type { InteractionTemplate } from '../../model/interaction.ts'
import type { LetterDocument } from '../../model/letter.ts'
import type { Questionnaire } from '../../model/lists.ts'
import type { Purchase } from '../../model/purchase.ts'
import type { Line } from '../../model/segment.ts'
import type { Database } from '../database.ts'
import { readPeopleOfAll } from './pending.ts'

/** Rows by company. */
type Of<Row> = ReadonlyMap<ContactId, readonly Row[]>

/** What lines refer to, as far as it is asked here. */
interface Referred {
  contacts: ReadonlyMap<ContactId, Contact>
  templates: ReadonlyMap<string, InteractionTemplate>
}

interface LetterLists {
  purchases: Of<Purchase>
  people: Of<Person>
  questionnaires: Questionnaire[]
}

/** The same with what the lists of these letters are made of, should a document of theirs ask for some. @param also lists asked for in any case */
export async function withLists<Around extends Referred>(
  db: Database,
  around: Around,
  lines: readonly Pick<Line, 'contactId' | 'document'>[],
  also: readonly string[] = [],
): Promise<Around & { lists?: LetterLists }> {
  const documents: (LetterDocument | undefined)[] = [
    ...[...around.templates.values()].flatMap((template) => template.documents),
    ...lines.map(({ document }) => document),
  ]
  const wanted = new Set([...documents.flatMap((document) => document?.lists ?? []), ...also])
  if (wanted.size === 0) return around
  const companies = new Set(lines.flatMap(({ contactId }) => companyAt(contactId, around) ?? []))
  const [purchases, people, questionnaires] = await Promise.all([
    wanted.has('Purchases') ? purchasesOf(db, companies) : new Map<ContactId, never[]>(),
    wanted.has('People') ? peopleOf(db, companies) : new Map<ContactId, never[]>(),
    wanted.has('Answers') ? db.questionnaires.toArray() : [],
  ])
  const inOrder = questionnaires.sort((a, b) => a.code.localeCompare(b.code))
  return { ...around, lists: { purchases, people, questionnaires: inOrder } }
}

function companyAt(id: ContactId, { contacts }: Referred): ContactId | undefined {
  const contact = contacts.get(id)
  return contact?.type === 'person' ? contact.companyId : contact?.id
}

async function purchasesOf(db: Database, companies: ReadonlySet<ContactId>): Promise<Of<Purchase>> {
  const rows = await db.purchases
    .where('companyId')
    .anyOf([...companies])
    .toArray()
  rows.sort((a, b) => b.day.localeCompare(a.day) || a.id.localeCompare(b.id))
  return byCompany(rows)
}

async function peopleOf(db: Database, companies: ReadonlySet<ContactId>): Promise<Of<Person>> {
  const people = await readPeopleOfAll(db, companies)
  people.sort((a, b) => a.surname.localeCompare(b.surname) || a.name.localeCompare(b.name))
  return byCompany(people)
}

function byCompany<Row extends { companyId?: ContactId | undefined }>(rows: readonly Row[]): Map<ContactId, Row[]> {
  const of = new Map<ContactId, Row[]>()
  for (const row of rows) {
    if (!row.companyId) continue
    const known = of.get(row.companyId)
    if (known) known.push(row)
    else of.set(row.companyId, [row])
  }
  return of
}
