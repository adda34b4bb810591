// A campaign's own values: made, changed, and what stands against them. BC: Campaign/Campaign.Table.al
import { refuse, ok, type Result } from '../../base/result.ts'
import type { Campaign } from '../../model/campaign.ts'
import type { Failure } from '../../model/failure.ts'
import { given } from '../asRead.ts'

export type CampaignFields = Pick<Campaign, 'description' | 'startingDay' | 'endingDay' | 'salespersonId' | 'statusId' | 'notes'>

/** The fields as they are stored. Failures: `nameBlank`, `campaignDates` when it would end before it starts. */
export function campaignFields(fields: CampaignFields): Result<CampaignFields, Failure> {
  const { startingDay, endingDay } = fields
  if (fields.description.trim() === '') return refuse({ code: 'nameBlank' })
  if (startingDay && endingDay && endingDay < startingDay) return refuse({ code: 'campaignDates' })
  return ok(given({ ...fields, description: fields.description.trim(), notes: fields.notes?.trim() || undefined }))
}

/** The campaign with these values; what was emptied is gone. */
export function campaignWith(campaign: Campaign, fields: CampaignFields): Campaign {
  const { startingDay: _start, endingDay: _end, salespersonId: _who, statusId: _status, notes: _notes, ...rest } = campaign
  return { ...rest, ...fields }
}

/** Where a campaign stands by its dates. One without dates is running. */
export type Stands = 'planned' | 'running' | 'over'

export function standsOn({ startingDay, endingDay }: Pick<Campaign, 'startingDay' | 'endingDay'>, today: string): Stands {
  if (startingDay && startingDay > today) return 'planned'
  return endingDay && endingDay < today ? 'over' : 'running'
}
