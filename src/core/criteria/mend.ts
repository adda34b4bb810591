// Which field of whom would change what a rule answers. What happened, what was bought and what is counted is not mended in a field.
import type { Contact } from '../../model/contact.ts'
import type { ChoiceField, FlagField, Rule, TextField } from '../../model/criteria.ts'
import type { ContactId } from '../../model/ids.ts'
import { companyOf } from '../contact/name.ts'
import type { Facts } from './facts.ts'
import { isDateField, isNumberField } from './filterExpression.ts'
import type { SetKind } from './values.ts'

export type MendField = TextField | ChoiceField | FlagField | Exclude<SetKind, 'segment' | 'targetOf'> | 'birthday' | 'companyId'

export interface Mend {
  field: MendField
  /** The contact itself, or its company. */
  contactId: ContactId
}

const ofPersons: readonly MendField[] = [
  ...(['jobTitle', 'firstName', 'surname', 'organizationalLevelId', 'minor', 'parentalConsent'] as const),
  ...(['jobResponsibility', 'birthday', 'companyId'] as const),
]

/** The field to open; nothing where no field decides it. Of the company of somebody who has none it is the company itself. */
export function mendOf(rule: Rule, contact: Contact, { contacts }: Pick<Facts, 'contacts'>): Mend | undefined {
  const asked = askedField(rule)
  if (!asked) return undefined
  const whose = asked.ofCompany ? companyOf(contact, contacts) : contact
  const field = whose ? asked.field : 'companyId'
  const { type, id } = whose ?? contact
  return type === 'company' && ofPersons.includes(field) ? undefined : { field, contactId: id }
}

function askedField(rule: Rule): { field: MendField; ofCompany: boolean } | undefined {
  const ofCompany = 'of' in rule && rule.of === 'company'
  switch (rule.kind) {
    case 'text':
      return fieldOrName(rule.field, ofCompany)
    case 'choice':
    case 'flag':
      return { field: rule.field, ofCompany }
    case 'expression':
      if (isNumberField(rule.field) || (isDateField(rule.field) && rule.field !== 'birthday')) return undefined
      return fieldOrName(rule.field, ofCompany)
    case 'date':
      return rule.field === 'birthday' ? { field: 'birthday', ofCompany } : undefined
    case 'mailingGroup':
    case 'answer':
    case 'jobResponsibility':
      return { field: rule.kind, ofCompany }
    case 'industryGroup':
    case 'businessRelation':
      return { field: rule.kind, ofCompany: true }
    case 'number':
    case 'segment':
    case 'targetOf':
    case 'interaction':
    case 'purchase':
    case 'contact':
      return undefined
  }
}

/** The name of the company stands with the company. */
const fieldOrName = (field: MendField, ofCompany: boolean) =>
  field === 'companyName' ? { field: 'name' as const, ofCompany: true } : { field, ofCompany }
