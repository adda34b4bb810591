// The words of a full name that are no names: how somebody is addressed (Herr, Mevrouw), titles (Prof. Dr., Dipl.-Ing., ir., MMag.), what
// belongs in front of a surname (van der, von, de la, bin, Mc), and what stands behind one (jun., MBA).

const set = (words: string) => new Set(words.split(' '))

const courtesies = set(
  'herr herrn frau fräulein hr hr. fr. mr mr. mrs mrs. ms ms. miss mx mx. dhr dhr. mevrouw mevr mevr. mw mw. fru monsieur',
)
const moreCourtesies = set('madame mademoiselle mme mme. mlle mlle. señor señora sr.ra sra. signor signora')

/** Herr, Frau, Mr., Mevrouw. A Dutch mr. in small letters is a title: meester in de rechten. */
export function isCourtesy(word: string): boolean {
  if (word === 'mr.' || word === 'ms.') return false
  const small = word.toLowerCase()
  return courtesies.has(small) || moreCourtesies.has(small)
}

/** They are titles without a full stop too. */
const plainTitles = set('dr prof ddr mmag dipl professor professorin doktor doctor mudr judr phdr rndr')
/** Written large: `DI Huber`, not the particle of `di Stefano`. */
const largeTitles = set('DI DDI PD KR')
const dottedTitles = set(
  'mag ing ir drs mr doz univ priv ass lic bacc hon em ao rev dott dra avv arch mgr bc abg dres kommr ökr hr kfm vd lect rer',
)
/** What a title goes on with: `Dr. rer. nat. habil.`, `Dipl.-Wirtsch.-Ing. (FH)`. */
const tails = set(
  'ing med dent vet phil rer nat pol soc oec oek jur iur utr theol techn tech mont sc scient agr forst habil hc mult univ fh ba kfm kffr wirtsch betriebsw volksw päd psych phys chem biol inf math soz geogr geol arch des verw hdl ph d ssa',
)

const partsOf = (word: string) =>
  word
    .toLowerCase()
    .replace(/[()]/g, '')
    .split(/[.\-/]+/)
    .filter((part) => part !== '')

/** Whether a title begins with this word: `Dr.`, `Prof.Dr.`, `Dipl.-Ing.`, `mr.`; initials and names do not. */
export function isTitle(word: string): boolean {
  if (largeTitles.has(word)) return true
  const [head, ...others] = partsOf(word)
  if (head === undefined || (head === 'mr' && word.startsWith('M'))) return false
  const dotted = word.includes('.')
  if (!plainTitles.has(head) && !(dotted && dottedTitles.has(head))) return false
  return others.every((part) => plainTitles.has(part) || dottedTitles.has(part) || tails.has(part))
}

/** Whether a title that has begun goes on with this word: `med.` `h.` `c.` `(FH)` */
export function goesOn(word: string, next: string | undefined, before: string): boolean {
  const small = word.toLowerCase()
  if ((small === 'h.' && next?.toLowerCase() === 'c.') || (small === 'c.' && before.toLowerCase() === 'h.')) return true
  const parts = partsOf(word)
  const isMarked = word.includes('.') || word.startsWith('(')
  return isMarked && parts.length > 0 && (/^h\.?c\.?$/.test(small) || parts.every((part) => tails.has(part) && part.length > 1))
}

/** Whichever way they are written. */
const particles = set(
  "von vom van der den de ten ter le la les du des del della dello delle dei degli di da dos das zu zum zur mc mac o' st. v.d. vd t 't ’t het ó ní uí",
)
/** Only in small letters: large they are names or initials. */
const smallParticles = set(
  "v. d. op aan in uit onder bij over voor tot auf aus am im an dem vor ob unter bin ibn ben abu al el bint do e af av 's ’s d' d’",
)
const nobles = set(
  'graf gräfin freiherr freifrau freiin baron baronin baronesse ritter edler edle fürst fürstin prinz prinzessin herzog herzogin',
)

/** Whether a surname begins with this word: `van`, `von`, `de`, `bin`. */
export const isParticle = (word: string): boolean =>
  word.length <= 6 && ((word !== 'V.' && word !== 'D.' && particles.has(word.toLowerCase())) || smallParticles.has(word))

export const isSmallParticle = (word: string): boolean => isParticle(word) && word === word.toLowerCase()
export const isNoble = (word: string): boolean => nobles.has(word.toLowerCase())
/** What joins two surnames: `Gómez y Martínez`, `Maier - Huber`. */
export const joinsSurnames = (word: string): boolean => word === 'y' || word === '-' || word === '–'
/** What joins two people: `Anna und Karl Huber`. */
export const joinsPeople = (word: string): boolean => ['und', 'and', 'en', 'og', 'et', '&', '+', 'u.'].includes(word)

const degrees = set('mba emba msc bsc llm llb phd dba mas cpa esq md mag bacc mdb mdl fca pmp ma ba meng beng mphil')
const generations = set('jun. jun jr. jr Jr Jr. Jun. sen. sen Sen. sr. sr Sr Sr. junior Junior senior Senior II III IV d.Ä. d.J. d.ä. d.j.')

/** Whether it belongs behind a surname: `jun.`, `III`, `MBA`, `LL.M.`; `Sen` and `Ma` are names. */
export function isSuffix(word: string): boolean {
  if (generations.has(word)) return true
  const bare = word.replace(/[.()]/g, '')
  return (
    degrees.has(bare.toLowerCase()) &&
    (word.includes('.') || (bare.length > 1 && bare === bare.toUpperCase()) || /^(MSc|BSc|PhD|MdB|MdL|MEng|BEng|MPhil)$/.test(bare))
  )
}

/** Behind a comma also without its full stops: `Anna Berg, mba`. */
export const isBehind = (word: string): boolean =>
  isSuffix(word) || isTitle(word) || degrees.has(word.replace(/[.()]/g, '').toLowerCase()) || /^(jr|sr|jun|sen)\.?$/i.test(word)
