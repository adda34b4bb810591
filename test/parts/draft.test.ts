// What is typed is never lost: not by a full disk, not by an update, not by another window.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DraftKeeper } from '../../src/parts/draft.svelte.ts'

// Forms that other files leave open stand in the same list when what is read is shared: here it begins empty.
vi.resetModules()
const { Draft, flushDrafts, FormDraft, onDraftFailure } = await import('../../src/parts/draft.svelte.ts')

/** A disk that can be full, and that two windows may share. */
function disk(rows = new Map<string, unknown>()) {
  const state = { full: false, writes: 0 }
  const keeper: DraftKeeper = {
    read: (id) => Promise.resolve(structuredClone(rows.get(id))),
    write: (id, value) => {
      state.writes++
      if (state.full) return Promise.reject(new Error('QuotaExceededError'))
      rows.set(id, structuredClone(value))
      return Promise.resolve()
    },
    drop: (id) => (state.full ? Promise.reject(new Error('QuotaExceededError')) : Promise.resolve(void rows.delete(id))),
  }
  return { keeper, rows, state }
}

const settle = () => vi.advanceTimersByTimeAsync(1_000)
const told = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  told.mockClear()
  onDraftFailure(told)
})
afterEach(async () => {
  await flushDrafts()
  vi.useRealTimers()
})

describe('A draft', () => {
  it('is told as kept once it is on the disk, not before', async () => {
    const { keeper } = disk()
    const draft = new Draft('a', keeper, { text: '' })
    draft.value.text = 'Holzer'
    draft.changed()
    expect(draft.kept).toBe(false)
    await settle()
    expect(draft.kept).toBe(true)
    draft.changed()
    expect(draft.kept).toBe(false)
    await draft.drop()
    expect(draft.kept).toBe(false)
  })

  it('is written shortly after the last change, once', async () => {
    const { keeper, rows, state } = disk()
    const draft = new Draft('a', keeper, { text: '' })
    for (const text of ['H', 'Ho', 'Holzer']) {
      draft.value.text = text
      draft.changed()
    }
    await settle()
    expect(rows.get('a')).toEqual({ text: 'Holzer' })
    expect(state.writes).toBe(1)
    await draft.drop()
  })

  it('is found again when the form is opened', async () => {
    const { keeper } = disk(new Map([['a', { text: 'Holzer' }]]))
    const draft = new Draft('a', keeper, { text: '' })
    await settle()
    expect([draft.found, draft.value]).toEqual([true, { text: 'Holzer' }])
  })

  it('that comes after the person began typing does not write over it', async () => {
    const { keeper } = disk(new Map([['a', { text: 'before' }]]))
    const draft = new Draft('a', keeper, { text: '' })
    draft.value.text = 'now'
    draft.changed()
    await settle()
    expect([draft.found, draft.value.text]).toEqual([false, 'now'])
    await draft.drop()
  })

  it('from before an update, of a form that has more fields by now, is found again; the new fields begin as they stand', async () => {
    const { keeper } = disk(new Map<string, unknown>([['a', { text: 'x', deep: { on: true } }]]))
    const draft = new Draft('a', keeper, { text: '', list: ['new'], deep: { on: false, off: 1 } })
    await settle()
    expect([draft.found, draft.value]).toEqual([true, { text: 'x', list: ['new'], deep: { on: true, off: 1 } }])
  })

  it.each([
    ['a key more', { text: 'x', list: [], deep: { on: true }, other: 1 }],
    ['another kind of value', { text: 7, list: [], deep: { on: true } }],
    ['a list that is none', { text: 'x', list: 'y', deep: { on: true } }],
    ['another shape deep inside', { text: 'x', list: [], deep: { off: true } }],
    ['a text', 'x'],
    ['nothing', null],
  ])('from before an update, with %s, is not taken', async (_what, kept) => {
    const { keeper } = disk(new Map<string, unknown>([['a', kept]]))
    const start = () => ({ text: '', list: [] as string[], deep: { on: false } })
    const draft = new Draft('a', keeper, start())
    await settle()
    expect([draft.found, draft.value]).toEqual([false, start()])
  })
})

describe('When the disk is full', () => {
  it('it is said once, and the typing is written with the next change', async () => {
    const { keeper, rows, state } = disk()
    const draft = new Draft('a', keeper, { text: '' })
    state.full = true
    for (const text of ['one', 'two']) {
      draft.value.text = text
      draft.changed()
      await settle()
    }
    expect([draft.failed, told.mock.calls.length]).toEqual([true, 1])
    expect(rows.has('a')).toBe(false)
    state.full = false
    draft.value.text = 'three'
    draft.changed()
    await settle()
    expect([draft.failed, rows.get('a')]).toEqual([false, { text: 'three' }])
    await draft.drop()
  })

  it('flushing says that not all is written, and tries again', async () => {
    const { keeper, rows, state } = disk()
    const draft = new Draft('a', keeper, { text: '' })
    const other = new Draft('b', disk().keeper, { text: '' })
    state.full = true
    draft.value.text = 'typed'
    draft.changed()
    other.changed()
    expect(await flushDrafts()).toBe(false)
    expect(await flushDrafts()).toBe(false)
    state.full = false
    expect(await flushDrafts()).toBe(true)
    expect(rows.get('a')).toEqual({ text: 'typed' })
    await Promise.all([draft.drop(), other.drop()])
  })

  it('flushing waits for a write that is under way', async () => {
    const { keeper } = disk()
    let end: () => void = () => undefined
    const slow = { ...keeper, write: () => new Promise<void>((done) => (end = done)) }
    const draft = new Draft('a', slow, { text: '' })
    draft.changed()
    await settle()
    const flushed = vi.fn()
    const flushing = flushDrafts().then(flushed)
    await settle()
    expect(flushed).not.toHaveBeenCalled()
    end()
    await flushing
    expect(flushed).toHaveBeenCalledWith(true)
    await draft.drop()
  })

  it('a form that was closed and is opened again still has what was typed', async () => {
    const { keeper, rows, state } = disk()
    const draft = new Draft('a', keeper, { text: '' })
    state.full = true
    draft.value.text = 'typed'
    draft.changed()
    await draft.leave()
    const again = new Draft('a', keeper, { text: '' })
    expect([again.found, again.value.text]).toEqual([true, 'typed'])
    state.full = false
    expect(await flushDrafts()).toBe(true)
    expect(rows.get('a')).toEqual({ text: 'typed' })
    await again.drop()
  })

  it('giving a draft up does not reject', async () => {
    const { keeper, state } = disk(new Map([['a', { text: 'x' }]]))
    const draft = new Draft('a', keeper, { text: '' })
    await settle()
    state.full = true
    await draft.drop()
    expect(told).toHaveBeenCalledOnce()
  })

  it('a draft that cannot be read is told, and the form is there', async () => {
    const { keeper } = disk()
    const draft = new Draft('a', { ...keeper, read: () => Promise.reject(new Error('gone')) }, { text: '' })
    await settle()
    expect([told.mock.calls.length, draft.value.text]).toEqual([1, ''])
  })
})

describe('A form that was found half filled', () => {
  it('begins anew as it was before anybody typed, and nothing of it is kept', async () => {
    const { keeper, rows } = disk(new Map([['a', { text: 'Holzer', tags: ['one'] }]]))
    const draft = new Draft('a', keeper, { text: 'start', tags: [] as string[] })
    await settle()
    expect(draft.found).toBe(true)
    draft.value.tags.push('two')
    await draft.beginAnew()
    expect(draft.take()).toEqual({ text: 'start', tags: [] })
    expect([draft.found, rows.size]).toEqual([false, 0])
    draft.value.tags.push('three')
    await draft.beginAnew()
    expect(draft.take()).toEqual({ text: 'start', tags: [] })
  })
})

describe('A form that stays open after saving', () => {
  it('keeps what is typed next', async () => {
    const { keeper, rows } = disk()
    const draft = new Draft('a', keeper, { text: '' })
    draft.value.text = 'one'
    draft.changed()
    await settle()
    await draft.drop()
    expect(rows.has('a')).toBe(false)
    draft.value.text = 'two'
    draft.changed()
    expect(await flushDrafts()).toBe(true)
    expect(rows.get('a')).toEqual({ text: 'two' })
    await draft.drop()
  })

  it('is not filled again by a draft that was read too late', async () => {
    const { keeper, rows } = disk(new Map([['a', { text: 'before' }]]))
    const draft = new Draft('a', keeper, { text: '' })
    await draft.drop()
    await settle()
    expect([draft.found, draft.value.text, rows.has('a')]).toEqual([false, '', true])
  })
})

interface Values {
  name: string
  city: string
  tags: string[]
}
const stored: Values = { name: 'Letter', city: 'Linz', tags: ['a'] }
const change = <V extends object>(draft: InstanceType<typeof FormDraft<V>>, values: Partial<V>) => {
  Object.assign(draft.typed, values)
  draft.changed()
}

describe('A form over several fields', () => {
  it('writes only what was touched', () => {
    const draft = new FormDraft('f', disk().keeper, stored)
    change(draft, { city: 'Wels', tags: ['a'] })
    expect([draft.touched, draft.patch()]).toEqual([['city'], { city: 'Wels' }])
    void draft.drop()
  })

  it('follows the stored row where nothing was touched, and keeps what was typed', () => {
    const draft = new FormDraft('f', disk().keeper, stored)
    change(draft, { city: 'Wels' })
    draft.follow({ name: 'Card', city: 'Graz', tags: ['b'] })
    expect(draft.typed).toEqual({ name: 'Card', city: 'Wels', tags: ['b'] })
    expect(draft.patch()).toEqual({ city: 'Wels' })
    void draft.drop()
  })

  it('has nothing to write when the row says meanwhile what was typed', () => {
    const draft = new FormDraft('f', disk().keeper, stored)
    change(draft, { city: 'Wels' })
    draft.follow({ ...stored, city: 'Wels' })
    expect(draft.patch()).toEqual({})
    void draft.drop()
  })

  it('found again, follows the row that was changed since', async () => {
    const { keeper } = disk()
    const first = new FormDraft('f', keeper, stored)
    change(first, { city: 'Wels' })
    await first.leave()
    const now = { ...stored, name: 'Card' }
    const again = new FormDraft('f', keeper, now)
    await settle()
    again.follow(now)
    expect([again.found, again.typed, again.patch()]).toEqual([true, { ...now, city: 'Wels' }, { city: 'Wels' }])
    await again.drop()
  })

  it('is untouched once it is saved, and takes the row as it was tidied up', async () => {
    const { keeper, rows } = disk()
    const draft = new FormDraft('f', keeper, stored)
    change(draft, { city: 'Wels ' })
    await settle()
    await draft.saved(structuredClone(draft.take().value))
    draft.follow({ ...stored, city: 'Wels' })
    expect([draft.touched, draft.typed.city, rows.has('f')]).toEqual([[], 'Wels', false])
  })

  it('keeps what was typed while it was being saved', async () => {
    const { keeper, rows } = disk()
    const draft = new FormDraft('f', keeper, stored)
    change(draft, { city: 'Wels' })
    const { value } = structuredClone(draft.take())
    change(draft, { name: 'Card' })
    await draft.saved(value)
    await settle()
    expect(draft.patch()).toEqual({ name: 'Card' })
    expect(rows.get('f')).toEqual({ base: { ...stored, city: 'Wels' }, value: { ...stored, city: 'Wels', name: 'Card' } })
    await draft.drop()
  })

  it('left without a change leaves no draft, and lets alone what another window is typing', async () => {
    const { keeper, rows } = disk()
    const here = new FormDraft('f', keeper, stored)
    const there = new FormDraft('f', keeper, stored)
    await settle()
    change(there, { city: 'Wels' })
    await settle()
    await here.leave()
    expect(rows.has('f')).toBe(true)
    change(there, { city: stored.city })
    await settle()
    await there.leave()
    expect(rows.has('f')).toBe(false)
  })
})
