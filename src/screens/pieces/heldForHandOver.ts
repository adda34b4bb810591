// Contacts that were selected in the list, on their way to the page of handing over. They are gone when the app is started anew.
import { unpackIds, type PackedIds } from '../../base/packedIds.ts'
import type { ContactId } from '../../model/ids.ts'

let held: PackedIds | undefined

export function heldForHandOver(people: PackedIds): void {
  held = people
}

/** Those that were selected last; nobody where nothing was. */
export const chosenForHandOver = (): ContactId[] => (held ? unpackIds<ContactId>(held) : [])
