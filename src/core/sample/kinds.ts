// More short lists of the sample: what companies are to us, what people answer for, and what they are asked.
import type { AnswerId, QuestionId, QuestionnaireId, WebSourceId } from '../../model/ids.ts'
import type {
  BusinessRelation,
  InteractionGroup,
  JobResponsibility,
  OrganizationalLevel,
  Questionnaire,
  Territory,
  WebSource,
} from '../../model/lists.ts'
import type { Occasion } from '../../model/occasion.ts'

export interface SampleKinds {
  businessRelations: Record<'customer' | 'prospect' | 'supplier' | 'competitor', BusinessRelation>
  /** In the order of a land's jobs. */
  jobResponsibilities: JobResponsibility[]
  /** From the top downwards. */
  organizationalLevels: OrganizationalLevel[]
  /** In the order of the salespeople. */
  territories: [Territory, Territory, Territory]
  webSources: Record<'map' | 'network', WebSource>
  questionnaires: Record<'companies' | 'persons', Questionnaire>
  interactionGroups: Record<'letters' | 'calls' | 'visits', InteractionGroup>
}

const stamp = { rev: 0, sample: true } as const

export function sampleKinds({ nextId }: Occasion): SampleKinds {
  const kind = <T extends string>(code: string, description: string) => ({ ...stamp, id: nextId<T>(), code, description })
  return {
    businessRelations: {
      customer: kind('CUSTOMER', 'Customer'),
      prospect: kind('PROSPECT', 'Prospective customer'),
      supplier: kind('SUPPLIER', 'Supplier'),
      competitor: kind('COMPETITOR', 'Competitor'),
    },
    jobResponsibilities: [
      kind('MANAGEMENT', 'Management'),
      kind('PURCHASING', 'Purchasing'),
      kind('WORKSHOP', 'Workshop and production'),
      kind('OFFICE', 'Office'),
      kind('SALES', 'Sales'),
    ],
    organizationalLevels: [kind('BOARD', 'Board'), kind('HEAD', 'Head of department'), kind('STAFF', 'Staff')],
    territories: [kind('NORTH', 'North'), kind('SOUTH', 'South'), kind('WEST', 'West')],
    webSources: {
      map: { ...kind<WebSourceId>('MAP', 'OpenStreetMap'), url: 'https://www.openstreetmap.org/search?query=%1' },
      network: { ...kind<WebSourceId>('LINKEDIN', 'LinkedIn'), url: 'https://www.linkedin.com/search/results/companies/?keywords=%1' },
    },
    interactionGroups: {
      letters: kind('LETTERS', 'Letters and invitations'),
      calls: kind('CALLS', 'Phone calls'),
      visits: kind('VISITS', 'Visits'),
    },
    questionnaires: sampleQuestionnaires(nextId),
  }
}

function sampleQuestionnaires(nextId: Occasion['nextId']): SampleKinds['questionnaires'] {
  const question = (description: string, multiple: boolean, ...answers: string[]) => ({
    ...{ id: nextId<QuestionId>(), description, multiple },
    answers: answers.map((answer) => ({ id: nextId<AnswerId>(), description: answer })),
  })
  return {
    companies: {
      ...{ ...stamp, id: nextId<QuestionnaireId>(), code: 'COMPANY', description: 'About the company', contactType: 'company' },
      questions: [
        question('How many people work there?', false, 'Up to 10', '11 to 50', '51 to 250', 'More than 250'),
        question('What do they own?', true, 'Machines of ours', 'Machines of others', 'A service contract', 'A showroom'),
      ],
    },
    persons: {
      ...{ ...stamp, id: nextId<QuestionnaireId>(), code: 'PERSON', description: 'About the person', contactType: 'person' },
      questions: [
        question('What is of interest?', true, 'New machines', 'Used machines', 'Service and spare parts', 'Training'),
        question('When to call?', false, 'In the morning', 'In the afternoon', 'Better write'),
      ],
    },
  }
}
