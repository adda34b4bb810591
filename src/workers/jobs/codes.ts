// A contact as a QR code, and what a code says that a camera sees: the smallest hand-over there is, without a file.
import { ok, refuse, type Result } from '../../base/result.ts'
import { vcardOf } from '../../exchange/writeVcard.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId } from '../../model/ids.ts'
import type { Database } from '../../storage/database.ts'
import { contactRows } from './exportRows.ts'

export interface CodeJobs {
  /** The contact's card (RFC 2426) as a QR code, an SVG drawing: telephones read it as well. Failures: `notFound`, `codeTooLong`. */
  showContactCode: (id: ContactId) => Promise<Result<string, Failure>>
  /** What the QR code in a picture says; nothing where there is none. */
  readCode: (picture: { width: number; height: number; data: Uint8ClampedArray }) => Promise<string | undefined>
}

/** Loaded when the first code is drawn or read. */
const codes = () => import('../../exchange/qrCode.ts')

/** From so many bytes on a code is hard to read off a screen: what can be spared is left out. */
const comfortable = 900
/** Notes and groups, with the lines that they go on in. */
const spared = /^(NOTE|CATEGORIES|ROLE|REV)[;:].*\r\n(?: .*\r\n)*/gm

export const codeJobs = (db: Database): CodeJobs => ({
  showContactCode: async (id) => {
    const [row] = await (await contactRows(db, [id])).read(0, 1)
    if (!row) return refuse({ code: 'notFound', table: 'contacts', id })
    const countryName = countryIn('en')
    // Version 3.0, which telephones read; what only 4.0 has words for goes along for the other tablet.
    const newer = vcardOf(row, '4.0', countryName).match(/^(?:LANG|GENDER)[;:].*\r\n/gm) ?? []
    const card = vcardOf(row, '3.0', countryName).replace('END:VCARD', `${newer.join('')}END:VCARD`)
    const shown = new TextEncoder().encode(card).length > comfortable ? card.replace(spared, '') : card
    const { drawCode } = await codes()
    const svg = drawCode(shown)
    return svg === undefined ? refuse({ code: 'codeTooLong', name: row.contact.name }) : ok(svg)
  },
  readCode: async (picture) => (await codes()).readCode(picture),
})

/** The country's name as every reader of cards knows it. */
function countryIn(language: string): (code: string) => string {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' })
  return (code) => {
    try {
      return names.of(code.toUpperCase()) ?? code
    } catch {
      return code
    }
  }
}
