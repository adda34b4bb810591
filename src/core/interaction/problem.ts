// What may stand against logging, by name: how grave it is, and which lines it concerns.
import type { Day } from '../../base/day.ts'
import type { LeftOutReason } from '../../model/interaction.ts'

/** Nothing can be logged while one of these stands. */
export type BlockCode = 'noDescription' | 'noLines' | 'noTemplate' | 'templateGone' | 'noSalesperson' | 'campaignGone'

/** It can be logged as it is; she should know before. In the order of their weight. */
export type WarnCode =
  | 'noCorrespondenceType'
  | 'noAddress'
  | 'noEmail'
  | 'noDocument'
  | 'languageGone'
  | 'noSalutation'
  | 'noLetterLanguage'
  | 'commentHasNoPlace'
  | 'unknownField'
  | 'letterUnfinished'
  | 'placesOpen'
  | 'otherLanguage'
  | 'duplicate'
  | 'sameAddress'
  | 'excluded'
  | 'writtenRecently'
  | 'tooOften'
  | 'salespersonBlocked'
  | 'leftOutByDocument'
  | 'lettersNotMade'
  | 'lettersChanged'
  | 'emailsNotMade'
  | 'emailsChanged'

export type ProblemCode = BlockCode | LeftOutReason | WarnCode

/** `block`: nothing can be logged. `leaveOut`: these lines are not logged. `warn`: it can be logged as it is. */
export type Severity = 'block' | 'leaveOut' | 'warn'

export interface Problem {
  code: ProblemCode
  severity: Severity
  /** Empty for a problem of the header, or of the segment as a whole. */
  lineNos: number[]
  /** Lines that belong together: those of one address, those of one contact. */
  groups?: number[][]
  /** Names in the documents that mean nothing. */
  fields?: string[]
  /** For each line, what was the last that the contact got. */
  written?: Written[]
  /** For each line, how many letters and e-mails the contact or her household got about then, and since when. */
  often?: Stretch[]
}

export interface Stretch {
  count: number
  /** The day of the first of them. */
  since: Day
}

export interface Written {
  day: Day
  description: string
}
