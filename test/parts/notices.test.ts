// What went wrong is said until it is closed, or does not belong to what she does now.
import { afterEach, expect, it } from 'vitest'
import { notices } from '../../src/parts/notices.svelte.ts'

afterEach(() => (notices.list = []))

it('a failure stays beside what was done since, and goes with its page or when the next job begins', () => {
  notices.trouble('There was no letter to make.')
  notices.done('40 entries logged.')
  expect(notices.list.map(({ kind }) => kind)).toEqual(['trouble', 'done'])
  notices.over()
  expect(notices.list.map(({ text }) => text)).toEqual(['40 entries logged.'])
})
