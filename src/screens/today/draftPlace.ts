// Where a form stands whose typing was kept, and a few of the words in it. The key of a draft says which form it is.
import { isDay } from '../../base/day.ts'
import { mediumDay } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'

export type DraftKind =
  | 'segment'
  | 'savedCriteria'
  | 'template'
  | 'contact'
  | 'interaction'
  | 'settings'
  | 'campaign'
  | 'import'
  | 'task'
  | 'opportunity'
  | 'other'

export interface DraftPlace {
  kind: DraftKind
  /** The id of the thing that is being changed, if it is one. */
  of: string
  path: string
}

/** `segment:ID:header` → the segment's page. */
export function draftPlace(id: string): DraftPlace {
  const [noun = '', of = '', part = '', more = ''] = id.split(/[:/]/)
  // A letter that is being written has a page of its own.
  if (noun === 'template' && part === 'letter') return { kind: 'template', of, path: `/templates/${of}/write/${more}` }
  if (noun === 'segment' && more === 'letter') return { kind: 'segment', of, path: `/segments/${of}/write/${part}` }
  // Notes of people whose answers are being recorded.
  if (noun === 'logged' && part === 'responses') return { kind: 'campaign', of: '', path: `/logged/${of}/responses` }
  if (noun === 'campaign' && part === 'responses') return { kind: 'campaign', of, path: `/campaigns/${of}/responses` }
  switch (noun) {
    case 'segment':
      return { kind: 'segment', of, path: of === 'new' ? '/segments?open=new' : `/segments/${of}${inSegment(part)}` }
    case 'criteria':
      return { kind: 'segment', of, path: `/segments/${of}/criteria` }
    case 'logged':
      return { kind: 'segment', of, path: `/logged/${of}` }
    case 'savedCriteria':
      return { kind: 'savedCriteria', of, path: `/criteria/${of}` }
    case 'template':
      return { kind: 'template', of, path: of === 'new' ? '/templates?open=new' : `/templates/${of}` }
    case 'contact':
      if (part === 'opportunity') return { kind: 'opportunity', of, path: `/contacts/${of}?open=opportunity` }
      return { kind: 'contact', of, path: of && of !== 'new' ? `/contacts/${of}${onCard(part, more)}` : '/contacts?open=new' }
    case 'interaction':
    case 'call':
      return { kind: 'interaction', of, path: `/contacts/${of}?open=${noun}` }
    case 'entry':
      return { kind: 'interaction', of, path: '/log' }
    case 'opportunity':
      return { kind: 'opportunity', of, path: of === 'new' ? '/opportunities?open=new' : `/opportunities?opportunity=${of}` }
    case 'task':
      return { kind: 'task', of, path: of === 'new' ? '/tasks?open=new' : `/tasks?task=${of}` }
    case 'campaign':
      return {
        kind: 'campaign',
        of,
        path: of && of !== 'new' ? `/campaigns/${of}?view=card${part ? '' : '&open=edit'}` : '/campaigns?open=new',
      }
    case 'import':
      return { kind: 'import', of: '', path: '/import' }
    case 'settings':
      return { kind: 'settings', of: '', path: `/settings?part=${of}` }
    default:
      return { kind: 'other', of: '', path: '/' }
  }
}

/** A sheet over the worksheet, or the line whose value it is. */
const inSegment = (part: string): string =>
  part === 'header' || part === 'log' ? `?open=${part}` : /^\d+$/.test(part) ? `?line=${part}` : ''

/** A sheet over the contact card. */
function onCard(part: string, key: string): string {
  if (['name', 'reach', 'business', 'role', 'privacy', 'cadence'].includes(part)) return `?open=${part}`
  if (part === 'toSegment') return '?open=segment'
  if (!['address', 'note', 'purchase'].includes(part)) return ''
  return `?open=${part}${key === 'new' ? '' : `&of=${encodeURIComponent(key)}`}`
}

/**
 * What was typed, in a few words: the first text of it. Of a form that changes a row only what was changed counts; where nothing
 * of it can be read as words (a choice, a switch), how many fields were; of criteria, how many steps there are.
 */
export function draftWords(id: string, kept: unknown): string {
  if (!isRecord(kept)) return ''
  if (Array.isArray(kept['cards'])) return stepsWords(kept['cards'].length)
  const changed = changedIn(kept)
  // One value of one line: its field is the end of the draft's name.
  const fields = (changed ?? Object.entries(kept)).map(([name, value]) => [name === 'value' ? id : name, value] as const)
  const words = fields.map(([name, value]) => wordsOf(name, value)).filter(Boolean)
  const first = words.find((text) => text.startsWith('“')) ?? words[0]
  if (first) return first
  return changed && changed.length > 0 ? t('today.draftFields', { count: changed.length }) : ''
}

const stepsWords = (count: number): string => (count > 0 ? t('criteria.stepCount', { count }) : '')

/** The fields that say something else than when the form was opened; nothing when the draft does not keep what it began from. */
function changedIn({ base, value, was, ...form }: Record<string, unknown>): [string, unknown][] | undefined {
  const [before, now] = isRecord(was) ? [was, form] : isRecord(base) && isRecord(value) ? [base, value] : []
  if (!before || !now) return undefined
  return Object.entries(now).filter(([name, one]) => name !== 'rev' && JSON.stringify(one) !== JSON.stringify(before[name]))
}

/** What was written, in quotes; ids, codes and choices are no words. */
function wordsOf(name: string, value: unknown): string {
  if (typeof value !== 'string' || !value.trim() || /(id|type|code|flow|by|step|salesperson|time|cost|duration|via)$/i.test(name)) return ''
  // The text of a letter is kept as a tree, its sheet as settings: only what was written is words.
  const tree = value.startsWith('{"') ? (/"text":"((?:[^"\\]|\\.){2,})"/.exec(value)?.[1] ?? '') : value
  if (!tree) return ''
  return isDay(value) ? mediumDay(value) : t('today.draftWords', { words: tree.trim().slice(0, 60) })
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
