// A contact as a QR code, and what a code says.
import type { Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import type { ContactId } from '../model/ids.ts'
import type { House } from './house.ts'

/** The contact's card as a QR code, an SVG drawing. Failures: `notFound`, `codeTooLong`. */
export const showContactCode = (house: House, id: ContactId): Promise<Result<string, Failure>> => house.calls.work.showContactCode(id)

/** What the QR code in a picture says; nothing where there is none. */
export const readCode = (house: House, picture: { width: number; height: number; data: Uint8ClampedArray }): Promise<string | undefined> =>
  house.calls.work.readCode(picture)
