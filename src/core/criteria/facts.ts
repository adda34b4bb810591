// What a criterion may look at: the contacts, what happened with each, what their companies bought, and what is set around them.
import type { Day } from '../../base/day.ts'
import type { Contact } from '../../model/contact.ts'
import type { CampaignId, ContactId, LoggedSegmentId, SegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Purchase } from '../../model/purchase.ts'
import type { Rhythms } from '../contact/cadence.ts'
import { cancelledAmong } from '../interaction/cancel.ts'
import { wasWithDeleted } from './gone.ts'

/** An entry as criteria see it, and whether it is cancelled, by itself or with its segment. */
export interface Happened {
  entry: InteractionLogEntry
  cancelled: boolean
}

export interface Facts {
  contacts: ReadonlyMap<ContactId, Contact>
  /** Day of the last interaction that counts: not cancelled, attempt not failed. */
  lastInteraction: ReadonlyMap<ContactId, Day>
  history: ReadonlyMap<ContactId, readonly Happened[]>
  /** By company. */
  purchases: ReadonlyMap<ContactId, readonly Purchase[]>
  /** Who stands on the lines of each open segment. */
  lists: Lists
  /** Whom each active campaign is for. */
  targets: Targets
  /** How often classes of contacts want to be heard of. */
  pace: Rhythms | undefined
}

export type Targets = ReadonlyMap<CampaignId, ReadonlySet<ContactId>>
export type Lists = ReadonlyMap<SegmentId, ReadonlySet<ContactId>>

/**
 * Gathers the facts. An entry counts for its own contact only, and for nobody when it was with somebody who is deleted; those of
 * `cancelledSegments` are cancelled.
 * BC: Contact/Contact.Table.al, Date of Last Interaction
 */
export function factsOf(
  contacts: Iterable<Contact>,
  entries: Iterable<InteractionLogEntry>,
  cancelledSegments: ReadonlySet<LoggedSegmentId> = new Set(),
  purchases: Iterable<Purchase> = [],
  lists: Lists = new Map(),
  { targets = new Map(), pace }: Partial<Pick<Facts, 'targets' | 'pace'>> = {},
): Facts {
  const byId = new Map<ContactId, Contact>()
  for (const contact of contacts) byId.set(contact.id, contact)
  const lastInteraction = new Map<ContactId, Day>()
  const history = new Map<ContactId, Happened[]>()
  for (const entry of entries) {
    if (wasWithDeleted(entry)) continue
    const cancelled = cancelledAmong(entry, cancelledSegments)
    addTo(history, entry.contactId, { entry, cancelled })
    if (cancelled || entry.attemptFailed) continue
    const known = lastInteraction.get(entry.contactId)
    if (!known || known < entry.day) lastInteraction.set(entry.contactId, entry.day)
  }
  const bought = new Map<ContactId, Purchase[]>()
  for (const purchase of purchases) addTo(bought, purchase.companyId, purchase)
  return { contacts: byId, lastInteraction, history, purchases: bought, lists, targets, pace }
}

/** Puts a value on the list of its key. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
