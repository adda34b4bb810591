// Letters on paper: the address stands in the window of each kind of envelope, page by page, as LibreOffice lays them out.
import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { windowFieldOf } from '../../src/core/letter/windowFields.ts'
import { newLetter } from '../../src/core/letter/newLetter.ts'
import { EnvelopeWindow, type WrittenLetter } from '../../src/model/writtenLetter.ts'
import { DrawingRoom } from './rendering.ts'
import { authored, logoId, mergedFor, para, words } from './written.ts'

const room = new DrawingRoom()
const windows = EnvelopeWindow.options.filter((window) => window !== 'none')

const lines = ['Musterfirma', 'Abteilung', 'Eva', 'Hauptstrasse', 'Bonn', 'DEUTSCHLAND']
const record = {
  Address_Block: lines.join('\n'),
  ...{ Company_Information_Name: 'Absender', Company_Information_Address: 'Hafen', Company_Information_City: 'Hamburg' },
  ...{ CALC_Formal_Salutation: 'Anrede', Salesperson_Name: 'Gruss' },
}

function letter(window: (typeof windows)[number]): WrittenLetter {
  const made = newLetter('de', { company: undefined })
  const more = Array.from({ length: window === 'dinB' ? 45 : 0 }, (_, at) => para(words(`Zeile${at}`)))
  const logo = { attachmentId: logoId, width: 30, align: 'right' as const }
  return { text: { ...made.text, content: [...made.text.content, ...more] }, sheet: { ...made.sheet, window, logo } }
}

beforeAll(async () => {
  for (const window of windows)
    room.add(
      window,
      await mergedFor(letter(window), window === 'dinB' ? [record, { ...record, CALC_Formal_Salutation: 'Zweite' }] : [record], 'de'),
    )
  room.add('template', await authored(letter('dinB'), 'de'))
  await room.draw()
}, 120_000)
afterAll(() => room.close())

interface Word {
  text: string
  left: number
  top: number
  bottom: number
}

/** The words of a page, with their boxes in millimetres. */
function wordsOn(name: string, page: number): Word[] {
  const html = execFileSync('pdftotext', ['-bbox', '-f', String(page), '-l', String(page), room.pdf(name), '-'], { encoding: 'utf8' })
  const mm = (point: string | undefined) => (Number(point) / 72) * 25.4
  return [...html.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)/g)].map(
    ([, left, top, bottom, text = '']) => ({ text, left: mm(left), top: mm(top), bottom: mm(bottom) }),
  )
}

test.skipIf(!room.canDraw).each(windows)('the address stands in the window: %s', (window) => {
  const field = windowFieldOf(window)!
  const found = wordsOn(window, 1)
  const address = lines.map((line) => found.find(({ text }) => text === line)!)
  for (const word of address) expect(Math.abs(word.left - field.left - field.inset)).toBeLessThan(0.5)
  expect(Math.abs(address[0]!.top - field.top - field.strip)).toBeLessThan(0.5)
  expect(address.at(-1)!.bottom).toBeLessThan(field.top + field.height + 0.5)
  const small = found.filter(({ text }) => text === 'Absender').find(({ top }) => top > field.top - 0.5)!
  expect(Math.abs(small.left - field.left - field.inset)).toBeLessThan(0.5)
  expect(small.bottom).toBeLessThan(field.top + field.strip + 0.5)
  expect(found.find(({ text }) => text === 'Anrede')!.top).toBeGreaterThan(field.textTop)
})

test.skipIf(!room.canDraw)('each letter begins on a page of its own; numbers begin anew, on the second page', () => {
  const pages = room.pages('dinB')
  expect(pages).toHaveLength(4)
  expect(pages.map((page) => /– ?2 ?–/.test(page))).toEqual([false, true, false, true])
  expect(pages.map((page) => page.trimStart().startsWith('Absender'))).toEqual([true, false, true, false])
  expect(pages[2]).toContain('Zweite')
  expect(pages.every((page) => /Absender[\s\S]*Hafen[\s\S]*Hamburg\s*$/.test(page))).toBe(true)
})

test('the validator finds nothing in the template and in its letters', { timeout: 60_000 }, async () => {
  expect(await room.validate('template')).toEqual([])
  expect(await room.validate('chRight')).toEqual([])
})
