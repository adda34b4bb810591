// Phone numbers compared by their digits: `+49 30 1234567`, `0049 (0)30/123 45 67`, `030 1234567` and Excel's `49301234567` are one.
// They are kept as they were typed. Country codes: ITU-T E.164, list of assigned codes.

const oneDigit = new Set(['1', '7'])
const twoDigits = new Set(
  '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' ',
  ),
)
const extension = /\s*(?:ext\.?|extension|durchwahl|dw|app\.?|doorkiesnr\.?|poste|x)\s*\.?\s*\d+\s*$/i
const abroad = /^[\s(]*(?:\+|00)/

/** One number as it is dialled, and what is pressed after it is answered. */
export interface Dialled {
  number: string
  extension: string
}

/** Behind these stands what is dialled along: a German Durchwahl takes the place of the switchboard's nought. */
const directDial = /[\s,;]*\b(?:durchwahl|dw|kl|klappe|nst|nebenst(?:elle)?|doorkiesnr|doorkiesnummer)\b[.:]?\s*-?\s*(\d{1,6})\s*$/i
const afterwards = /[\s,;]*(?:\b(?:ext|extension|app|apparat|poste|toestel|intern|linje)\b[.:]?|\bx\.?(?=\s*\d)|;ext=|#)\s*(\d{1,7})\s*$/i

const between = /([;,|\n]|\s\/\s|\s(?:oder|or|of|ou|eller|und|and|en|et|og)\s)/i
const tooFew = (part: string) => (part.match(/\d/g)?.length ?? 0) < 6

/** Several numbers in one field: `030 1234567, 0171 1234567`; what has few digits belongs to the one before, or to the one behind. */
export function numbersIn(text: string): string[] {
  const numbers: string[] = []
  const parts = text.split(between)
  for (let at = 0; at < parts.length; at += 2) {
    const part = parts[at] ?? ''
    const last = numbers.at(-1)
    if (last !== undefined && (tooFew(part) || tooFew(last))) numbers[numbers.length - 1] = `${last}${parts[at - 1] ?? ''}${part}`
    else numbers.push(part)
  }
  return numbers.map((one) => one.replace(/[\s;,|]+$/, '').trim()).filter((one) => one !== '')
}

/** Without words: what is dialled along is part of the number, what is pressed afterwards stands apart. */
export function withoutExtension(text: string): { main: string; extension: string } {
  const direct = directDial.exec(text)
  if (direct) return { main: `${text.slice(0, direct.index).replace(/\s*-\s*0\s*$/, '')}-${direct[1] ?? ''}`, extension: '' }
  const after = afterwards.exec(text)
  return after ? { main: text.slice(0, after.index), extension: after[1] ?? '' } : { main: text, extension: '' }
}

/** In these countries a number is dialled the same from abroad, but for the code: no nought is left out. */
const noTrunk = new Set(['NO', 'DK', 'IT', 'ES', 'PL', 'LU', 'CZ'])

/**
 * The number as a telephone takes it, with the country's code where it is known: `(030) 12 34-0, Dw. 12` of a German is +49301212.
 * @param country whose number it is if it bears no code itself; blank = it is dialled as it stands
 */
export function dialled(text: string, country = ''): Dialled {
  const { main, extension } = withoutExtension(numbersIn(text)[0] ?? '')
  const isAbroad = abroad.test(main)
  const digits = (isAbroad ? main.replace(/\(\s*0\s*\)/g, '') : main).replace(/[^\d*#]/g, '')
  if (isAbroad) return { number: `+${digits.replace(/^00/, '')}`, extension }
  const code = codes[country]
  const isWhole = code !== undefined && /^\d{5,}$/.test(digits) && (noTrunk.has(country) || digits.startsWith('0'))
  return { number: isWhole ? `+${code}${noTrunk.has(country) ? digits : digits.slice(1)}` : digits, extension }
}

/**
 * The digits by which a number that is being typed is found in any spelling: +49 30 12, 0049 30 12 and 030 12 all give 3012, and stored
 * numbers bear it however they are written. Nothing for what is no number, or too short to say anything.
 */
export function typedDigits(text: string): string | undefined {
  const typed = text.trim()
  if (!/^[+(]?[\d\s()/.-]+$/.test(typed)) return undefined
  const digits = typed.replace(/\(\s*0\s*\)/g, '').replace(/\D/g, '')
  const own = abroad.test(typed) ? afterCountry(digits.replace(/^00/, '')) : digits
  const found = withoutNoughts(own)
  return found.length >= 3 ? found : undefined
}

/** The end of the number, long enough to know it by; blank when there are too few digits for one. */
export function phoneKey(text: string): string {
  return text === '' ? '' : nationalDigits(text).slice(-8)
}

function nationalDigits(text: string): string {
  const plain = plainDigits(text)
  const main = plain === undefined ? text.replace(extension, '').replace(/\(\s*0\s*\)/g, '') : text
  const digits = plain ?? main.replace(/\D/g, '')
  const own = withoutNoughts(abroad.test(main) ? afterCountry(digits.startsWith('00') ? digits.slice(2) : digits) : digits)
  return own.length >= 6 ? own : ''
}

/** The digits of a number with nothing but `+ - . /` and blanks between them, as most are written; nothing for others. */
function plainDigits(text: string): string | undefined {
  let digits = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) continue
    if (code !== 32 && code !== 43 && (code < 45 || code > 47)) return undefined
    digits += text.slice(from, at)
    from = at + 1
  }
  return digits + text.slice(from)
}

function withoutNoughts(digits: string): string {
  let at = 0
  while (digits.charCodeAt(at) === 48) at++
  return at === 0 ? digits : digits.slice(at)
}

const countryCodeOf = (digits: string) => {
  const length = oneDigit.has(digits.slice(0, 1)) ? 1 : twoDigits.has(digits.slice(0, 2)) ? 2 : 3
  return digits.slice(0, length)
}
const afterCountry = (digits: string) => digits.slice(countryCodeOf(digits).length)

/** How mobile numbers begin, after the country's code and without the leading nought. */
const mobileStarts: Record<string, RegExp> = {
  '49': /^1[567]/,
  '43': /^6[5-9]/,
  '41': /^7[5-9]/,
  '31': /^6/,
  '32': /^4[5-9]/,
  '33': /^[67]/,
  '44': /^7[1-57-9]/,
  '45': /^[2-9]\d{7}$/,
  '46': /^7/,
  '47': /^[49]\d{7}$/,
  '39': /^3/,
  '34': /^[67]/,
  '48': /^(?:4[5]|5[0137]|6[069]|7[2389]|88)/,
  '352': /^6/,
  '353': /^8[35-9]/,
  '420': /^[67]/,
}
const codes: Record<string, string> = {
  ...{ DE: '49', AT: '43', CH: '41', LI: '41', NL: '31', BE: '32', FR: '33', GB: '44', DK: '45', SE: '46', NO: '47', IT: '39', ES: '34' },
  ...{ PL: '48', LU: '352', IE: '353', CZ: '420' },
}

/** The code of the number's country, `49`; blank where neither the number nor the address tells. @param country of a number without one */
export function landOf(text: string, country: string): string {
  if (abroad.test(text)) return countryCodeOf(text.replace(/\D/g, '').replace(/^00/, ''))
  return codes[country] ?? ''
}

/** Whether it is a mobile number, as far as its beginning says so. @param country of a number without a country code */
export function isMobile(text: string, country: string): boolean {
  const isAbroad = abroad.test(text)
  const digits = text.replace(/\(\s*0\s*\)/g, '').replace(/\D/g, '')
  const code = isAbroad ? countryCodeOf(digits.replace(/^00/, '')) : codes[country]
  const own = (isAbroad ? afterCountry(digits.replace(/^00/, '')) : digits).replace(/^0+/, '')
  return code !== undefined && (mobileStarts[code]?.test(own) ?? false)
}

/** What a spreadsheet makes of a long number: `4.91E+11`. Its last digits are gone. */
export const isScientific = (text: string): boolean => /^\d([.,]\d+)?E\+?\d+$/i.test(text)
