// Ours: the template is compiled once, letters are joined slices, packed as they grow.
import { mergeCombined, mergeSingles, openTemplate, type Merged, type Sink, type WordFailure } from '../../../../src/word/index.ts'
import type { Result } from '../../../../src/base/result.ts'
import { fileName, type Engine } from '../engine.ts'
import type { Person } from '../letter.ts'
import { wordTemplate } from '../templates.ts'

const template = wordTemplate()

export function opened(bytes: Uint8Array) {
  const open = openTemplate(bytes)
  if (!open.ok) throw new Error(open.failure.code)
  return open.value
}

/** Chunks as they come. */
export function collecting(): { chunks: Uint8Array[]; to: () => Sink } {
  const chunks: Uint8Array[] = []
  return { chunks, to: () => ({ write: (bytes) => void chunks.push(bytes), close: () => undefined }) }
}

function chunksOf(result: Result<Merged, WordFailure>, chunks: Uint8Array[]): Uint8Array[] {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  const bytes = result.value.files[0]?.bytes
  return bytes ? [bytes] : chunks
}

export const engine: Engine = {
  combined: async (people) => {
    const { chunks, to } = collecting()
    return chunksOf(await mergeCombined(opened(template), people, { to }), chunks)
  },
  singles: async (people) => {
    const { chunks, to } = collecting()
    const name = (person: unknown, letter: number) => fileName(person as Person, letter - 1)
    return chunksOf(await mergeSingles(opened(template), people, { to, name }), chunks)
  },
}
