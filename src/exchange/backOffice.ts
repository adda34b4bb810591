// The interaction log as Business Central takes it: table 5065 "Interaction Log Entry", its fields by their English captions, options and
// numbers as its configuration packages write them in Excel: package, table and table number in the first row, captions in the third, data
// from the fourth on. BC: Interaction/InteractionLogEntry.Table.al, Utilities: Config. Excel Exchange (codeunit 8618)
import type { Campaign } from '../model/campaign.ts'
import type { Contact } from '../model/contact.ts'
import type { InteractionLogEntry } from '../model/interaction.ts'
import type { ExportNames } from './exportNames.ts'
import type { Cell, CellKind, Column } from './exportTable.ts'
import { businessCentralLanguage } from './languages.ts'

export interface BackOfficeRow {
  entry: InteractionLogEntry
  /** By itself or with its whole segment. */
  cancelled: boolean
  contact: Contact | undefined
  company: Contact | undefined
  segmentNo: string | undefined
  names: ExportNames
  /** Its number in Business Central, when the person said where they begin. */
  entryNo: number | undefined
}

interface Field {
  caption: string
  kind: CellKind
  width: number
  value: (row: BackOfficeRow) => Cell
  /** So many signs hold in the field; longer texts are cut. */
  length?: number
}

const code = (caption: string, length: number, value: Field['value']): Field => ({ caption, kind: 'code', width: 14, length, value })
const text = (caption: string, length: number, value: Field['value']): Field => ({ caption, kind: 'text', width: 24, length, value })
const yes = (caption: string, value: (row: BackOfficeRow) => boolean): Field => ({ caption, kind: 'yes', width: 10, value })
const nought = (caption: string): Field => ({ caption, kind: 'number', width: 10, value: () => 0 })
const option = (caption: string, value: Field['value']): Field => ({ caption, kind: 'text', width: 14, value })

/** The number by which the back office knows somebody, else ours. */
const numberOf = (contact: Contact | undefined): string => contact?.externalId || contact?.no || ''
const capitals = (value: string | undefined): string => (value ?? '').toUpperCase()

/** A blank option is one blank in Business Central. */
const flows = { outbound: 'Outbound', inbound: 'Inbound' } as const
const initiators = { us: 'Us', them: 'Them' } as const
const types = { hardCopy: 'Hard Copy', email: 'Email' } as const
const evaluations = {
  ...{ veryPositive: 'Very Positive', positive: 'Positive', neutral: 'Neutral', negative: 'Negative', veryNegative: 'Very Negative' },
} as const
/** BC: enum 5083 "Interaction Delivery Status" */
const deliveries = { toPrint: 'In Progress', toSend: 'In Progress', printed: ' ', shared: ' ', failed: 'Error' } as const

/** In the order of the table's field numbers; what Fieldbook has nothing of is blank or nought, as a new entry has it. */
export const backOfficeFields: readonly Field[] = [
  { caption: 'Entry No.', kind: 'number', width: 10, value: ({ entryNo }) => entryNo },
  code('Contact No.', 20, ({ contact }) => capitals(numberOf(contact))),
  code('Contact Company No.', 20, ({ company }) => capitals(numberOf(company))),
  { caption: 'Date', kind: 'day', width: 12, value: ({ entry }) => entry.day },
  text('Description', 100, ({ entry }) => entry.description),
  option('Information Flow', ({ entry }) => flows[entry.informationFlow]),
  option('Initiated By', ({ entry }) => initiators[entry.initiatedBy]),
  nought('Attachment No.'),
  { caption: 'Cost (LCY)', kind: 'amount', width: 12, value: ({ entry }) => entry.cost },
  { caption: 'Duration (Min.)', kind: 'number', width: 10, value: ({ entry }) => Math.round(entry.duration) },
  code('User ID', 50, ({ entry }) => capitals(entry.loggedBy)),
  code('Interaction Group Code', 10, ({ entry, names }) => capitals(names.interactionGroups.get(entry.interactionGroupId ?? '')?.code)),
  code('Interaction Template Code', 10, ({ entry, names }) => capitals(names.templates.get(entry.templateId ?? '')?.code)),
  code('Campaign No.', 20, ({ entry, names }) => capitals(campaignOf(entry, names)?.no ?? entry.campaignNo)),
  nought('Campaign Entry No.'),
  yes('Campaign Response', ({ entry }) => entry.campaignResponse),
  yes('Campaign Target', ({ entry }) => entry.campaignTarget),
  code('Segment No.', 20, ({ segmentNo }) => capitals(segmentNo)),
  option('Evaluation', ({ entry }) => (entry.evaluation ? evaluations[entry.evaluation] : ' ')),
  { caption: 'Time of Interaction', kind: 'text', width: 12, value: ({ entry }) => entry.time && `${entry.time}:00` },
  yes('Attempt Failed', ({ entry }) => entry.attemptFailed),
  code('To-do No.', 20, () => ''),
  code('Salesperson Code', 20, ({ entry, names }) => capitals(names.salespeople.get(entry.salespersonId ?? '')?.code)),
  option('Delivery Status', ({ entry }) => (entry.delivery ? deliveries[entry.delivery] : ' ')),
  yes('Canceled', ({ cancelled }) => cancelled),
  option('Correspondence Type', ({ entry }) => (entry.correspondenceType ? types[entry.correspondenceType] : ' ')),
  code('Contact Alt. Address Code', 10, ({ entry }) => capitals(entry.alternativeAddress)),
  nought('Logged Segment Entry No.'),
  text('Contact Via', 80, ({ entry }) => entry.contactVia),
  code('Interaction Language Code', 10, ({ entry }) => businessCentralLanguage(entry.languageCode)),
  text('Subject', 100, ({ entry }) => entry.subject),
  yes('Postponed', () => false),
  // Ours, behind those of the table: by them a second load knows an entry again, and they say who it was.
  { caption: 'Fieldbook Entry ID', kind: 'code', width: 38, value: ({ entry }) => entry.id },
  text('Fieldbook Contact Name', 100, ({ entry }) => (entry.erased ? 'Erased' : entry.contactName)),
  text('Fieldbook Company Name', 100, ({ entry }) => entry.companyName),
  { caption: 'Fieldbook Comment', kind: 'text', width: 36, value: ({ entry }) => commentsOf(entry) },
]

const campaignOf = (entry: InteractionLogEntry, names: ExportNames): Campaign | undefined => names.campaigns.get(entry.campaignId ?? '')

const commentsOf = ({ comment, comments, cancelReason }: InteractionLogEntry): string =>
  [comment, ...comments.map(({ day, by, text: said }) => [day, by, said].filter(Boolean).join(' ')), cancelReason ?? '']
    .filter((said) => said !== '')
    .join('\n')

export const backOfficeColumns: readonly Column[] = backOfficeFields.map(({ caption, kind, width }) => ({ heading: caption, kind, width }))

/** What stands over the captions in the Excel file. */
export const backOfficeAbove: readonly (readonly Cell[])[] = [['FIELDBOOK', 'Interaction Log Entry', 5065], []]

export interface BackOfficeCells {
  cells: Cell[]
  /** Texts that were longer than their field. */
  cut: number
}

/** The cells of one entry, none longer than its field. */
export function backOfficeCells(row: BackOfficeRow): BackOfficeCells {
  let cut = 0
  const cells = backOfficeFields.map(({ value, length }) => {
    const cell = value(row)
    if (length === undefined || typeof cell !== 'string' || cell.length <= length) return cell
    cut++
    return cell.slice(0, length)
  })
  return { cells, cut }
}
