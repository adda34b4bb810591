// A phone number that is kept as it was typed, understood: its international form (ITU-T E.164), how one shows it, and why it may be none.
// The one file that knows the library: only workers may reach it, it is as large as a page.
import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type CountryCode,
} from 'libphonenumber-js/min'
import { isMobile, isScientific, numbersIn, withoutExtension } from './phones.ts'

/** Why this does not look like a phone number. It is kept all the same. */
export type PhoneTrouble =
  | 'tooShort'
  | 'tooLong'
  | 'letters'
  /** A spreadsheet has rounded it: 4.91E+11. */
  | 'excel'
  /** A code that no country has. */
  | 'country'

export interface SeenPhone {
  /** As it was typed. */
  text: string
  e164?: string
  /** In the country's own way where it is of the given country, else internationally; as typed where it is not understood. */
  shown: string
  /** With the country's code: +49 30 1234567. */
  international?: string
  extension?: string
  kind: 'mobile' | 'phone'
  /** ISO code of the country it is of. */
  country?: string
  why?: PhoneTrouble
}

const troubles: Readonly<Record<string, PhoneTrouble>> = {
  TOO_SHORT: 'tooShort',
  NOT_A_NUMBER: 'tooShort',
  TOO_LONG: 'tooLong',
  INVALID_LENGTH: 'tooShort',
  INVALID_COUNTRY: 'country',
}

/** Each number of a field. @param country ISO code, of numbers that bear no code themselves */
export const seePhones = (text: string, country: string): SeenPhone[] => numbersIn(text).map((one) => seePhone(one, country))

/** One number. */
export function seePhone(text: string, country: string): SeenPhone {
  const plain: SeenPhone = { text, shown: text, kind: isMobile(text, country) ? 'mobile' : 'phone' }
  if (isScientific(text)) return { ...plain, why: 'excel' }
  const { main, extension } = withoutExtension(text)
  if (/\p{L}/u.test(main)) return { ...plain, why: 'letters' }
  const typed = main.trim().replace(/^00/, '+')
  const isAbroad = typed.startsWith('+') || typed.startsWith('(+')
  const digits = isAbroad ? typed.replace(/\(\s*0\s*\)/g, '') : typed
  const home = country === '' ? undefined : (country as CountryCode)
  // 110 and 112, and what is dialled within a house.
  if (!isAbroad && /^\D*(?:\d\D*){3}$/.test(digits)) return plain
  const why = troubles[validatePhoneNumberLength(digits, home) ?? '']
  // A number without a code may be whole where nobody says of which country it is.
  if (why === 'country' && !isAbroad) return plain
  const number = why ? undefined : parsePhoneNumberFromString(digits, { ...(home && { defaultCountry: home }), extract: false })
  if (!number) return { ...plain, why: why ?? 'tooShort' }
  const isHome = home !== undefined && isSupportedCountry(home) && getCountryCallingCode(home) === number.countryCallingCode
  const shown = isHome ? number.formatNational() : number.formatInternational()
  return {
    ...{
      text,
      e164: number.number,
      shown,
      international: number.formatInternational(),
      kind: isMobile(number.number, country) ? 'mobile' : 'phone',
    },
    ...(number.country && { country: number.country }),
    ...(extension !== '' && { extension }),
  }
}
