// Erasing: the data go first, the app last and only when the data have gone; what stays is told.
import { describe, expect, it } from 'vitest'
import { eraseAll, type Ground, type PlaceToErase } from '../../src/storage/keep/erase.ts'

const everything: Record<PlaceToErase, string[]> = {
  databases: ['fieldbook', 'fieldbook-door', 'fieldbook-2'],
  files: ['generated', 'backups'],
  workers: ['https://host/'],
  caches: ['workbox-precache-v2-https://host/'],
  notes: ['fieldbook-erase'],
}

function ground(holds: Partial<Record<string, true>> = {}) {
  const there = structuredClone(everything)
  const went: string[] = []
  const place = (name: PlaceToErase) => ({
    list: () => Promise.resolve([...there[name]]),
    remove: (one: string) => {
      if (holds[one]) return Promise.reject(new Error('blocked'))
      there[name] = there[name].filter((other) => other !== one)
      went.push(one)
      return Promise.resolve()
    },
  })
  const all = Object.fromEntries(Object.keys(everything).map((name) => [name, place(name as PlaceToErase)])) as Ground
  return { all, there, went }
}

describe('erasing this tablet', () => {
  it('leaves nothing, and the note of the wish goes last', async () => {
    const { all, there, went } = ground()
    expect(await eraseAll(all)).toEqual([])
    expect(Object.values(there).flat()).toEqual([])
    expect(went.at(-1)).toBe('fieldbook-erase')
  })

  it('keeps the app and the note while another window holds a database, but takes everything else of the data', async () => {
    const { all, there } = ground({ 'fieldbook-door': true })
    expect(await eraseAll(all)).toEqual([{ place: 'databases', names: ['fieldbook-door'] }])
    expect(there).toEqual({ ...everything, databases: ['fieldbook-door'], files: [] })
  })

  it('goes on where it was broken off', async () => {
    const { all, there } = ground()
    there.databases = ['fieldbook-2']
    there.files = []
    expect(await eraseAll(all)).toEqual([])
  })

  it('tells what was written again while the app went', async () => {
    const { all, there } = ground()
    const remove = all.caches.remove
    all.caches.remove = async (name) => {
      there.databases = ['fieldbook']
      await remove(name)
    }
    expect(await eraseAll(all)).toEqual([{ place: 'databases', names: ['fieldbook'] }])
  })
})
