// What can be open over the contact card.
import type { FormGroup } from './contactForm.ts'

/** A group of fields, or one of what hangs on the contact; without its key it is a new one. */
export type OpenSheet =
  | FormGroup
  | 'more'
  | 'delete'
  | 'merge'
  | 'known'
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
