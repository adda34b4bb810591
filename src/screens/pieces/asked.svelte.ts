// A page that is asked for something by its address: `#/tasks?open=new`.
import { untrack } from 'svelte'
import { place, replaceWith } from '../../parts/place.svelte.ts'

/**
 * Does what the page is asked for, also when it stands open already. The wish leaves the address, so that Back and a second time work.
 * To be called while the page is set up.
 * @param stays it stays in the address, as what a reload shows again
 */
export function whenAsked(key: string, act: (value: string) => void, stays = false): void {
  const mine = place().path
  $effect(() => {
    const { path, query } = place()
    const value = query.get(key)
    // The page that goes must not take what the next one is asked for.
    if (value === null || path !== mine) return
    untrack(() => {
      if (stays) return act(value)
      const rest = new URLSearchParams(query)
      rest.delete(key)
      replaceWith(rest.size > 0 ? `${path}?${rest}` : path)
      act(value)
    })
  })
}
