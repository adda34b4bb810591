// Which kind of letter files is wished for, as it stands in the sheet; kept as it was the last time.
import { readNumber } from '../../base/number.ts'
import { unknownInFileName, usualFileName } from '../../core/letter/fileNames.ts'
import { t } from '../../text/language.svelte.ts'
import type { LetterOrder, LetterWishes } from '../../workers/jobs/letterMaking.ts'

/** One document for all, several of so many letters each, or one for each person. */
export type LetterKind = 'combined' | 'parts' | 'zip'

export interface WishForm {
  kind: LetterKind
  perFile: string
  freshSheet: boolean
  restartPages: boolean
  ownTotal: boolean
  order: LetterOrder
  /** How the files of single letters are called. */
  fileName: string
}

export const usualWishes = (): WishForm => ({
  ...{ kind: 'combined', perFile: '100', freshSheet: false, restartPages: true, ownTotal: true },
  ...{ order: 'list', fileName: usualFileName },
})

/** The wishes can be fulfilled as they stand: a file name of unknown fields would be blank where something was meant. */
export function canBeFulfilled(form: WishForm): boolean {
  if (form.kind === 'zip') return unknownInFileName(form.fileName).length === 0
  return form.kind !== 'parts' || perFileOf(form) !== undefined
}

/** How many letters stand in one document; nothing when what was typed is not a whole number from 1. */
export function perFileOf({ perFile }: WishForm): number | undefined {
  const count = readNumber(perFile)
  return count !== undefined && Number.isInteger(count) && count >= 1 ? count : undefined
}

/** So many documents `letters` make. */
export const filesOf = (form: WishForm, letters: number): number | undefined => {
  const each = perFileOf(form)
  return each && Math.max(1, Math.ceil(letters / each))
}

export function wishesOf(form: WishForm): LetterWishes {
  const order = form.order === 'list' ? {} : { order: form.order }
  const fileName = form.fileName.trim() === '' || form.fileName === usualFileName ? {} : { fileName: form.fileName }
  if (form.kind === 'zip') return { output: 'zip', ...order, ...fileName }
  const each = form.kind === 'parts' ? perFileOf(form) : undefined
  return {
    output: 'combined',
    ...order,
    ...(each ? { lettersPerFile: each, of: t('letters.of') } : {}),
    oddPages: form.freshSheet,
    restartPages: form.restartPages,
    pagesOf: form.ownTotal ? 'letter' : 'document',
  }
}
