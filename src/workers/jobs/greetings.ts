// Who gets a fallback for a greeting: how many per language, and who they are.
import { companyNameBeside, companyOf } from '../../core/contact/name.ts'
import { fallbacks, type Fallback } from '../../core/letter/fallbacks.ts'
import type { SalutationKind } from '../../model/lists.ts'
import type { ContactId } from '../../model/ids.ts'
import { byId } from '../../storage/read/watch.ts'
import type { ContactBook } from './contactBook.ts'

export interface FallbackCount {
  /** Blank = no language is known of them. */
  languageCode: string
  people: number
  /** Of them so many in formal and in informal letters. */
  formal: number
  informal: number
}

export interface FallbackRow {
  id: ContactId
  name: string
  companyName: string
  salutationCode: string
  kinds: SalutationKind[]
}

export interface GreetingJobs {
  /** How many get a fallback, per language, most first. */
  greetingFallbacks: () => Promise<FallbackCount[]>
  /** Those of one language, by name; the first `limit`. */
  greetingFallbackPeople: (languageCode: string, limit: number) => Promise<FallbackRow[]>
}

export function greetingJobs(book: ContactBook): GreetingJobs {
  const read = async (): Promise<Fallback[]> => {
    const { contacts } = await book.fresh()
    const formulas = byId(await book.db.salutationFormulas.toArray())
    return [...fallbacks(contacts.values(), formulas, (contact) => companyOf(contact, contacts)?.name ?? '')]
  }
  return {
    greetingFallbacks: async () => counted(await read()),
    greetingFallbackPeople: async (languageCode, limit) =>
      (await read())
        .filter((one) => one.languageCode === languageCode)
        .sort((a, b) => a.contact.name.localeCompare(b.contact.name))
        .slice(0, limit)
        .map(({ contact, kinds }) => rowOf(contact, kinds, companyNameBeside(contact, book.contacts))),
  }
}

function counted(all: readonly Fallback[]): FallbackCount[] {
  const counts = new Map<string, FallbackCount>()
  for (const { languageCode, kinds } of all) {
    const count = counts.get(languageCode) ?? { languageCode, people: 0, formal: 0, informal: 0 }
    count.people++
    for (const kind of kinds) count[kind]++
    counts.set(languageCode, count)
  }
  return [...counts.values()].sort((a, b) => b.people - a.people)
}

const rowOf = ({ id, name, salutationCode }: Fallback['contact'], kinds: SalutationKind[], companyName: string): FallbackRow => ({
  id,
  name,
  companyName,
  salutationCode,
  kinds,
})
