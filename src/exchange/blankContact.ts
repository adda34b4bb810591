// A blank contact of an import, every field named here: 100 000 of them take a third of the memory that copied ones take.
import type { Company, Contact, Person } from '../model/contact.ts'
import type { ContactId } from '../model/ids.ts'

/** Without id and number: they are given when the plan is whole. */
export const blankContact = (type: Contact['type'], changedAt: string): Contact =>
  type === 'company' ? blankCompany(changedAt) : blankPerson(changedAt)

const noId = '' as ContactId

function blankCompany(changedAt: string): Company {
  return {
    rev: 0,
    id: noId,
    type: 'company',
    no: '',
    name: '',
    name2: '',
    address: '',
    address2: '',
    postCode: '',
    city: '',
    county: '',
    countryCode: '',
    phone: '',
    mobilePhone: '',
    email: '',
    homePage: '',
    salutationCode: '',
    mailingGroupIds: [],
    answerIds: [],
    alternativeAddresses: [],
    vatNo: '',
    externalId: '',
    excludeFromSegment: false,
    privacyBlocked: false,
    changedAt,
    industryGroupIds: [],
    businessRelations: [],
  }
}

function blankPerson(changedAt: string): Person {
  return {
    rev: 0,
    id: noId,
    type: 'person',
    no: '',
    name: '',
    firstName: '',
    middleName: '',
    surname: '',
    jobTitle: '',
    initials: '',
    name2: '',
    address: '',
    address2: '',
    postCode: '',
    city: '',
    county: '',
    countryCode: '',
    phone: '',
    mobilePhone: '',
    email: '',
    homePage: '',
    salutationCode: '',
    mailingGroupIds: [],
    answerIds: [],
    alternativeAddresses: [],
    vatNo: '',
    externalId: '',
    excludeFromSegment: false,
    privacyBlocked: false,
    changedAt,
    jobResponsibilityIds: [],
    minor: false,
    parentalConsent: false,
  }
}
