// A contact as a QR code: what stands in it is a card that reads back as the same person; a picture without a code says nothing.
import { beforeEach, describe, expect, it } from 'vitest'
import encodeQr from 'qr'
import { readCode, showContactCode } from '../../src/actions/codes.ts'
import type { House } from '../../src/actions/house.ts'
import { drawCode } from '../../src/exchange/qrCode.ts'
import type { Contact } from '../../src/model/contact.ts'
import { noChanges } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { company, ourCompany, person } from '../make.ts'
import { good, openHouse } from '../open.ts'

/** The points of a drawing: each path of one is a row of dark squares `M x y h1v1h-1z`, so it is read off the library's own bits instead. */
function pointsOf(text: string, scale = 4) {
  const bits = encodeQr(text, 'raw', { ecc: 'low', border: 4, encoding: 'byte' })
  const width = bits.length * scale
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  bits.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (!dark) return
      for (let dy = 0; dy < scale; dy++)
        for (let dx = 0; dx < scale; dx++)
          data.fill(0, ((y * scale + dy) * width + x * scale + dx) * 4, ((y * scale + dy) * width + x * scale + dx) * 4 + 3)
    }),
  )
  return { width, height: width, data }
}

const ahorn = company({ name: 'Ahorn', city: 'Ulm', countryCode: 'DE' })
const anna = person({
  name: 'Dr. Anna Größe',
  company: ahorn,
  email: 'anna@ahorn.example',
  phone: '+49 731 1234',
  address: 'Ring 1',
  countryCode: 'DE',
})

let house: House
beforeEach(async () => {
  house = openHouse()
  await commit(house.db, { ...noChanges(), put: { contacts: [ahorn, anna], settings: [ourCompany()] } }, 'seed', '')
})
const put = (contact: Contact) => commit(house.db, { ...noChanges(), put: { contacts: [contact] } }, 'seed', '')

describe('A contact as a QR code', () => {
  it('is a drawing', async () => {
    const svg = await good(showContactCode(house, anna.id))
    expect(svg).toMatch(/^<svg [\s\S]*<\/svg>\s*$/)
    expect(svg).not.toContain('Anna')
  })

  it('leaves out notes and groups where it would become hard to read, and is refused where it is too much', async () => {
    const short = await good(showContactCode(house, anna.id))
    await put({ ...anna, notes: [{ id: 'n', day: '2026-01-01', by: 'V', text: 'x'.repeat(3_000) }] } as unknown as Contact)
    expect((await good(showContactCode(house, anna.id))).length).toBeLessThan(short.length * 2)
    await put({ ...anna, address: 'y'.repeat(3_000) })
    expect(await showContactCode(house, anna.id)).toEqual({ ok: false, failure: { code: 'codeTooLong', name: anna.name } })
  })

  it('of somebody who is gone is refused', async () => {
    expect(await showContactCode(house, 'nobody' as typeof anna.id)).toMatchObject({ ok: false, failure: { code: 'notFound' } })
  })

  it('is read as it was drawn, umlauts and line ends too', async () => {
    const text = 'BEGIN:VCARD\r\nFN:Anna Größe 😀\r\nEND:VCARD\r\n'
    expect(await readCode(house, pointsOf(text))).toBe(text)
  })

  it('is nothing in a picture without one', async () => {
    expect(await readCode(house, { width: 40, height: 40, data: new Uint8ClampedArray(40 * 40 * 4).fill(255) })).toBeUndefined()
    expect(await readCode(house, { width: 1, height: 1, data: new Uint8ClampedArray(4) })).toBeUndefined()
  })

  it.each([0, 1, 999, 1_000, 1_001, 2_953])('holds %d bytes', (length) => expect(drawCode('a'.repeat(length))).toContain('<svg'))
  it('holds no more', () => expect(drawCode('ä'.repeat(1_477))).toBeUndefined())
})
