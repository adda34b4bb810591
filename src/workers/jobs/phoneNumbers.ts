// Phone numbers of a form, understood away from the finger: the library that knows the numbers of all countries stays out of the pages.
import { seePhones, type SeenPhone } from '../../core/contact/phoneNumber.ts'

export type { PhoneTrouble, SeenPhone } from '../../core/contact/phoneNumber.ts'

export interface AskedPhone {
  /** As it was typed; several numbers may stand in it. */
  text: string
  /** ISO code of the contact's own country, else its company's, else ours; blank = nobody knows. */
  country: string
}

export interface PhoneJobs {
  /** The numbers of each text, in its order. */
  phoneNumbers: (asked: readonly AskedPhone[]) => Promise<SeenPhone[][]>
}

export const phoneJobs: PhoneJobs = {
  phoneNumbers: (asked) => Promise.resolve(asked.map(({ text, country }) => seePhones(text, country))),
}
