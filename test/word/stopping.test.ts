// A person who presses stop is heard at once, also where nothing but letters is made.
import { expect, it } from 'vitest'
import { mergeSingles, openTemplate } from '../../src/word/index.ts'
import { makeDocx, para, text } from './makeDocx.ts'

it('Single letters without end stop when a timer says so', async () => {
  const template = openTemplate(makeDocx({ body: para(text('Dear {{a}}')) }))
  if (!template.ok) throw new Error(template.failure.code)
  let made = 0
  function* people() {
    for (; made < 30_000; made++) yield { a: `person ${made}` }
  }
  const { signal } = stopIn(100)
  const result = await mergeSingles(template.value, people(), { signal })
  expect(!result.ok && result.failure.code).toBe('STOPPED')
  expect(made).toBeLessThan(30_000)
})

function stopIn(milliseconds: number): AbortController {
  const controller = new AbortController()
  setTimeout(() => controller.abort(), milliseconds)
  return controller
}
