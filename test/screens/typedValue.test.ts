// Values of a line or the header as they are typed: what cannot be stored gets a sentence, and stays where it was typed.
import { expect, it } from 'vitest'
import type { LineField } from '../../src/core/segment/edit.ts'
import { ownOf, trouble } from '../../src/screens/segments/typedValue.ts'

it.each<[LineField, string, unknown]>([
  ['cost', '2,50', 2.5],
  ['cost', '2.50', 2.5],
  ['cost', '0', 0],
  ['cost', '  ', undefined],
  ['duration', '15', 15],
  ['day', '2026-11-20', '2026-11-20'],
  ['time', '09:30', '09:30'],
  ['campaignTarget', 'true', true],
])('%s "%s" is taken', (field, typed, value) => {
  expect(trouble(field, typed)).toBe('')
  expect(ownOf(field, typed)).toEqual({ [field]: value })
})

it.each<[LineField, string]>([
  ['cost', '-1'],
  ['cost', 'two'],
  ['cost', '1.000'],
  ['duration', '-5'],
  ['duration', '2,5'],
  ['day', '20.11.2026'],
  ['time', '25:00'],
])('3.6 %s "%s" gets a sentence', (field, typed) => expect(trouble(field, typed)).not.toBe(''))
