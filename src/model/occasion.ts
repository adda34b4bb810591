// The occasion of an act: all that is not in the data but is needed to act. Rules get it as an argument; they have no clock.
import type { Day } from '../base/day.ts'

export interface Occasion {
  today: Day
  /** Now as ISO text in UTC. */
  now: string
  /** Who acts, as it is written into the log. */
  user: string
  /** A fresh, globally unique key (UUIDv7). */
  nextId: <T extends string>() => T
}
