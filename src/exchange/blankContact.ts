// A blank contact of an import, every field named here: 100 000 of them take a third of the memory that copied ones take.
import type { Company, Contact, Person } from '../model/contact.ts'
import type { ContactId } from '../model/ids.ts'

/** Without id and number: they are given when the plan is whole. */
export const blankContact = (type: Contact['type'], changedAt: string): Contact =>
  type === 'company' ? blankCompany(changedAt) : blankPerson(changedAt)

const noId = '' as ContactId

/** Lists of a contact are never written in place: 100 000 blank ones share them. */
const none = {
  mailingGroupIds: [],
  answerIds: [],
  alternativeAddresses: [],
  industryGroupIds: [],
  businessRelations: [],
  jobResponsibilityIds: [],
}

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
    mailingGroupIds: none.mailingGroupIds,
    answerIds: none.answerIds,
    alternativeAddresses: none.alternativeAddresses,
    vatNo: '',
    externalId: '',
    excludeFromSegment: false,
    privacyBlocked: false,
    changedAt,
    industryGroupIds: none.industryGroupIds,
    businessRelations: none.businessRelations,
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
    mailingGroupIds: none.mailingGroupIds,
    answerIds: none.answerIds,
    alternativeAddresses: none.alternativeAddresses,
    vatNo: '',
    externalId: '',
    excludeFromSegment: false,
    privacyBlocked: false,
    changedAt,
    jobResponsibilityIds: none.jobResponsibilityIds,
    minor: false,
    parentalConsent: false,
  }
}
