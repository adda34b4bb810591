// Typing to resume: drafts whose form can still be opened. What belongs to something that is gone is left out, not deleted:
// the undo of a deletion brings it back, with what was being typed.
import type { ContactId, SegmentId } from '../../model/ids.ts'
import type { Database, DraftRow } from '../database.ts'
import { checklistDraft } from './checklist.ts'
import { installDraft } from './installWish.ts'
import { readContact } from './pending.ts'

/** Rows of the table that are no form, the first start, which shows its draft by itself, and what an import keeps beside its own. */
const noForms = ['probe', checklistDraft, installDraft, 'start', 'import:file', 'import:people']

/** The newest first. */
export async function readOpenDrafts(db: Database): Promise<DraftRow[]> {
  // By key: the file of an import is large, and need not be read to be left out.
  const rows = await db.drafts.where('id').noneOf(noForms).toArray()
  const there = await Promise.all(rows.map(({ id }) => isThere(db, id)))
  return rows.filter((_row, at) => there[at]).sort((a, b) => b.at.localeCompare(a.at))
}

/** Does what the draft is about exist? Its name says what that is: `segment:ID:LINE:subject`, `contact:new`. */
async function isThere(db: Database, draft: string): Promise<boolean> {
  const [noun = '', id = '', part = ''] = draft.split(':')
  switch (noun) {
    case 'criteria':
      return (await db.segments.get(id)) !== undefined
    case 'segment':
      return /^\d+$/.test(part) ? hasLine(db, id as SegmentId, Number(part)) : id === 'new' || (await db.segments.get(id)) !== undefined
    case 'interaction':
    case 'call':
      return (await readContact(db, id as ContactId)) !== undefined
    // What is typed in a call round: Today shows the round itself.
    case 'calls':
      return false
    // What the columns are, and a change to many who were chosen: nothing that was begun, and nobody is chosen any more.
    case 'contacts':
      return false
    case 'contact':
      return id === 'new' || (await readContact(db, id as ContactId)) !== undefined
    case 'logged':
      return (await db.loggedSegments.get(id)) !== undefined
    case 'entry':
      return (await db.entries.get(id)) !== undefined
    // How files are exported is kept for the next time; nothing is left half typed.
    case 'export':
      return false
    // For several entries that were chosen: the choice is not kept.
    case 'entries':
      return false
    case 'savedCriteria':
      return (await db.savedCriteria.get(id)) !== undefined
    case 'opportunity':
      return id === 'new' || (await db.opportunities.get(id)) !== undefined
    case 'task':
      return id === 'new' || (await db.tasks.get(id)) !== undefined
    case 'campaign':
      return id === 'new' || (await db.campaigns.get(id)) !== undefined
    case 'template':
      return id === 'new' || (await db.templates.get(id)) !== undefined
    case 'import':
      return true
    case 'settings':
      return part === '' || part === 'new' || isSettingThere(db, id, part)
    // Wishes for letters, labels, envelopes, lists, e-mails: they are kept for the next time, and nothing is left half typed.
    default:
      return false
  }
}

/** Rows of the lists by their table; pages without rows of their own always have their form. */
async function isSettingThere(db: Database, page: string, id: string): Promise<boolean> {
  const table = page === 'salutations' ? 'salutationFormulas' : page
  if (page === 'salutations' && (await db.salutations.get(id)) !== undefined) return true
  const known = db.tables.find(({ name }) => name === table)
  return known === undefined || (await known.get(id)) !== undefined
}

const hasLine = async (db: Database, id: SegmentId, lineNo: number): Promise<boolean> =>
  (await db.segmentLines.get(id))?.lines.some((line) => line.lineNo === lineNo) ?? false
