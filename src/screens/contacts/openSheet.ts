// What can be open over the contact card.
import type { InteractionKind } from '../pieces/interactionForm.svelte.ts'
import type { FormGroup } from './contactForm.ts'

/** A group of fields, or one of what hangs on the contact; without its key it is a new one. */
export type OpenSheet =
  | FormGroup
  | 'more'
  | 'delete'
  | 'merge'
  | 'known'
  | 'code'
  | 'segment'
  | 'person'
  | 'picture'
  | 'profile'
  | 'purchases'
  | 'task'
  | 'cadence'
  | 'opportunity'
  | { address: string | undefined }
  | { purchase: string | undefined }
  | { note: string | undefined }

const byName = [
  ...(['interaction', 'call', 'opportunity', 'cadence', 'segment'] as const),
  ...(['name', 'reach', 'business', 'role', 'privacy'] as const),
]

/** What the address asks for: a form that was left half typed, from Today; an opportunity from what was just logged. */
export function sheetAsked(query: URLSearchParams): OpenSheet | InteractionKind | undefined {
  const kind = query.get('open')
  const key = query.get('of') ?? undefined
  if (kind === 'address') return { address: key }
  if (kind === 'note') return { note: key }
  if (kind === 'purchase') return { purchase: key }
  return byName.find((name) => name === kind)
}
