// What came in by another door (dropped on the window, pasted, shared, opened from the device) and goes to the import.
// The page of the import takes it from here, also when it is open already.
import { goTo } from '../../parts/place.svelte.ts'

/** A file, or a text that was copied somewhere. */
export type Incoming = File | { text: string }

let waiting = $state.raw<Incoming | undefined>()

/** Opens the import with this file, or with this text as if it had been pasted there. */
export function openImportWith(what: File | string): void {
  waiting = typeof what === 'string' ? { text: what } : what
  goTo('/import')
}

/** What waits; a rune, for the page of the import. */
export const incoming = (): Incoming | undefined => waiting

/** What waits, once. */
export function takeIncoming(): Incoming | undefined {
  const taken = waiting
  waiting = undefined
  return taken
}
