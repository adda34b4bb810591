// A row of any list as the settings show it.
import type { SetupList } from '../../core/contact/lists.ts'

export interface SetupRow {
  /** Id, or code. */
  key: string
  name: string
  /** Code and what else is said of it. */
  second: string
  sample?: boolean
  /** Words in a badge, as "blocked". */
  badge?: string
  /** What is wrong with it, and what was probably meant. */
  warning?: string
}

/** Lists whose rows are codes that stand in contacts: nothing is made or deleted there. */
export const isCodes = (list: SetupList): boolean => list === 'countries' || list === 'languages'
