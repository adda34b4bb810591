// Acts as a page does them: the undo of a notice stands in the journal under the name of its act.
import { afterEach, describe, expect, it } from 'vitest'
import { createListRow } from '../../src/actions/lists.ts'
import { refuse } from '../../src/base/result.ts'
import { notices } from '../../src/parts/notices.svelte.ts'
import { act } from '../../src/screens/pieces/act.ts'
import { readJournal } from '../../src/storage/read/journal.ts'
import { WorkerGone } from '../../src/workers/line.ts'
import { textIn } from '../../src/text/language.svelte.ts'
import { openHouse } from '../open.ts'

describe('An act', () => {
  afterEach(() => (notices.list = []))

  it('that is undone stands in the journal under its own name', async () => {
    const house = openHouse()
    await act(house, createListRow(house, 'mailingGroups', 'FAIR'), () => 'made')
    notices.list[0]?.action?.run()
    await expect.poll(() => readJournal(house.db, 1)).toMatchObject([{ what: 'createMailingGroup', undone: true }])
  })

  it('that asks a worker which is gone is told with a sentence', async () => {
    const house = openHouse()
    await act(house, Promise.reject(new WorkerGone('it died')))
    expect(notices.list.map(({ kind, text }) => [kind, text])).toEqual([['trouble', textIn('en', 'failure.workerGone')]])
  })

  it('whose failure has a place of its own is said there, a throw as well, and nowhere else', async () => {
    const said: string[] = []
    const there = ({ code }: { code: string }) => void said.push(code)
    expect(await act(openHouse(), Promise.resolve(refuse({ code: 'codeBlank' as const })), undefined, there)).toBeUndefined()
    await act(openHouse(), Promise.reject(new WorkerGone('it died')), undefined, there)
    expect([said, notices.list]).toEqual([['codeBlank', 'workerGone'], []])
  })

  it('that is refused at a place of its own takes away the word of the one before: “replaced” would stand beside the refusal', async () => {
    const house = openHouse()
    notices.trouble('something else')
    await act(house, createListRow(house, 'mailingGroups', 'FAIR'), () => 'replaced')
    await act(house, Promise.resolve(refuse({ code: 'codeBlank' as const })), undefined, () => undefined)
    expect(notices.list.map(({ text }) => text)).toEqual(['something else'])
  })
})
