// Ours: the template is compiled once, letters are joined slices, packed as they grow.
import { mergeToBytes, openTemplate } from '../../../src/word/index.ts'
import { template, valuesOf } from './letter.ts'

/** Milliseconds for one document of `count` letters, opening the template included. */
export async function run(count: number): Promise<number> {
  const bytes = template()
  const letters = Array.from({ length: count }, (_, letter) => valuesOf(letter))
  const start = performance.now()
  const opened = openTemplate(bytes)
  if (!opened.ok) throw new Error(opened.failure.code)
  const result = await mergeToBytes(opened.value, letters)
  if (!result.ok) throw new Error(result.failure.code)
  return performance.now() - start
}
