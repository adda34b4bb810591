// The search over everything: what it shows first, and the keys of the app.
import { describe, expect, it } from 'vitest'
import { findRoute } from '../../src/app/routes.ts'
import { wordsOf } from '../../src/base/fold.ts'
import { matching, step, type Hit } from '../../src/screens/find/hits.ts'
import { acts, pages } from '../../src/screens/find/places.ts'
import { shortcutOf, shortcuts } from '../../src/screens/find/shortcuts.ts'

const hit = (name: string, second = ''): Hit => ({ href: `/${name}`, name, second, icon: 'contacts' })

describe('What is found', () => {
  it('bears every word, in its name or beside it; first come those whose name begins with it', () => {
    const all = [hit('Autumn letter', 'S-2'), hit('Letter of spring', 'S-1'), hit('Calls', 'letter of thanks')]
    expect(matching(all, wordsOf('letter')).map(({ name }) => name)).toEqual(['Letter of spring', 'Autumn letter', 'Calls'])
    expect(matching(all, wordsOf('letter s-2')).map(({ name }) => name)).toEqual(['Autumn letter'])
    expect(matching(all, wordsOf('winter'))).toEqual([])
  })

  it('is the same with accents and without', () => {
    expect(matching([hit('Müller & Söhne')], wordsOf('mueller sohne'))).toHaveLength(1)
  })

  it.each([
    [0, 1, 3, 1],
    [2, 1, 3, 0],
    [0, -1, 3, 2],
    [-1, 1, 3, 0],
    [0, 1, 0, -1],
  ])('an arrow leads from %i by %i among %i to %i', (at, by, count, to) => {
    expect(step(at, by, count)).toBe(to)
  })
})

describe('Ways of the search', () => {
  it.each([...acts, ...pages].map(({ href }) => [href]))('%s is a page of the app', (href) => {
    expect(findRoute(href.split('?')[0] ?? '')).toBeDefined()
  })
  it('no two lead to one place', () => {
    const hrefs = [...acts, ...pages].map(({ href }) => href)
    expect(new Set(hrefs).size).toBe(hrefs.length)
  })
})

describe('Keys', () => {
  const pressed = (key: string, more: Partial<KeyboardEvent> = {}) => ({
    ...{ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
    ...more,
  })
  it('no two acts of one place share one', () => {
    for (const { name, of } of shortcuts) {
      const keys = of.map(({ keys }) => keys.join(' '))
      expect(new Set(keys).size, name).toBe(keys.length)
    }
  })
  it('what takes back is not what does again', () => {
    const pressed = { key: 'Z', code: 'KeyZ', ctrlKey: true, metaKey: false, altKey: false, shiftKey: true }
    expect(shortcutOf(pressed, true)).toBeUndefined()
    expect(shortcutOf({ ...pressed, key: 'z', shiftKey: false }, true)?.act).toBe('undo')
  })
  it.each([
    ['Ctrl K', pressed('k', { ctrlKey: true }), 'find'],
    ['⌘ K', pressed('k', { metaKey: true }), 'find'],
    ['slash', pressed('/'), 'find'],
    ['question mark, which takes Shift', pressed('?', { shiftKey: true }), 'help'],
    ['Alt 3', pressed('3', { altKey: true, code: 'Digit3' }), 'segments'],
    ['Alt 3 where it writes another sign', pressed('£', { altKey: true, code: 'Digit3' }), 'segments'],
    ['k alone', pressed('k'), undefined],
    ['3 alone', pressed('3', { code: 'Digit3' }), undefined],
    ['Ctrl slash', pressed('/', { ctrlKey: true }), undefined],
  ])('%s', (_, event, act) => {
    expect(shortcutOf(event, true)?.act).toBe(act)
  })
  it('without Ctrl or Alt they can be switched off, the others stay', () => {
    expect(shortcutOf(pressed('?'), false)).toBeUndefined()
    expect(shortcutOf(pressed('/'), false)).toBeUndefined()
    expect(shortcutOf(pressed('k', { ctrlKey: true }), false)?.act).toBe('find')
  })
})
