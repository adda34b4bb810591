// What is worth knowing of a Word document, by weight: what would come out wrong in the letters first, then what is taken out, then notes.
import { findingText } from '../../text/findings.ts'
import type { InspectedDocument } from '../../workers/jobs/documents.ts'

type Finding = InspectedDocument['findings'][number]
export type FindingGroup = 'wrong' | 'removed' | 'note'

const groupOf: Readonly<Record<Finding['code'], FindingGroup>> = {
  ...{ FIELD_UNSUPPORTED: 'wrong', FIELD_UNBALANCED: 'wrong', FIELD_TYPED: 'wrong', FIELD_SPANS_BLOCKS: 'wrong', FIELD_MISPLACED: 'wrong' },
  ...{ FIELD_IN_OTHER_PART: 'wrong', SWITCH_BAD: 'wrong', ALT_CHUNK: 'wrong', EXTERNAL_REL: 'wrong', REL_DANGLING: 'wrong' },
  ...{ REVISIONS: 'wrong', VALUE_CLEANED: 'wrong', REGION_BROKEN: 'wrong' },
  ...{ DOCM_MACROS: 'removed', MAIL_MERGE_SOURCE: 'removed', SIGNED: 'removed' },
  ...{ DOTX: 'note', FIELD_ASKS: 'note', STRICT: 'note', NUMPAGES_TOTAL: 'note', PROTECTED: 'note', SDT_BOUND: 'note' },
}

export interface Told {
  text: string
  /** The words around the places it is said of, each once. */
  where: string[]
}

const order: readonly FindingGroup[] = ['wrong', 'removed', 'note']

/** The groups that have something to say; each sentence once, with all its places. */
export function groupFindings(findings: readonly Finding[]): { group: FindingGroup; told: Told[] }[] {
  return order
    .map((group) => ({ group, told: sentencesOf(findings.filter((finding) => kindOf(finding) === group)) }))
    .filter(({ told }) => told.length > 0)
}

/** Of what lies outside, only the attached template is taken out. */
const kindOf = ({ code, detail }: Finding): FindingGroup =>
  code === 'EXTERNAL_REL' && detail === 'attachedTemplate' ? 'removed' : (groupOf[code] ?? 'note')

function sentencesOf(findings: readonly Finding[]): Told[] {
  const bySentence = new Map<string, Set<string>>()
  for (const finding of findings) {
    const text = findingText(finding)
    const places = bySentence.get(text) ?? new Set()
    // Where the sentence itself says the place, it is not said again.
    if (finding.where && !text.includes(finding.where)) places.add(finding.where)
    bySentence.set(text, places)
  }
  return [...bySentence].map(([text, places]) => ({ text, where: [...places] }))
}
