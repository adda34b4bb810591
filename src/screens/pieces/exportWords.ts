// What a file says in the person's language: headings, words of values, and how her land writes figures.
import type { ExportWords } from '../../actions/exports.ts'
import { decimalMark } from '../../text/format.ts'
import { language, t } from '../../text/language.svelte.ts'
import { valueWords } from './entryWords.ts'

const named = [
  ...[
    'type',
    'no',
    'externalId',
    'name',
    'title',
    'firstName',
    'middleName',
    'surname',
    'initials',
    'jobTitle',
    'company',
    'name2',
    'address',
  ],
  ...[
    'address2',
    'postCode',
    'city',
    'county',
    'country',
    'phone',
    'mobilePhone',
    'email',
    'homePage',
    'birthday',
    'language',
    'salutation',
  ],
  ...['salespersonCode', 'salesperson', 'correspondenceType', 'mailingGroups', 'industryGroups', 'businessRelations'],
  ...['jobResponsibilities', 'organizationalLevel', 'territory', 'vatNo', 'excludeFromSegment', 'privacyBlocked', 'minor'],
  ...[
    'parentalConsent',
    'cadenceDays',
    'segmentNo',
    'segment',
    'contact',
    'day',
    'time',
    'template',
    'subject',
    'description',
    'campaign',
    'campaignNo',
  ],
  ...['informationFlow', 'initiatedBy', 'cost', 'duration', 'comment', 'alternativeAddress', 'evaluation', 'response', 'respondedDay'],
  ...[
    'attemptFailed',
    'delivery',
    'comments',
    'cancelled',
    'cancelReason',
    'loggedBy',
    'interactions',
    'people',
    'responses',
    'interested',
    'ordered',
    'itemNo',
  ],
  ...['itemGroup', 'quantity', 'amount'],
] as const
type Named = (typeof named)[number]

/** What a column is called on the screen and in a file for a person. */
export const columnName = (key: string): string => t(`export.column.${key as Named}`)

/** Where a comma stands before the decimals, a spreadsheet wants semicolons between the cells. */
export function exportWords(sheet: string): ExportWords {
  const decimal = decimalMark()
  const [yes, no] = [t('export.yes'), t('export.no')]
  return {
    ...{ language: language(), sheet, manner: { separator: decimal === ',' ? ';' : ',', decimal, yes, no } },
    headings: Object.fromEntries(named.map((key) => [key, columnName(key)])),
    values: { ...valueWords(), company: t('export.company'), person: t('export.person') },
  }
}
