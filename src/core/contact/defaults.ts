// With what new contacts and segments begin, and what persons take over from their company. BC: Setup/MarketingSetup.Table.al
import type { Company, Contact } from '../../model/contact.ts'
import type { SalespersonId } from '../../model/ids.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Segment } from '../../model/segment.ts'
import type { Defaults } from '../../model/settings.ts'
import { given } from '../asRead.ts'
import { takesOver } from './company.ts'
import { emptyContact, newCompany, newPerson, type ContactFields, type PersonFields } from './edit.ts'

/** What a fresh tablet begins with. */
const freshDefaults: Defaults = {
  id: 'defaults',
  rev: 0,
  contact: {},
  segment: {},
  inherits: ['salesperson', 'territory', 'country', 'language', 'address', 'communication'],
  duplicatesOnEntry: true,
  countryCodes: [],
  languageCodes: [],
}

/** The stored row, or the one of a fresh tablet. */
export const defaultsOr = (stored: Defaults | undefined): Defaults => stored ?? freshDefaults

/** What new contacts begin with: the settings, and whose tablet this is. */
export interface Beginning {
  defaults: Defaults
  /** This tablet's salesperson goes before the one of the settings. BC: Contact.SetDefaultSalesperson */
  salespersonId: SalespersonId | undefined
}

/** What a new contact has where nothing else is said. */
export function beginsWith(type: Contact['type'], { defaults, salespersonId }: Beginning): ContactFields {
  const { companySalutationCode, personSalutationCode, ...begun } = defaults.contact
  const salutationCode = type === 'company' ? companySalutationCode : personSalutationCode
  return { ...begun, ...given({ salespersonId: salespersonId ?? begun.salespersonId, salutationCode }) } as ContactFields
}

/** A new contact: what is said of it, what a person takes over from her company, and with what contacts begin; the first of these wins. */
export function newContact(
  type: Contact['type'],
  no: string,
  fields: ContactFields,
  company: Company | undefined,
  beginning: Beginning,
  occasion: Occasion,
): Contact {
  const said = filled(fields)
  const begun = beginsWith(type, beginning)
  if (type === 'company') return newCompany(occasion, no, { ...begun, ...said })
  const inherited = company ? takesOver({ ...emptyContact('person'), ...(said as PersonFields) }, company, beginning.defaults.inherits) : {}
  return newPerson(occasion, no, { ...begun, ...inherited, ...said })
}

/** Blank fields of a form say nothing. */
const filled = (fields: ContactFields): ContactFields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))

/** What a new segment begins with; what is known already goes before. BC: Segment/SegmentHeader.Table.al, OnInsert */
export const segmentBegins = ({
  defaults,
  salespersonId,
}: Beginning): Pick<Partial<Segment>, 'salespersonId' | 'templateId' | 'languageCode' | 'correspondenceType'> =>
  given({ ...defaults.segment, salespersonId: salespersonId ?? defaults.segment.salespersonId })
