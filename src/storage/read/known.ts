// Everything that names one contact, read for the file that tells her what is known of her.
import type { CallRound } from '../../model/callRound.ts'
import type { Campaign } from '../../model/campaign.ts'
import type { Contact } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'
import type { InteractionLogEntry, LoggedLine, LoggedSegment } from '../../model/interaction.ts'
import type { Questionnaire } from '../../model/lists.ts'
import type { Merge } from '../../model/merge.ts'
import type { Purchase } from '../../model/purchase.ts'
import type { Line, Segment } from '../../model/segment.ts'
import type { Pace } from '../../model/settings.ts'
import type { Opportunity, Task } from '../../model/task.ts'
import type { Database } from '../database.ts'
import { readListedNames } from './listedNames.ts'
import { readPace } from './lists.ts'
import { readPlanned } from './planned.ts'
import { readContact } from './pending.ts'
import { readOpen } from './hangingOn.ts'

export interface KnownRows {
  contact: Contact
  company: Contact | undefined
  entries: InteractionLogEntry[]
  logged: { segment: LoggedSegment; line: LoggedLine; letter: LoggedLine }[]
  open: { segment: Segment; line: Line | undefined }[]
  tasks: Task[]
  opportunities: Opportunity[]
  callRounds: CallRound[]
  targetOf: string[]
  pace: Pace | undefined
  campaigns: Campaign[]
  merges: Merge[]
  journal: { at: string; what: string; fileName: string }[]
  purchases: Purchase[]
  questionnaires: Questionnaire[]
  nameOf: (id: string | undefined) => string
  fileOf: (id: string | undefined) => string
}

/** Nothing when there is no such contact. @param pause is called after each stretch; what it throws ends the reading */
export async function readKnownRows(db: Database, id: ContactId, pause: () => void): Promise<KnownRows | undefined> {
  const contact = await readContact(db, id)
  if (!contact) return undefined
  const entries = await db.entries.where('contactId').equals(id).sortBy('day')
  const company = contact.type === 'person' && contact.companyId ? await readContact(db, contact.companyId) : undefined
  const ids = new Set([id, ...(contact.former ?? []).map((former) => former.id)])
  const files = new Map<string, string>()
  await db.attachments.each(({ id: file, fileName }) => files.set(file, fileName))
  const planned = await readPlanned(db, [id])
  const nameOf = await readListedNames(db)
  const byDay = (one: { day: string }, other: { day: string }) => one.day.localeCompare(other.day)
  return {
    ...{ contact, company, entries, nameOf },
    tasks: planned.tasks.filter(({ contactId }) => contactId === id).sort(byDay),
    opportunities: planned.opportunities.filter(({ contactId }) => contactId === id).sort(byDay),
    callRounds: planned.callRounds,
    targetOf: planned.targetGroups.flatMap((group) => nameOf(group.id) || []),
    pace: await readPace(db),
    campaigns: await db.campaigns.toArray(),
    logged: await readLogged(db, id, pause),
    open: await readOpenLines(db, id),
    merges: await db.merges.filter(({ keptId, lost }) => ids.has(keptId) || ids.has(lost.id)).toArray(),
    journal: await readDone(db, ids),
    purchases: contact.type === 'company' ? await db.purchases.where('companyId').equals(id).sortBy('day') : [],
    questionnaires: await db.questionnaires.toArray(),
    fileOf: (file) => files.get(file ?? '') ?? '',
  }
}

async function readLogged(db: Database, id: ContactId, pause: () => void): Promise<KnownRows['logged']> {
  const found: KnownRows['logged'] = []
  for (const segment of await db.loggedSegments.toArray()) {
    const pieces = await db.loggedLines.where('loggedSegmentId').equals(segment.id).sortBy('from')
    const lines = pieces.flatMap((piece) => piece.lines)
    for (const line of lines)
      if (line.line.contactId === id)
        found.push({ segment, line, letter: lines.find(({ line: { lineNo } }) => lineNo === line.letterOf) ?? line })
    pause()
  }
  return found.sort((a, b) => a.segment.day.localeCompare(b.segment.day))
}

async function readOpenLines(db: Database, id: ContactId): Promise<KnownRows['open']> {
  const { segments, segmentLines } = await readOpen(db, new Set([id]))
  const found: KnownRows['open'] = []
  for (const { id: segmentId, lines, pinnedOut = [] } of segmentLines) {
    const segment = segments.find((one) => one.id === segmentId)
    if (!segment) continue
    for (const line of lines) if (line.contactId === id) found.push({ segment, line })
    if (pinnedOut.includes(id)) found.push({ segment, line: undefined })
  }
  return found
}

/** What was done to the card, oldest first, with the file of an import. */
async function readDone(db: Database, ids: ReadonlySet<string>): Promise<KnownRows['journal']> {
  const imports = new Map((await db.imports.toArray()).map(({ rev, fileName }) => [rev, fileName]))
  const found: KnownRows['journal'] = []
  await db.changes.each(({ rev, at, what, ids: touched }) => {
    if (touched.contacts?.some((id) => ids.has(id))) found.push({ at, what, fileName: imports.get(rev) ?? '' })
  })
  return found
}
