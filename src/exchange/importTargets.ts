// Where a column of a file may go, for each kind of rows: the one list for guessing, choosing and planning.
import type { ImportKind } from '../model/importMapping.ts'
import { targetFields } from './headerNames.ts'

/** By what a row of interactions or purchases says whom it is about. */
const whom = ['contactNo', 'externalId', 'email', 'fullName', 'firstName', 'surname', 'companyName', 'postCode'] as const

/** What contacts can say beside the fields that most files have. */
const further = ['no', 'territory', 'organizationalLevel', 'jobResponsibilities', 'businessRelations', 'minor', 'parentalConsent'] as const

export const importTargets = {
  contacts: [...new Set([...targetFields, ...further])],
  interactions: [
    ...whom,
    ...([
      'day',
      'time',
      'description',
      'template',
      'interactionGroup',
      'salesperson',
      'campaign',
      'subject',
      'comment',
      'response',
      'respondedDay',
    ] as const),
    ...([
      'correspondenceType',
      'informationFlow',
      'initiatedBy',
      'cost',
      'duration',
      'evaluation',
      'attemptFailed',
      'cancelled',
      'campaignResponse',
    ] as const),
  ],
  purchases: [...whom, 'day', 'itemNo', 'description', 'itemGroup', 'quantity', 'amount'],
} as const satisfies Record<ImportKind, readonly string[]>

export type ContactTarget = (typeof importTargets.contacts)[number]
export type InteractionTarget = (typeof importTargets.interactions)[number]
export type PurchaseTarget = (typeof importTargets.purchases)[number]

/** Why a row stays out. */
export const problemsThatStop = {
  contacts: ['uneven', 'noName', 'sameIdTwice'],
  interactions: ['uneven', 'noContactGiven', 'contactNotFound', 'contactSeveral', 'noDay', 'unclearDay'],
  purchases: [
    ...(['uneven', 'noContactGiven', 'contactNotFound', 'contactSeveral', 'noCompany', 'noDay', 'unclearDay', 'noItem'] as const),
    'unclearNumber',
  ],
} as const satisfies Record<ImportKind, readonly string[]>

/** What is told about a row that comes in. */
export const problemsThatAreTold = {
  contacts: [
    ...(['unknownCountry', 'unknownLanguage', 'unknownSalutation', 'unknownCorrespondenceType', 'unclearYesNo', 'unclearDay'] as const),
    ...(['unclearCadence', 'phoneInScientificNotation', 'emailNotValid', 'furtherPhone', 'furtherEmail', 'personLeftOut'] as const),
    ...(['privacyBlockKept', 'excludeKept', 'withheldKept'] as const),
  ],
  interactions: [
    ...(['unknownTemplate', 'unknownCampaign', 'unknownInteractionGroup', 'unknownCorrespondenceType', 'unclearYesNo'] as const),
    ...(['unclearTime', 'unclearNumber', 'unclearEvaluation', 'unclearDirection', 'unknownResponse'] as const),
  ],
  purchases: [],
} as const satisfies Record<ImportKind, readonly string[]>
