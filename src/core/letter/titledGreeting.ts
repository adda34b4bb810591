// How somebody with a title is greeted, by the habit of each language. German keeps Dr. and Prof. behind Herr and Frau, Austrian German the
// others too (Mag., Dipl.-Ing.); English puts Dr and Professor in place of Mr and Ms; Dutch and French greet professors only; Norwegian nobody.
// German: DIN 5008 and Duden, "Anschrift und Anrede"; Dutch: Onze Taal, "Titulatuur"; English: Debrett's, "Academics".

const isProfessor = (title: string) => /(^|[\s.-])prof/i.test(title)
const isDoctor = (title: string) => /(^|[\s.-])d?dr(es)?(?=$|[\s.-])|^doctor$|^doktor$/i.test(title)

/**
 * The shipped formal line where it is another one for this title; nothing where the usual line holds.
 * @param tag of the letter's language, in small letters, with its region
 */
export function titledFormula(code: string, tag: string, title: string): string | undefined {
  const language = tag.split('-')[0] ?? tag
  const last = '{{Surname}}'
  if (!['M', 'F', 'UNISEX'].includes(code)) return undefined
  if (language === 'en') {
    if (isProfessor(title)) return `Dear Professor ${last},`
    return isDoctor(title) ? `Dear Dr${/^en-(us|ca)$/.test(tag) ? '.' : ''} ${last},` : undefined
  }
  if (!isProfessor(title)) return undefined
  if (language === 'nl') return `Geachte professor ${last},`
  if (language !== 'fr' || code === 'UNISEX') return undefined
  return code === 'M' ? 'Monsieur le Professeur,' : 'Madame la Professeure,'
}

/** What of it goes into a greeting; what does not is left to the address: `Dr.` of `Dr. rer. nat.`, nothing of `Dipl.-Kfm.` */
export function spokenTitle(title: string, tag: string): string {
  if (!tag.startsWith('de')) return title
  if (tag === 'de-at')
    return title.replace(/\s*\(.*?\)/g, '').replace(/\s+(?:med|phil|rer|nat|jur|iur|techn|h|c|hc|habil|mult|dent|vet)\b\.?/gi, '')
  const professor = isProfessor(title) ? 'Prof.' : ''
  return [professor, isDoctor(title) ? 'Dr.' : ''].filter(Boolean).join(' ')
}
