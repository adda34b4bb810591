// Addresses: what the hash says leads to a page, or to none.
import { describe, expect, it } from 'vitest'
import { findRoute } from '../../src/app/routes.ts'

describe('An address', () => {
  it.each([
    ['/', '/', {}],
    ['/contacts', '/contacts', {}],
    ['/contacts/01-a', '/contacts/:id', { id: '01-a' }],
    ['/contacts/M%C3%BCller', '/contacts/:id', { id: 'Müller' }],
    ['/segments/7/criteria', '/segments/:id/criteria', { id: '7' }],
  ])('%s leads to the page %s', (path, pattern, params) => {
    const found = findRoute(path)
    expect(found?.route.pattern).toBe(pattern)
    expect(found?.params).toEqual(params)
  })

  it.each(['/nowhere', '/contacts/1/2', '/contacts/%', '/segments/%E0%A4%A/criteria'])('%s leads to no page', (path) => {
    expect(findRoute(path)).toBeUndefined()
  })
})
