// What is said about the rows of a file: what is wrong with one, and the same as the first column of the file with rows to mend.
import { t, type Key } from '../../text/language.svelte.ts'
import type { ImportJobs } from '../../workers/jobs/imports.ts'
import type { RowProblem } from './importDraft.ts'

type FixWords = Parameters<ImportJobs['fixFile']>[2]

/** Everything that can be wrong with a row, or be told about it. */
export const problemCodes = [
  ...(['uneven', 'noName', 'sameIdTwice', 'noContactGiven', 'contactNotFound', 'contactSeveral', 'noDay', 'unclearDay'] as const),
  ...([
    'noCompany',
    'noItem',
    'unclearNumber',
    'unclearYesNo',
    'unclearTime',
    'unclearEvaluation',
    'unclearDirection',
    'unknownResponse',
  ] as const),
  ...(['unknownCountry', 'unknownLanguage', 'unknownSalutation', 'unknownCorrespondenceType', 'unknownTemplate'] as const),
  ...(['unknownCampaign', 'unknownInteractionGroup', 'phoneInScientificNotation', 'emailNotValid', 'furtherPhone'] as const),
  ...(['unclearCadence', 'furtherEmail', 'personLeftOut', 'privacyBlockKept', 'excludeKept', 'withheldKept'] as const),
] as const
type ProblemCode = (typeof problemCodes)[number]

const isKnown = (code: string): code is ProblemCode => (problemCodes as readonly string[]).includes(code)

/** The sentence about one problem; one of a newer worker is said by its detail. */
export const problemText = ({ code, detail }: RowProblem): string =>
  isKnown(code) ? t(`import.problem.${code}`, { detail }) : t('import.problem.other', { detail })

/** The words of the file with the rows that stay out. */
export function fixWords(): FixWords {
  const detail = '{detail}'
  const outs = ['later', 'leaveOut', 'leave'] as const
  return {
    heading: t('import.fix.heading'),
    reasons: Object.fromEntries([
      ...problemCodes.map((code): [string, string] => [code, t(`import.problem.${code}` satisfies Key, { detail })]),
      ...outs.map((out): [string, string] => [out, t(`import.fix.${out}`)]),
    ]),
  }
}
