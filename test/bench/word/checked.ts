// Whether an engine made what was asked for: a figure of a document that is wrong would say nothing.
import { strFromU8, unzipSync } from 'fflate'
import { numberOf } from './letter.ts'

function textOf(document: Uint8Array): string {
  const [main] = Object.values(unzipSync(document, { filter: ({ name }) => name === 'word/document.xml' }))
  if (!main) throw new Error('no word/document.xml')
  return strFromU8(main)
}

/** Each number once, in order, and no field left. @returns what is wrong, or nothing */
function wrong(xml: string, first: number, last: number): string | undefined {
  const found = [...xml.matchAll(/KT\d{7}/g)].map(([number]) => number)
  if (found.length !== last - first) return `${found.length} numbers instead of ${last - first}`
  const at = found.findIndex((number, index) => number !== numberOf(first + index))
  if (at >= 0) return `${found[at]} stands at ${first + at}`
  return /MERGEFIELD|«|\{/.test(xml) ? 'a field is left' : undefined
}

const joined = (chunks: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(chunks))

export function checkCombined(chunks: readonly Uint8Array[], count: number): void {
  const is = wrong(textOf(joined(chunks)), 0, count)
  if (is) throw new Error(`One document of ${count}: ${is}`)
}

export function checkSingles(chunks: readonly Uint8Array[], count: number): void {
  const documents = Object.entries(unzipSync(joined(chunks)))
  if (documents.length !== count) throw new Error(`${documents.length} documents instead of ${count}`)
  for (const [at, [name, document]] of documents.entries()) {
    const is = wrong(textOf(document), at, at + 1)
    if (is) throw new Error(`${name}: ${is}`)
  }
}

/** How many contact numbers stand in a document of the app. */
export const numbersIn = (document: Uint8Array): number => new Set(textOf(document).match(/KT\d{6}/g)).size
