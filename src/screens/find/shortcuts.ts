// The keys of the app, in one table: what listens for them and the sheet that tells of them both read it.
import type { Key } from '../../text/language.svelte.ts'

export type ShortcutAct = 'find' | 'help' | 'today' | 'contacts' | 'segments' | 'campaigns' | 'more' | 'undo'

export interface Shortcut {
  /** What it does; missing where the page itself listens. */
  act?: ShortcutAct
  /** As it is written on the keyboard; `Mod` is Ctrl, or ⌘ on a Mac. */
  keys: readonly string[]
  label: Key
}

export const shortcuts: readonly { name: 'everywhere' | 'lists' | 'there'; of: readonly Shortcut[] }[] = [
  {
    name: 'everywhere',
    of: [
      { act: 'find', keys: ['Mod', 'K'], label: 'search.everything' },
      { act: 'find', keys: ['/'], label: 'keys.slash' },
      { act: 'help', keys: ['?'], label: 'keys.title' },
      { act: 'today', keys: ['Alt', '1'], label: 'nav.today' },
      { act: 'contacts', keys: ['Alt', '2'], label: 'nav.contacts' },
      { act: 'segments', keys: ['Alt', '3'], label: 'nav.segments' },
      { act: 'campaigns', keys: ['Alt', '4'], label: 'nav.campaigns' },
      { act: 'more', keys: ['Alt', '5'], label: 'nav.more' },
      { act: 'undo', keys: ['Mod', 'Z'], label: 'keys.undo' },
      { keys: ['Esc'], label: 'keys.close' },
    ],
  },
  {
    name: 'lists',
    of: [
      { keys: ['↑', '↓'], label: 'keys.rows' },
      { keys: ['Enter'], label: 'keys.open' },
      { keys: ['Space'], label: 'keys.tick' },
    ],
  },
  {
    name: 'there',
    of: [
      { keys: ['Mod', 'Z'], label: 'keys.undoStep' },
      { keys: ['Mod', 'S'], label: 'keys.saveLetter' },
      { keys: ['1', '…', '6'], label: 'keys.outcome' },
    ],
  },
]

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const isPressed = ({ keys }: Shortcut, event: Pressed): boolean => {
  const sign = keys.at(-1) ?? ''
  const mod = event.ctrlKey || event.metaKey
  if (keys.includes('Mod') !== mod || keys.includes('Alt') !== event.altKey || (mod && event.shiftKey)) return false
  // With Alt some keyboards write another sign: there the key itself counts.
  return keys.includes('Alt') ? event.code === `Digit${sign}` : event.key.toLowerCase() === sign.toLowerCase()
}

/** What is asked for by these keys, if anything. @param single whether keys without Ctrl or Alt count */
export function shortcutOf(event: Pressed, single: boolean): Shortcut | undefined {
  const found = shortcuts.flatMap(({ of }) => of).find((one) => one.act !== undefined && isPressed(one, event))
  return found && (single || found.keys.length > 1) ? found : undefined
}
