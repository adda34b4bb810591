// The records of a document's letters, made one by one as they are asked for, and what the engine asks about them: the postal address,
// the greeting, Word's own names.
import { timeOf } from '../../base/day.ts'
import { addressAsked, greetingAsked, standardPart } from '../../core/letter/merging.ts'
import { isOfEntries } from '../../core/letter/lists.ts'
import { localeOf } from '../../core/letter/locale.ts'
import type { Letter } from '../../core/letter/letters.ts'
import { valuesForDocument } from '../../core/letter/values.ts'
import { usesOf, type MergeOptions, type MergeRecord } from '../../word/index.ts'
import type { LetterGroup, Letters, LetterWishes } from './letterMaking.ts'

/** Records that know whose letter they are. */
export interface LetterRecords extends Iterable<MergeRecord> {
  letterOf: (record: MergeRecord) => Letter | undefined
  /** The lines of the records that were asked for, in their order. */
  readonly handed: readonly number[]
}

const letters = new WeakMap<MergeRecord, { letter: Letter; line: number }>()

export function recordsOf({ template, lines }: LetterGroup, source: Letters): LetterRecords {
  const { lists } = usesOf(template.plan)
  const fields = [...new Set(template.fields.filter((field) => !isOfEntries(field)).map(({ name }) => name))]
  const handed: number[] = []
  return {
    handed,
    letterOf: (record) => letters.get(record)?.letter,
    *[Symbol.iterator]() {
      for (const line of lines) {
        const letter = source.letterAt(line)
        if (!letter) continue
        const record = valuesForDocument(fields, letter.mapping, letter.values, lists)
        letters.set(record, { letter, line })
        handed.push(line)
        yield record
      }
    },
  }
}

/** How the letters of a document are made: in its language, with its lines' days, our addresses and greetings. */
export function optionsFor({ languageCode, lines }: LetterGroup, source: Letters, wishes: LetterWishes): MergeOptions {
  const { lettersPerFile, oddPages, pagesOf, restartPages } = wishes
  const valuesOf = (record: MergeRecord) => letters.get(record)?.letter.values ?? {}
  const answers = lines[0] === undefined ? undefined : source.letterAt(lines[0])?.answers
  return {
    ...(answers && { answers }),
    ...(languageCode && { language: localeOf(languageCode) }),
    ...(lettersPerFile && { lettersPerFile }),
    ...(oddPages !== undefined && { oddPages }),
    ...(pagesOf && { pagesOf }),
    ...(restartPages !== undefined && { restartPages }),
    date: (record) => {
      const found = letters.get(record)
      return found && { day: found.letter.day, time: clockOf(source.madeAt(found.line)) }
    },
    address: (asked) => addressAsked(asked, valuesOf(asked.record)),
    greeting: (asked) => greetingAsked(asked, valuesOf(asked.record)),
    part: (name, record) => standardPart(name, valuesOf(record)),
  }
}

/** The time on the tablet's own clock. */
const clockOf = (instant: string) => timeOf(new Date(instant))
