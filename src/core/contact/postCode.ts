// What post codes look like in the countries where most of our contacts live. Told beside the field, never refused: there are boxes, armies and
// islands with codes of their own. UPU, "Postal addressing systems in member countries", as far as the form of a code is described there.

const digits = (count: number) => new RegExp(`^\\d{${count}}$`)

const forms: Readonly<Record<string, RegExp>> = {
  ...each(['DE', 'FR', 'IT', 'ES', 'FI', 'HR', 'EE', 'UA', 'TR', 'MX'], digits(5)),
  ...each(['AT', 'CH', 'LI', 'BE', 'LU', 'DK', 'NO', 'HU', 'SI', 'BG', 'AU', 'NZ', 'CY'], digits(4)),
  ...each(['CZ', 'SK', 'SE', 'GR'], /^\d{3} ?\d{2}$/),
  ...each(['RO', 'CN', 'IN', 'SG'], digits(6)),
  NL: /^\d{4} ?[A-Z]{2}$/i,
  PL: /^\d{2}-?\d{3}$/,
  PT: /^\d{4}(-?\d{3})?$/,
  GB: /^(GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$/i,
  IE: /^[A-Z]\d[\dW] ?[A-Z\d]{4}$/i,
  US: /^\d{5}(-\d{4})?$/,
  CA: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i,
  LV: /^(LV-?)?\d{4}$/i,
  LT: /^(LT-?)?\d{5}$/i,
  BR: /^\d{5}-?\d{3}$/,
  JP: /^\d{3}-?\d{4}$/,
}

function each(countries: readonly string[], form: RegExp): Record<string, RegExp> {
  return Object.fromEntries(countries.map((country) => [country, form]))
}

/** With the letters of the land in front, as people write it: `D-10115`, `A 1010`, `NL-1011 AB`. */
const land = /^[A-Z]{1,3}\s*[-–]\s*(?=\d)|^(?:[A-Z]|CH|FL)\s+(?=\d{4,5}$)/i

/**
 * Whether this may be a post code of the country; of countries that are not listed here anything may.
 * @param country ISO code; blank = nobody knows
 */
export function isPostCode(text: string, country: string): boolean {
  const code = text.trim()
  const form = forms[country]
  return code === '' || form === undefined || form.test(code) || form.test(code.replace(land, ''))
}
