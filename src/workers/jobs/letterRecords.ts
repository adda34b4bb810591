// The records of a document's letters, made one by one as they are asked for, and what the engine asks about them: the postal address,
// the greeting, Word's own names.
import { timeOf } from '../../base/day.ts'
import { addressAsked, greetingAsked, standardPart } from '../../core/letter/merging.ts'
import { isOfEntries } from '../../core/letter/lists.ts'
import { localeOf } from '../../core/letter/locale.ts'
import type { Letter } from '../../core/letter/letters.ts'
import { valuesForDocument } from '../../core/letter/values.ts'
import type { LetterValues } from '../../model/letter.ts'
import type { Database } from '../../storage/database.ts'
import { usesOf, type FieldUse, type MergeOptions, type MergeRecord, type MergeRecords } from '../../word/index.ts'
import { LetterPictures } from './letterPictures.ts'
import type { LetterGroup, Letters, LetterWishes } from './letterMaking.ts'

/** Records that know whose letter they are. */
export type LetterRecords = MergeRecords & {
  letterOf: (record: MergeRecord) => Letter | undefined
  /** The lines of the records that were asked for, in their order. */
  readonly handed: readonly number[]
}

const letters = new WeakMap<MergeRecord, { letter: Letter; line: number }>()

/** @param db where pictures are read, one after the other as letters ask for them */
export function recordsOf({ template, lines }: LetterGroup, source: Letters, db: Database): LetterRecords {
  const { lists } = usesOf(template.plan)
  const names = (is: (field: FieldUse) => boolean) => [...new Set(template.fields.filter(is).map(({ name }) => name))]
  const fields = names((field) => !field.image && !isOfEntries(field))
  const pictures = names((field) => field.image === true && !isOfEntries(field))
  const handed: number[] = []
  const letterOf = (record: MergeRecord) => letters.get(record)?.letter
  const valuesAt = (line: number): { letter: Letter; values: LetterValues } | undefined => {
    const letter = source.letterAt(line)
    return letter && { letter, values: valuesForDocument(fields, letter.mapping, letter.values, lists, pictures) }
  }
  const handOut = (record: MergeRecord, letter: Letter, line: number) => {
    letters.set(record, { letter, line })
    handed.push(line)
    return record
  }
  if (!template.fields.some(({ image }) => image)) {
    return {
      ...{ handed, letterOf },
      *[Symbol.iterator]() {
        for (const line of lines) {
          const found = valuesAt(line)
          // No picture is asked for, so none is among the values.
          if (found) yield handOut(found.values as MergeRecord, found.letter, line)
        }
      },
    }
  }
  const shown = new LetterPictures(db)
  return {
    ...{ handed, letterOf },
    async *[Symbol.asyncIterator]() {
      for (const line of lines) {
        const found = valuesAt(line)
        if (found) yield handOut(await shown.record(found.values), found.letter, line)
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
