// The short lists of the sample: groups, salespeople, templates, campaigns.
import { addDays } from '../../base/day.ts'
import type { Campaign } from '../../model/campaign.ts'
import type { IndustryGroup, MailingGroup, Salesperson } from '../../model/contact.ts'
import type { InteractionTemplate } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import { sampleKinds, type SampleKinds } from './kinds.ts'

export interface SampleLists {
  mailingGroups: Record<'news' | 'christmas' | 'fair' | 'service', MailingGroup>
  /** In the order of a land's trades. */
  industryGroups: [machines: IndustryGroup, food: IndustryGroup, wood: IndustryGroup, wholesale: IndustryGroup, health: IndustryGroup]
  salespeople: [Salesperson, Salesperson, Salesperson]
  templates: Record<'letter' | 'invitation' | 'call' | 'visit', InteractionTemplate>
  campaigns: Record<'fair' | 'service', Campaign>
  kinds: SampleKinds
}

const stamp = { rev: 0, sample: true } as const

/** Makes all lists. @param numbers two campaign numbers */
export function sampleLists(occasion: Occasion, numbers: readonly string[]): SampleLists {
  const salespeople = sampleSalespeople(occasion)
  const kinds = sampleKinds(occasion)
  return {
    ...groups(occasion),
    salespeople,
    kinds,
    templates: sampleTemplates(occasion, kinds.interactionGroups),
    campaigns: sampleCampaigns(occasion, salespeople, numbers),
  }
}

function groups({ nextId }: Occasion): Pick<SampleLists, 'mailingGroups' | 'industryGroups'> {
  const group = <T extends string>(code: string, description: string) => ({ ...stamp, id: nextId<T>(), code, description })
  return {
    mailingGroups: {
      news: group('NEWS', 'Newsletter'),
      christmas: group('XMAS', 'Christmas cards'),
      fair: group('FAIR', 'Guests of the trade fair'),
      service: group('SERVICE', 'Service offers'),
    },
    industryGroups: [
      group('MACHINES', 'Machines and tools'),
      group('FOOD', 'Food and drink'),
      group('WOOD', 'Wood and furniture'),
      group('WHOLESALE', 'Wholesale'),
      group('HEALTH', 'Health care'),
    ],
  }
}

function sampleSalespeople({ nextId }: Occasion): SampleLists['salespeople'] {
  const salesperson = (code: string, name: string, jobTitle: string, phone: string): Salesperson => ({
    ...{ ...stamp, id: nextId(), code, name, jobTitle, phone, blocked: false },
    email: `${code.toLowerCase()}@fieldbook.example`,
  })
  return [
    salesperson('VL', 'Vera Lindqvist', 'Field sales', '+49 40 66969 101'),
    salesperson('JM', 'Jörn Möller', 'Field sales', '+49 89 99998 102'),
    salesperson('SB', 'Sanne de Boer', 'Key accounts', '+31 20 5550 103'),
  ]
}

function sampleTemplates({ nextId }: Occasion, { letters, calls, visits }: SampleKinds['interactionGroups']): SampleLists['templates'] {
  const template = (code: string, description: string, more: Partial<InteractionTemplate>): InteractionTemplate => ({
    ...{ ...stamp, id: nextId(), code, description, unitCost: 0, unitDuration: 0, informationFlow: 'outbound', initiatedBy: 'us' },
    ...{ ignoreContactCorrespondence: false, campaignTarget: false, campaignResponse: false },
    ...{ subject: '', documents: [], ...more },
  })
  return {
    letter: template('LETTER', 'Letter', {
      interactionGroupId: letters.id,
      unitCost: 1.5,
      unitDuration: 5,
      correspondenceType: 'hardCopy',
    }),
    invitation: template('INVITE', 'Invitation', {
      interactionGroupId: letters.id,
      campaignTarget: true,
      unitCost: 2.4,
      unitDuration: 5,
      correspondenceType: 'hardCopy',
      subject: 'You are invited',
    }),
    call: template('CALL', 'Phone call', { interactionGroupId: calls.id, unitCost: 4, unitDuration: 10 }),
    visit: template('VISIT', 'Visit', { interactionGroupId: visits.id, unitCost: 85, unitDuration: 60 }),
  }
}

function sampleCampaigns(
  { nextId, today }: Occasion,
  salespeople: readonly Salesperson[],
  numbers: readonly string[],
): SampleLists['campaigns'] {
  const campaign = (index: number, description: string, from: number, to: number): Campaign => {
    const salesperson = salespeople[index]
    const days = { startingDay: addDays(today, from), endingDay: addDays(today, to) }
    return { ...stamp, id: nextId(), no: numbers[index] ?? '', description, ...days, ...(salesperson && { salespersonId: salesperson.id }) }
  }
  return { fair: campaign(0, 'Spring fair', -280, -180), service: campaign(1, 'Service contracts', -90, 60) }
}
