// How files with letters are called: by the segment, the language or person where there are several, and the part.
import { filledFileName } from '../../core/letter/fileNames.ts'
import type { Letter } from '../../core/letter/letters.ts'
import { safeName } from '../../word/index.ts'

/** The file of one letter, by the pattern that is wished for; by company and person without one, or where it comes out blank. */
export const letterFileName = (letter: Pick<Letter, 'values' | 'fileName'> | undefined, pattern: string | undefined): string =>
  letter ? (pattern && filledFileName(pattern, letter.values)) || letter.fileName : ''

/** A title, and a part of it, as a file name that every system takes. */
export const fileNameOf = (title: string, part = '') => clean(title) + (part ? ` ${clean(part)}` : '')

const clean = (title: string) => safeName(title, 80) || 'letters'

/** `Letter de`, then `Letter de 2`: no file that is there begins so. */
export function freeName(name: string, files: readonly { name: string }[]): string {
  const isTaken = (asked: string) => files.some((file) => file.name === `${asked}.docx` || isFirstPart(file.name, asked))
  for (let turn = 1; ; turn++) {
    const free = turn > 1 ? `${name} ${turn}` : name
    if (!isTaken(free)) return free
  }
}

/** `Letter 1 of 3.docx`, `Letter 01 of 12.docx`. */
const isFirstPart = (name: string, of: string) => name.startsWith(`${of} `) && /^0*1 /.test(name.slice(of.length + 1))

/** `Letter.docx`; of several parts `Letter 1 of 3.docx`, with noughts in front so that they stand in order. */
export function partNames(name: string, ending: string, parts: number, of = 'of'): string[] {
  if (parts === 1) return [name + ending]
  const width = String(parts).length
  return Array.from({ length: parts }, (_, at) => `${name} ${String(at + 1).padStart(width, '0')} ${of} ${parts}${ending}`)
}
