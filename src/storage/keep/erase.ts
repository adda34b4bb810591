// Erasing this tablet: every database, file, cache and note of the app goes, the app itself last. It is done by a page that has opened
// nothing yet: the wish is noted, the page loads anew and finds it. After a power cut in between, the next start goes on.

/** Kinds of things the app leaves in the browser, in the order in which they go. The app goes only when the data have gone. */
export const placesOfData = ['databases', 'files'] as const
export const placesOfApp = ['workers', 'caches', 'notes'] as const
export type PlaceToErase = (typeof placesOfData)[number] | (typeof placesOfApp)[number]

export interface ErasablePlace {
  list: () => Promise<string[]>
  remove: (name: string) => Promise<unknown>
}
export type Ground = Record<PlaceToErase, ErasablePlace>

/** What is still there; `names` as the browser lists them. */
export interface StillThere {
  place: PlaceToErase
  names: string[]
}

const noted = 'fieldbook-erase'

/** Notes that everything is to be erased; the page that loads next does it, in this language. */
export const noteErasing = (language: string): void => localStorage.setItem(noted, language)

/** Whether it is to be erased, and in which language the page speaks. */
export function erasingNoted(): string | undefined {
  try {
    return localStorage.getItem(noted) ?? undefined
  } catch {
    return undefined
  }
}

/** Calls when another window of the app begins to erase. */
export function whenErasedElsewhere(page: EventTarget, hear: (language: string) => void): void {
  page.addEventListener('storage', (event) => {
    const { key, newValue } = event as StorageEvent
    if (key === noted && newValue) hear(newValue)
  })
}

/** Erases everything. What could not be removed is listed; the app stays as long as data are left, so that it can be tried again. */
export async function eraseAll(ground: Ground): Promise<StillThere[]> {
  for (const places of [placesOfData, placesOfApp]) {
    for (const place of places) await clear(ground[place])
    const left = await stillThere(ground, places)
    if (left.length > 0) return left
  }
  // While the app went, something that was still being written may have come back.
  return stillThere(ground, [...placesOfData, ...placesOfApp])
}

async function clear({ list, remove }: ErasablePlace): Promise<void> {
  // One that will not go does not keep the others; it is found when all is listed again.
  for (const name of await list()) await Promise.resolve(remove(name)).catch(() => undefined)
}

async function stillThere(ground: Ground, places: readonly PlaceToErase[]): Promise<StillThere[]> {
  const left: StillThere[] = []
  for (const place of places) {
    const names = await ground[place].list()
    if (names.length > 0) left.push({ place, names })
  }
  return left
}
