// The facts for criteria, kept: a changed entry or purchase is put in its place, instead of gathering a million anew after each commit.
import { addTo, factsOf, type Facts, type Happened, type Lists } from '../../core/criteria/facts.ts'
import { cancelledAmong } from '../../core/interaction/cancel.ts'
import type { Day } from '../../base/day.ts'
import type { Contact } from '../../model/contact.ts'
import type { ContactId, LoggedSegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Purchase } from '../../model/purchase.ts'

type Cancelled = ReadonlySet<LoggedSegmentId>

export class KeptFacts implements Facts {
  /** The very map that the index keeps up to date. */
  readonly contacts: ReadonlyMap<ContactId, Contact>
  readonly lastInteraction: Map<ContactId, Day>
  readonly history: Map<ContactId, Happened[]>
  readonly purchases: Map<ContactId, Purchase[]>
  readonly lists: Lists = new Map()

  constructor(
    contacts: ReadonlyMap<ContactId, Contact>,
    entries: Iterable<InteractionLogEntry>,
    cancelled: Cancelled,
    purchases: Iterable<Purchase>,
  ) {
    const facts = factsOf([], entries, cancelled, purchases)
    this.contacts = contacts
    this.lastInteraction = facts.lastInteraction
    this.history = facts.history
    this.purchases = facts.purchases
  }

  /** Puts an entry in place of what it was; missing = there was none, or it is gone. */
  replaceEntry(before: InteractionLogEntry | undefined, after: InteractionLogEntry | undefined, cancelled: Cancelled): void {
    if (before) take(this.history, before.contactId, ({ entry }) => entry.id !== before.id)
    if (after) addTo(this.history, after.contactId, { entry: after, cancelled: cancelledAmong(after, cancelled) })
    for (const id of new Set([before?.contactId, after?.contactId])) if (id !== undefined) this.#countLast(id)
  }

  replacePurchase(before: Purchase | undefined, after: Purchase | undefined): void {
    if (before) take(this.purchases, before.companyId, ({ id }) => id !== before.id)
    if (after) addTo(this.purchases, after.companyId, after)
  }

  #countLast(id: ContactId): void {
    let last: Day | undefined
    for (const { entry, cancelled } of this.history.get(id) ?? []) {
      if (!cancelled && !entry.attemptFailed && (last === undefined || last < entry.day)) last = entry.day
    }
    if (last === undefined) this.lastInteraction.delete(id)
    else this.lastInteraction.set(id, last)
  }
}

function take<K, V>(lists: Map<K, V[]>, key: K, stays: (value: V) => boolean): void {
  const rest = (lists.get(key) ?? []).filter(stays)
  if (rest.length > 0) lists.set(key, rest)
  else lists.delete(key)
}
