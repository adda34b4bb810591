// Forgetting a person: nothing with her words is left anywhere on the tablet, and whatever was counted is counted still.
import * as fc from 'fast-check'
import * as z from 'zod/mini'
import { describe, expect, it } from 'vitest'
import { resend } from '../../src/actions/entries.ts'
import { forgetContact, forgetPreview } from '../../src/actions/forget.ts'
import { undoLong, type House } from '../../src/actions/house.ts'
import { toDay } from '../../src/base/day.ts'
import type { Contact } from '../../src/model/contact.ts'
import type {
  AttachmentId,
  CallRoundId,
  CampaignId,
  ContactId,
  EntryId,
  LoggedLinesId,
  LoggedSegmentId,
  MergeId,
  NoteId,
  OpportunityId,
  SegmentId,
  StepId,
  TaskId,
  TemplateId,
} from '../../src/model/ids.ts'
import type { Attachment, InteractionLogEntry, LoggedLine, LoggedSegment } from '../../src/model/interaction.ts'
import { pairId, type Merge } from '../../src/model/merge.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import type { Line, StepOutcome } from '../../src/model/segment.ts'
import type { Opportunity, Task } from '../../src/model/task.ts'
import { noChanges, tableNames, tables, type Changes } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { clearForgotten } from '../../src/storage/keep/forgotten.ts'
import { columnStore } from '../../src/storage/keep/snapshot.ts'
import { keepFirstPage } from '../../src/storage/keep/firstPage.ts'
import { campaign, company, documentIn, entry, lineOf, person, segmentOf, template, today } from '../make.ts'
import { good, openHouse } from '../open.ts'

/** Stands in every text that is hers, each time with another number. */
const mark = 'Qyxandra'
let marks = 0
const marked = () => `${mark} Vrblz${++marks}`

const huber = company({ name: 'Huber' })
const ben = person({ name: 'Ben Huber', company: huber })
const cora = person({ name: 'Cora Lind' })

/** Her with something in every field. */
function her(): Contact {
  const blank = person({
    id: 'p1' as ContactId,
    no: '7',
    name: `${mark} Vrblz`,
    company: huber,
    email: `${mark}@example.com`,
    imageId: 'photo' as AttachmentId,
  })
  const said = Object.fromEntries(
    Object.entries(blank).map(([key, value]) => [key, value === '' ? marked() : (value as unknown)]),
  ) as Contact
  const address = { code: 'HOME', description: marked(), address: marked(), address2: '', postCode: '', city: marked(), county: '' }
  return {
    ...said,
    alternativeAddresses: [{ ...address, countryCode: '', phone: marked(), email: marked(), ranges: [] }],
    notes: [{ id: 'n' as NoteId, day: today, by: 'Vera', text: marked() }],
  }
}

const attachment = (id: string): Attachment => ({
  ...{ rev: 0, id: id as AttachmentId, fileName: id === 'shared' ? 'letter.docx' : `${marked()}.docx`, size: 4 },
  bytes: new TextEncoder().encode(id === 'shared' ? 'plain' : marked()).buffer,
})

interface Wish {
  /** Whose lines, in which order; `her` may stand twice. */
  people: readonly ('her' | 'ben' | 'cora')[]
  together: boolean
  /** Into pieces of so many lines. */
  piece: number
  leftOut: boolean
}

/** A house with everything about her that can be on a tablet. */
async function houseWithHer(wish: Wish) {
  const house = openHouse()
  const anna = her()
  const who = { her: anna, ben, cora }
  const loggedId = 'logged' as LoggedSegmentId
  const shared = template({ documents: [documentIn('en', { attachmentId: 'shared' as AttachmentId })] })
  const own = documentIn('en', { attachmentId: 'own' as AttachmentId, fileName: marked(), subject: marked() })
  const lineFor = (contact: Contact, lineNo: number): Line =>
    lineOf(contact, lineNo, contact === anna ? { comment: marked(), own: { subject: marked(), contactVia: marked() }, document: own } : {})
  const lead = wish.people.findIndex((name) => name !== 'cora') + 1
  const entries: InteractionLogEntry[] = []
  const lines = wish.people.map((name, at): LoggedLine => {
    const contact = who[name]
    const shown = { line: lineFor(contact, at + 1), name: contact.name, companyName: '', city: contact.city }
    if (wish.leftOut && name === 'her') return { ...shown, leftOut: 'privacyBlocked', values: {} }
    const one = entry(contact, '2026-10-01', { id: `e${at}` as EntryId, loggedSegmentId: loggedId, subject: marked(), ...counted, rev: 0 })
    entries.push(
      name === 'her' ? { ...one, comment: marked(), comments: [{ day: today, by: 'Vera', text: marked() }] } : { ...one, subject: '' },
    )
    const isTogether = wish.together && !wish.leftOut && name !== 'cora'
    if (isTogether && at + 1 !== lead) return { ...shown, entryId: one.id, letterOf: lead, values: {} }
    const names = isTogether || name === 'her' ? { Name: marked(), Greeting: marked() } : { Name: contact.name }
    const attachmentId = (name === 'her' ? 'own' : 'shared') as AttachmentId
    return { ...shown, entryId: one.id, attachmentId, languageCode: toLetterLanguage('en'), mapping: {}, values: names }
  })
  const common: LoggedSegment['values'] = wish.people.every((name) => name === 'her') ? { City: marked() } : {}
  const state = segmentOf([lineFor(anna, 1), lineOf(cora, 2)], { id: 'open' as SegmentId, rev: 0 })
  const outcome: StepOutcome = {
    ...{ added: [lineFor(anna, 1), lineOf(cora, 2)], removed: [{ line: lineFor(anna, 3), index: 0 }] },
    leftOut: { excluded: 0, privacyBlocked: 0, minor: 0, alreadyThere: 0 },
  }
  const step = {
    rev: 0,
    id: 's1' as StepId,
    segmentId: state.segment.id,
    position: 1,
    kind: 'byHand' as const,
    undone: false,
    at: '',
    outcome,
  }
  const card = { id: 's3' as StepId, kind: 'byHand' as const, at: '', outcome }
  const lost = { ...her(), id: 'lost' as ContactId, no: '8' }
  const merge: Merge = {
    ...{ rev: 0, id: 'm' as MergeId, keptId: anna.id, lost, before: anna, after: anna, by: 'Vera', at: '' },
    moved: { people: [], entries: [], ofCompany: [], together: [], purchases: [], lines: [], steps: [], loggedLines: [] },
  }
  const alone = (contact: Contact, id: string, fields: Partial<InteractionLogEntry> = {}) =>
    entry(contact, '2026-09-01', { rev: 0, id: id as EntryId, ...counted, ...fields })
  const values = { Name: marked() }
  const letter = { attachmentId: 'own2' as AttachmentId, languageCode: toLetterLanguage('en'), mapping: {}, values }
  const single = alone(anna, 'single', {
    ...{ description: marked(), contactVia: marked(), alternativeAddress: 'HOME', cancelled: true, cancelReason: marked(), letter },
  })
  const withBen = alone(ben, 'withBen', {
    letter: { ...letter, attachmentId: 'shared' as AttachmentId, together: { contactIds: [ben.id, anna.id], per: 'household' } },
  })
  const header = { ...state.segment, id: 'header' as SegmentId, rev: 0 }
  const counts = { lines: lines.length, logged: entries.length, letters: 1, privacyBlocked: 0, minor: 0, contactGone: 0 }
  const logged = {
    rev: 0,
    id: loggedId,
    no: 'SM1',
    loggedAt: '',
    day: today,
    loggedBy: 'Vera',
    header,
    templateDescription: '',
    steps: [],
    counts,
    values: common,
  }
  const pieces = Array.from({ length: Math.ceil(lines.length / wish.piece) }, (_, at) => ({
    ...{ rev: 0, id: `logged ${at}` as LoggedLinesId, loggedSegmentId: loggedId, from: at * wish.piece },
    lines: lines.slice(at * wish.piece, (at + 1) * wish.piece),
  }))
  const put: Changes['put'] = {
    contacts: [anna, ben, cora, huber].map((one) => ({ ...one, rev: 0 })),
    templates: [{ ...shared, rev: 0 }],
    attachments: ['shared', 'own', 'own2', 'photo', 'photo before'].map(attachment),
    entries: [...entries, single, withBen, alone(ben, 'about', { opportunityId: 'o1' as OpportunityId })],
    loggedSegments: [logged],
    loggedLines: pieces,
    segments: [{ ...state.segment, rev: 0 }],
    segmentLines: [{ ...state.lines, rev: 0, pinnedOut: [anna.id] }],
    steps: [step, { ...step, id: 's2' as StepId, position: 2, kind: 'edit', recipe: [{ kept: step.id }, card] }],
    merges: [merge],
    ...planned(anna),
    notDuplicates: [{ rev: 0, id: pairId(anna.id, cora.id), contactIds: [anna.id, cora.id], by: 'Vera', at: '' }],
  }
  await good(commit(house.db, { ...noChanges(), put }, 'test', ''))
  await beside(house, anna, lost)
  return { house, anna }
}

/** A closed and an open one of each kind of hers, one of her company's; a round and a target group that she is in. */
function planned(anna: Contact): Changes['put'] {
  const about = { contactId: anna.id, companyId: huber.id }
  const task = (id: string, more: Partial<Task>): Task => ({
    ...{
      rev: 0,
      id: id as TaskId,
      no: id,
      description: marked(),
      day: today,
      location: marked(),
      status: 'notStarted',
      priority: 'normal',
    },
    ...{ notes: marked(), cancelled: false, ...about, ...more },
  })
  const chance = (id: string, more: Partial<Opportunity>): Opportunity => ({
    ...{ rev: 0, id: id as OpportunityId, no: id, description: marked(), status: 'open', day: today, estimatedValue: 900, chance: 50 },
    ...{ closeReason: marked(), notes: marked(), ...about, ...more },
  })
  const plain = { contactId: cora.id, description: 'Plain', notes: '', location: '' }
  const leftOut = [{ contactId: anna.id, why: 'noNumber' as const }]
  return {
    campaigns: [campaign({ id: counted.campaignId, rev: 0, description: 'Spring' })],
    tasks: [task('t1', {}), task('t2', { status: 'completed', closedDay: today }), task('t3', plain)],
    opportunities: [chance('o1', {}), chance('o2', { status: 'won', closedDay: today, closedValue: 1000 })],
    targetGroups: [{ rev: 0, id: counted.campaignId, contactIds: [cora.id, anna.id], activatedAt: '' }],
    callRounds: [
      {
        ...{ rev: 0, id: 'round' as CallRoundId, segmentId: 'open' as SegmentId, description: 'Calls', order: 'name' as const },
        ...{ contactIds: [anna.id, cora.id], skipped: [anna.id], leftOut, startedAt: '' },
      },
    ],
  }
}

const counted = { cost: 3, duration: 5, templateId: 'letter' as TemplateId, campaignId: 'campaign' as CampaignId }

/** What stands beside the nouns: drafts, what is kept for the next start, how rows were before an import. */
async function beside(house: House, anna: Contact, lost: Contact) {
  const { db, drafts } = house
  await drafts.write(`contact:${anna.id}:name`, { name: marked() }, '')
  await drafts.write(`interaction:${anna.id}`, { comment: marked() }, '')
  await drafts.write('segment:open:1:subject', { value: marked() }, '')
  await drafts.write('entry:single:comment', { text: marked() }, '')
  await drafts.write('calls:round', { contactId: anna.id, note: 'will think about it' }, '')
  await drafts.write(`contact:${anna.id}:task`, { description: 'Call her' }, '')
  await drafts.write('calls:other', { contactId: cora.id, note: 'will think about it' }, '')
  await drafts.write('template:letter/letter:en', { text: `Greetings to ${anna.name} too` }, '')
  await drafts.write('import:file', { bytes: new TextEncoder().encode(marked()).buffer }, '')
  await drafts.write('segment:open:2:subject', { value: 'Hello Cora' }, '')
  await db.snapshots.put({ id: 'columns', schema: 'columns 2', rev: 1, value: marked() })
  await keepFirstPage(db, 1, [{ name: marked() }])
  const before = { ...anna, name: marked() }
  await db.imports.put({
    id: 'i',
    rev: 1,
    at: '',
    fileName: `${anna.name}.vcf`,
    kind: 'contacts',
    state: 'stored',
    made: 0,
    changed: 2,
    stored: 0,
  })
  await db.importBefore.put({ id: 'i 0', importId: 'i', table: 'contacts', rows: [before, lost, { ...cora, rev: 1 }] })
  await db.importBefore.put({ id: 'i 1', importId: 'i', table: 'entries', rows: [entry(anna, '2026-01-01', { subject: marked() })] })
}

/** Every text on the tablet, those in bytes included. */
async function everyText(house: House): Promise<string[]> {
  const found: string[] = []
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'string') found.push(`${path}: ${value}`)
    else if (value instanceof ArrayBuffer) found.push(`${path}: ${new TextDecoder().decode(value)}`)
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        found.push(`${path}.${key}`)
        walk(inner, `${path}.${key}`)
      }
  }
  for (const table of house.db.tables) for (const row of await table.toArray()) walk(row, table.name)
  return found
}

const figures = async ({ db, calls }: House) => ({
  byTemplate: await calls.index.statistics('template', 'all', toDay('2026-11-20')),
  entries: await db.entries.count(),
  campaign: (await db.entries.toArray()).map(({ campaignId, cost, duration, day }) => [campaignId, cost, duration, day]),
  people: new Set((await db.entries.toArray()).map(({ contactId }) => contactId)).size,
  logged: (await db.loggedSegments.toArray()).map(({ counts }) => counts),
  lines: (await db.loggedLines.toArray()).map(({ lines }) => lines.map(({ entryId, leftOut, line }) => [entryId, leftOut, line.lineNo])),
})

const wishes = fc.record({
  people: fc
    .array(fc.constantFrom('her' as const, 'ben' as const, 'cora' as const), { maxLength: 4 })
    .chain((others) => fc.nat(others.length).map((at) => others.toSpliced(at, 0, 'her' as const))),
  together: fc.boolean(),
  piece: fc.integer({ min: 1, max: 3 }),
  leftOut: fc.boolean(),
})

describe('A person is forgotten', () => {
  it('and none of her words is left in any table or any byte; all is counted as before, and every row keeps its shape', async () => {
    await fc.assert(
      fc.asyncProperty(wishes, async (wish) => {
        const { house, anna } = await houseWithHer(wish)
        const before = await figures(house)
        expect((await everyText(house)).filter((text) => text.includes(mark)).length).toBeGreaterThan(30)
        const told = await good(forgetPreview(house, anna.id))
        const done = await good(forgetContact(house, anna.id))
        expect(done.counts).toEqual(told.counts)
        const left = (await everyText(house)).filter((text) => text.toLowerCase().includes(mark.toLowerCase()))
        // Her key may stay, a number that leads nowhere.
        expect(left).toEqual([])
        expect(await figures(house)).toEqual(before)
        for (const table of tableNames)
          for (const row of await house.db.table(table).toArray()) expect(z.safeParse(tables[table], row).error?.issues ?? []).toEqual([])
      }),
      { numRuns: 12 },
    )
  })

  const usual: Wish = { people: ['cora', 'ben', 'her'], together: true, piece: 2, leftOut: false }

  it('and it is said before how much that reaches, and afterwards what nobody but the person can decide', async () => {
    const { house, anna } = await houseWithHer(usual)
    const note = { id: 'n' as NoteId, day: today, by: 'Vera', text: `Is a friend of ${anna.name}` }
    const stored = (await house.db.contacts.get(cora.id))!
    await good(commit(house.db, { ...noChanges(), put: { contacts: [{ ...stored, notes: [note] }] } }, 'test', ''))
    const { counts, mentions } = await good(forgetPreview(house, anna.id))
    expect(counts).toEqual({
      ...{ entries: 2, lines: 1, segments: 1, logged: 1, letters: 2, documents: 4, merges: 1, purchases: 0 },
      ...{ planned: 4, drafts: 8 },
    })
    expect(mentions).toEqual([{ where: 'contact', id: cora.id, name: 'Cora Lind' }])
  })

  it('and what is of others stays: their drafts, their documents, their lines', async () => {
    const { house, anna } = await houseWithHer(usual)
    await good(forgetContact(house, anna.id))
    expect((await house.db.drafts.toArray()).map(({ id }) => id)).toEqual(['calls:other', 'segment:open:2:subject'])
    expect(await house.db.attachments.toCollection().primaryKeys()).toEqual(['shared'])
    expect((await house.db.segmentLines.get('open'))?.lines.map(({ contactId }) => contactId)).toEqual([cora.id])
    const lines = (await house.db.loggedLines.toArray()).flatMap((piece) => piece.lines)
    expect(lines.map(({ name, erased, letterErased }) => [name, erased, letterErased])).toEqual([
      ['Cora Lind', undefined, undefined],
      ['Ben Huber', undefined, true],
      ['', true, undefined],
    ])
  })

  it('and there is no way back: no undo, no letter sent again, nothing kept that another window still had', async () => {
    const { house, anna } = await houseWithHer(usual)
    const { rev } = (await house.db.contacts.get(anna.id))!
    await good(forgetContact(house, anna.id))
    expect(await undoLong(house, rev)).toMatchObject({ ok: false, failure: { code: 'undoLost' } })
    const again = await resend(house, ['e2' as EntryId, 'withBen' as EntryId], { correspondenceType: 'hardCopy', fresh: false, prefix: '' })
    expect(again).toMatchObject({ ok: false, failure: { code: 'nothingToResend' } })
    await keepFirstPage(house.db, rev, [{ name: anna.name }])
    expect(await columnStore(house.db).write(rev, { header: anna.name, buffer: new ArrayBuffer(0) })).toBe(false)
    expect(await house.db.snapshots.toArray()).toEqual([])
    expect(await clearForgotten(house.db)).toBe(true)
    const { findings } = await good(house.calls.work.checkData(0))
    expect(findings.filter(({ kind }) => kind === 'gone' || kind === 'shape')).toEqual([])
  })

  it('and who asks before is told all of it: every word of hers on the card, in the log, on segments is in the file', async () => {
    const { house, anna } = await houseWithHer(usual)
    const said = JSON.stringify(await good(house.calls.work.readKnown(anna.id, 0)))
    const hers = (await everyText(house)).filter(
      (text) => text.includes(mark) && /^(contacts|entries|segmentLines|loggedLines|tasks|opportunities)\W/.test(text),
    )
    // What her entry names by a key is said by its name, and Ben's letter is his.
    const asked = hers.map((text) => text.replace(/^[^:]*: /, '')).filter((text) => !/^(own|own2|photo)$/.test(text))
    const withBen = JSON.stringify(await house.db.entries.get('withBen' as EntryId))
    expect(asked.length).toBeGreaterThan(25)
    expect(asked.filter((text) => !said.includes(text) && !withBen.includes(text))).toEqual([])
  })

  it('and what is done stays counted, with nobody; what is still open, and her place in groups and rounds, goes', async () => {
    const { house, anna } = await houseWithHer(usual)
    await good(forgetContact(house, anna.id))
    expect((await house.db.tasks.toArray()).map(({ id, contactId, description }) => [id, contactId, description])).toEqual([
      ['t2', undefined, ''],
      ['t3', cora.id, 'Plain'],
    ])
    expect(await house.db.opportunities.toArray()).toMatchObject([{ id: 'o2', status: 'won', closedValue: 1000, companyId: huber.id }])
    expect((await house.db.targetGroups.toArray()).map(({ contactIds }) => contactIds)).toEqual([[cora.id]])
    expect(await house.db.callRounds.toArray()).toMatchObject([{ contactIds: [cora.id], skipped: [], leftOut: [] }])
  })

  it('and what another window still types about her is not kept any more', async () => {
    const { house, anna } = await houseWithHer(usual)
    const other = openHouse(house.db)
    await other.drafts.write('contact:new', { firstName: 'Dora' }, '')
    await good(forgetContact(house, anna.id))
    await other.drafts.write(`interaction:${anna.id}`, { comment: 'Talked of her' }, '')
    await other.drafts.write('calls:round', { contactId: anna.id, note: 'Talked of her' }, '')
    await other.drafts.write('calls:round 2', { contactId: cora.id, note: 'Talked' }, '')
    expect((await house.db.drafts.toArray()).map(({ id }) => id).sort()).toEqual([
      'calls:other',
      'calls:round 2',
      'contact:new',
      'segment:open:2:subject',
    ])
  })

  it('but not a company that people belong to', async () => {
    const { house } = await houseWithHer(usual)
    expect(await forgetContact(house, huber.id)).toMatchObject({ ok: false, failure: { code: 'companyPeople', count: 2 } })
  })
})
