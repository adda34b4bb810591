// The few words a new letter needs, in the languages letters are written in here; another language gets the English ones.
export interface LetterWords {
  closing: string
  /** Before a number of ours, at the foot of the page. */
  phone: string
  account: string
  vat: string
  registration: string
}

const known: Readonly<Record<string, LetterWords>> = {
  en: { closing: 'Yours sincerely', phone: 'Telephone', account: 'Account', vat: 'VAT no.', registration: 'Registered no.' },
  'en-us': { closing: 'Sincerely,', phone: 'Phone', account: 'Account', vat: 'Tax ID', registration: 'Registration no.' },
  de: { closing: 'Mit freundlichen Grüßen', phone: 'Telefon', account: 'Konto', vat: 'USt-IdNr.', registration: 'Registernr.' },
  'de-ch': { closing: 'Freundliche Grüsse', phone: 'Telefon', account: 'Konto', vat: 'MWST-Nr.', registration: 'UID' },
  nl: { closing: 'Met vriendelijke groet,', phone: 'Telefoon', account: 'Rekening', vat: 'Btw-nr.', registration: 'KvK' },
  nb: { closing: 'Med vennlig hilsen', phone: 'Telefon', account: 'Konto', vat: 'MVA-nr.', registration: 'Org.nr.' },
  nn: { closing: 'Med venleg helsing', phone: 'Telefon', account: 'Konto', vat: 'MVA-nr.', registration: 'Org.nr.' },
  fr: {
    closing: 'Nous vous prions d’agréer nos salutations distinguées.',
    ...{ phone: 'Téléphone', account: 'Compte', vat: 'N° TVA', registration: 'N° d’immatriculation' },
  },
}

/** Of the language as it is spoken in a country, else of the language. */
export function wordsOfLetters(language: string): LetterWords {
  const tag = language.toLowerCase()
  return known[tag] ?? known[tag.split('-')[0] ?? ''] ?? known['en']!
}

/** Those of all languages. */
export const lettersWords: readonly LetterWords[] = Object.values(known)
