// A person who presses stop is heard at once, also where nothing but letters is made.
import { expect, it } from 'vitest'
import { mergeCombined, mergeSingles, newLetterZip, openTemplate } from '../../src/word/index.ts'
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

it('a sink that hangs does not keep a stop waiting', async () => {
  const template = openTemplate(makeDocx({ body: para(text('Dear {{a}}')) }))
  if (!template.ok) throw new Error(template.failure.code)
  const never = () => new Promise<void>(() => undefined)
  const to = () => ({ write: never, close: never, abort: never })
  const result = await mergeCombined(template.value, [{ a: 'Ann' }, { a: 'Bo' }], { to, signal: stopIn(100).signal })
  expect(!result.ok && result.failure.code).toBe('STOPPED')
})

it('letters added at the same time come one after the other', async () => {
  const template = openTemplate(makeDocx({ body: para(text('Dear {{a}}')) }))
  if (!template.ok) throw new Error(template.failure.code)
  const opened = template.value
  async function* slowly(name: string) {
    for (let at = 1; at <= 3; at++) {
      await new Promise((resolve) => setTimeout(resolve, 2))
      yield { a: `${name} ${at}` }
    }
  }
  const zip = newLetterZip()
  const name = (record: Record<string, unknown>) => String(record['a'])
  const added = [zip.add(opened, slowly('Ann'), { name }), zip.add(opened, slowly('Bo'), { name })]
  const made = await zip.end()
  expect((await Promise.all(added)).map((one) => one.ok && one.value)).toEqual([3, 3])
  const files = ['Ann 1', 'Ann 2', 'Ann 3', 'Bo 1', 'Bo 2', 'Bo 3'].map((file) => `${file}.docx`)
  expect(made.ok && made.value.files[0]?.names).toEqual(files)
})

function stopIn(milliseconds: number): AbortController {
  const controller = new AbortController()
  setTimeout(() => controller.abort(), milliseconds)
  return controller
}
