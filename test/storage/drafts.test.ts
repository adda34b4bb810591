// Today offers typing to resume only where there is still a form for it.
import { expect, it } from 'vitest'
import { createContact } from '../../src/actions/contacts.ts'
import { undo } from '../../src/actions/house.ts'
import { addByHand, createSegment, deleteSegment, undoStep } from '../../src/actions/segments.ts'
import { readToday } from '../../src/storage/read/today.ts'
import { draftPlace } from '../../src/screens/today/draftPlace.ts'
import type { EntryId } from '../../src/model/ids.ts'
import { entry } from '../make.ts'
import { openHouse } from '../open.ts'

async function good<T>(doing: Promise<{ ok: true; value: T } | { ok: false; failure: { code: string } }>): Promise<T> {
  const done = await doing
  if (!done.ok) throw new Error(done.failure.code)
  return done.value
}
const at = '2026-11-20T09:00:00.000Z'

async function desk() {
  const house = openHouse()
  const { value: anna } = await good(createContact(house, 'person', { firstName: 'Anna', surname: 'Berg' }))
  const { value: segment } = await good(createSegment(house, 'Letter'))
  await good(addByHand(house, segment, [anna]))
  const lineNo = (await house.db.segmentLines.get(segment))?.lines[0]?.lineNo ?? 0
  const keep = (...ids: string[]) => Promise.all(ids.map((id) => house.drafts.write(id, { value: 'x' }, at)))
  const offered = async () => (await readToday(house.db)).drafts.map(({ id }) => id).sort()
  return { house, anna, segment, lineNo, keep, offered }
}

it('A draft is offered while its form is there', async () => {
  const { anna, segment, lineNo, keep, offered } = await desk()
  const ids = [
    `contact:${anna}:reach`,
    'contact:new',
    `criteria:${segment}`,
    `segment:${segment}:${lineNo}:subject`,
    `segment:${segment}:header`,
  ]
  const others = ['settings:company', 'settings:salespeople:new', 'campaign:new']
  await keep(...ids, ...others, 'start', 'probe')
  expect(await offered()).toEqual([...ids, ...others].sort())
})

it('What is gone takes its draft off the list', async () => {
  const { keep, offered } = await desk()
  await keep('criteria:gone', 'segment:gone:header', 'contact:gone:name', 'template:gone', 'campaign:gone', 'settings:salespeople:gone')
  expect(await offered()).toEqual([])
})

it('The columns that were chosen and a change to many contacts are no begun work; a number series leads to its form', async () => {
  const { keep, offered } = await desk()
  await keep('contacts:columns', 'contacts:bulk')
  expect(await offered()).toEqual([])
  expect(draftPlace('settings:numberSeries:contact').path).toBe('/settings?part=numberSeries')
})

it.each([
  ['contact:a:reach', '/contacts/a?open=reach'],
  ['contact:a:cadence', '/contacts/a?open=cadence'],
  ['contact:a:note:new', '/contacts/a?open=note'],
  ['contact:a:note:b', '/contacts/a?open=note&of=b'],
  ['contact:a:address:Summer house', '/contacts/a?open=address&of=Summer%20house'],
  ['contact:a:purchase:new', '/contacts/a?open=purchase'],
  ['contact:a:toSegment', '/contacts/a?open=segment'],
  ['contact:a:no:b', '/contacts/a'],
  ['segment:a:header', '/segments/a?open=header'],
  ['segment:a:log', '/segments/a?open=log'],
  ['segment:a:20000:subject', '/segments/a?line=20000'],
  ['segment:a:rename', '/segments/a'],
  ['campaign:a', '/campaigns/a?view=card&open=edit'],
  ['campaign:a:segment', '/campaigns/a?view=card'],
])('%s leads to its form, %s', (id, path) => expect(draftPlace(id).path).toBe(path))

it('A remark or a reason is offered while its entry or segment is there; one for several chosen entries never, their choice is gone', async () => {
  const { house, anna, keep, offered } = await desk()
  const contact = (await house.db.contacts.get(anna))!
  await house.db.entries.add(entry(contact, '2026-11-02', { id: 'visit' as EntryId }))
  await keep('entry:visit:comment', 'entry:gone:comment', 'logged:gone:cancel', 'entries:cancel')
  expect(await offered()).toEqual(['entry:visit:comment'])
  expect(draftPlace('entry:visit:comment')).toEqual({ kind: 'interaction', of: 'visit', path: '/log' })
})

it('A step that is undone takes the drafts of its lines along; a deletion that is undone brings them back', async () => {
  const { house, segment, lineNo, keep, offered } = await desk()
  await keep(`segment:${segment}:${lineNo}:subject`, `segment:${segment}:header`)
  await good(undoStep(house, segment))
  expect(await offered()).toEqual([`segment:${segment}:header`])
  const deleted = await good(deleteSegment(house, segment))
  expect(await offered()).toEqual([])
  await good(undo(house, deleted.inverse, 'deleteSegment'))
  expect(await offered()).toEqual([`segment:${segment}:header`])
})
