// The people of a logged segment and what became of each: letter or entry, on its way, evaluated, answered, cancelled, left out.
import { bearsAll, searchKey, wordsOf } from '../../base/fold.ts'
import type { InteractionLogEntry, LoggedLine } from '../../model/interaction.ts'

/** A line as it was, and the entry it became, as it is now. */
export interface LoggedPerson {
  line: LoggedLine
  entry: InteractionLogEntry | undefined
}

export const peopleFilters = [
  'all',
  'toPrint',
  'printed',
  'toSend',
  'shared',
  'failed',
  'answered',
  'notAnswered',
  'evaluated',
  'notEvaluated',
  'attemptFailed',
  'cancelled',
  'leftOut',
  'comment',
  'gone',
] as const
export type PeopleFilter = (typeof peopleFilters)[number]

/** An entry that was not cancelled by itself: only of those is something still to be done, or to be said. */
const standing =
  (test: (entry: InteractionLogEntry) => boolean) =>
  ({ entry }: LoggedPerson): boolean =>
    entry !== undefined && !entry.cancelled && test(entry)

const tests: Record<PeopleFilter, (person: LoggedPerson) => boolean> = {
  all: () => true,
  toPrint: standing(({ delivery }) => delivery === 'toPrint'),
  printed: standing(({ delivery }) => delivery === 'printed'),
  toSend: standing(({ delivery }) => delivery === 'toSend'),
  shared: standing(({ delivery }) => delivery === 'shared'),
  failed: standing(({ delivery }) => delivery === 'failed'),
  answered: standing(({ respondedDay }) => respondedDay !== undefined),
  notAnswered: standing(({ respondedDay }) => respondedDay === undefined),
  evaluated: standing(({ evaluation }) => evaluation !== undefined),
  notEvaluated: standing(({ evaluation }) => evaluation === undefined),
  attemptFailed: standing(({ attemptFailed }) => attemptFailed),
  cancelled: ({ entry }) => entry?.cancelled === true,
  leftOut: ({ line }) => line.leftOut !== undefined,
  comment: ({ line, entry }) => line.line.comment.trim() !== '' || (entry?.comments.length ?? 0) > 0,
  gone: ({ line, entry }) => line.entryId !== undefined && entry === undefined,
}

export interface PeopleFound {
  /** How many people each filter leads to. */
  counts: Record<PeopleFilter, number>
  /** Places of those asked for, in the order of the list, and the entries they have. */
  places: number[]
  entryIds: InteractionLogEntry['id'][]
  /** Different documents that letters of the whole segment come from. */
  documents: number
}

/** Who fits a filter and bears the words, with the count of every filter. */
export function findPeople(people: readonly LoggedPerson[], filter: PeopleFilter, text: string): PeopleFound {
  const words = wordsOf(text)
  const counts = Object.fromEntries(peopleFilters.map((name) => [name, 0])) as PeopleFound['counts']
  const found: PeopleFound = { counts, places: [], entryIds: [], documents: documentsOf(people) }
  for (const [place, person] of people.entries()) {
    for (const name of peopleFilters) if (tests[name](person)) counts[name]++
    if (!tests[filter](person) || !bears(person, words)) continue
    found.places.push(place)
    if (person.entry) found.entryIds.push(person.entry.id)
  }
  return found
}

const bears = ({ line }: LoggedPerson, words: readonly string[]): boolean =>
  words.length === 0 || bearsAll(searchKey(`${line.name} ${line.companyName} ${line.city}`), words)

const documentsOf = (people: readonly LoggedPerson[]): number =>
  new Set(people.flatMap(({ line }) => (line.attachmentId ? [`${line.attachmentId} ${line.languageCode ?? ''}`] : []))).size
