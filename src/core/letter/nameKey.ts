// Names of fields, lists and pictures are compared in one form.
import { fold } from '../../base/fold.ts'

/** Only letters and digits count: `Straße`, `STRASSE`, `Phone No.` and `phone_no` are compared in this form. */
export const nameKey = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '')
