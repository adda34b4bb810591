// Whom a campaign is for: the companies of everybody marked as its target, and people without one. Collected when the campaign is
// activated, from lines of open segments and from interactions that count. BC: Campaign/CampaignTargetGroupMgt.Codeunit.al
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Campaign, TargetGroup } from '../../model/campaign.ts'
import type { Contact } from '../../model/contact.ts'
import type { Failure } from '../../model/failure.ts'
import type { CampaignId, ContactId, LoggedSegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Line, Segment } from '../../model/segment.ts'
import { unchanged, type Changes } from '../../model/tables.ts'
import { asRead } from '../asRead.ts'
import { withheld } from '../contact/privacy.ts'
import { cancelledAmong } from '../interaction/cancel.ts'
import { effective, type Around } from '../segment/effective.ts'

/** People whom open segments mark as a target of the campaign. */
export function targetedByLines(
  segments: readonly { segment: Segment; lines: readonly Line[] }[],
  around: Around,
  id: CampaignId,
): Set<ContactId> {
  const found = new Set<ContactId>()
  for (const { segment, lines } of segments)
    for (const line of lines) {
      if (found.has(line.contactId)) continue
      const { campaign, campaignTarget } = effective(line, segment, around)
      if (campaign.value?.id === id && campaignTarget.value) found.add(line.contactId)
    }
  return found
}

/** People with whom something was done to win them for the campaign, as far as it counts. */
export function targetedByEntries(
  entries: Iterable<InteractionLogEntry>,
  cancelled: ReadonlySet<LoggedSegmentId>,
  id: CampaignId,
): Set<ContactId> {
  const found = new Set<ContactId>()
  for (const entry of entries)
    if (entry.campaignId === id && entry.campaignTarget && !cancelledAmong(entry, cancelled)) found.add(entry.contactId)
  return found
}

/** The companies of these people, and those who have none; who may not be written to is not among them. In the order of their names. */
export function targetsOf(people: Iterable<Contact>, companies: ReadonlyMap<ContactId, Contact>): Contact[] {
  const found = new Map<ContactId, Contact>()
  for (const person of people) {
    if (withheld(person)) continue
    const target = (person.type === 'person' && person.companyId && companies.get(person.companyId)) || person
    if (!withheld(target)) found.set(target.id, target)
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name))
}

/** Activates the campaign, or collects its group anew. Failure `nobodyTargeted`. */
export function planActivate(
  campaign: Campaign,
  group: TargetGroup | undefined,
  contactIds: readonly ContactId[],
  { now }: Occasion,
): Result<Changes, Failure> {
  if (contactIds.length === 0) return refuse({ code: 'nobodyTargeted' })
  const sample = campaign.sample ? { sample: true as const } : {}
  const row: TargetGroup = { ...(group ?? { id: campaign.id, rev: 0, ...sample }), contactIds: [...contactIds], activatedAt: now }
  return ok({
    put: { targetGroups: [row] },
    remove: {},
    requires: [unchanged('campaigns', campaign), asRead('targetGroups', group ?? row)],
  })
}

/** Nobody is its target group any more; who was reached stays in the log. */
export const planDeactivate = (group: TargetGroup): Changes => ({
  put: {},
  remove: { targetGroups: [group.id] },
  requires: [unchanged('targetGroups', group)],
})

/** How many belong to the group by now that are not in it, and how many are in it that belong to it no longer. */
export function groupNews(group: Pick<TargetGroup, 'contactIds'>, now: readonly ContactId[]): { come: number; gone: number } {
  const were = new Set(group.contactIds)
  const are = new Set(now)
  return { come: now.filter((id) => !were.has(id)).length, gone: group.contactIds.filter((id) => !are.has(id)).length }
}
