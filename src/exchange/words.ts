// Short words of lists in five languages: yes and no, company or person, Mr or Ms, letter or e-mail.
import { readNumber } from '../base/number.ts'
import { isCadence } from '../core/contact/cadence.ts'
import { fold } from '../base/fold.ts'
import type { CorrespondenceType, Evaluation } from '../model/parts.ts'

export type ShippedResponse = 'order' | 'interested' | 'callBack' | 'notInterested' | 'wrongAddress' | 'moved'

const table = <T>(rows: [T, string][]): Map<string, T> =>
  new Map(rows.flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)))
const keys = new Map<string, string>()

/** The same few words stand in each row. */
function keyOf(text: string): string {
  const known = keys.get(text)
  if (known !== undefined) return known
  const key = fold(text).replace(/[^\p{L}\p{N}+]+/gu, '')
  if (keys.size < 1000 && text.length < 50) keys.set(text, key)
  return key
}

const yesNo = table<boolean>([
  [true, 'ja j yes y true wahr 1 x oui o vrai waar sann +'],
  [false, 'nein n no nee nei non false falsch faux 0 onwaar usann'],
])

const types = table<'company' | 'person'>([
  [
    'company',
    'company organization organisation firma unternehmen firmenkunde bedrijf organisatie onderneming selskap bedrift societe entreprise',
  ],
  [
    'person',
    'person persoon personne kontakt kontaktperson ansprechpartner contact contactpersoon individual privat privatperson particulier',
  ],
])

/** Codes of the salutations: M, F, UNISEX, COMPANY; those of Business Central's demonstration company are mapped to them. */
const salutations = table<string>([
  ['M', 'm mr mister sir herr herrn hr h monsieur mannlich maennlich male man mann heer deheer dhr meneer mijnheer mnr hann homme mjob'],
  [
    'F',
    'f ms mrs miss madam frau fr fraulein fru froken frk frue madame mme mlle mademoiselle w v weiblich female woman vrouw mevrouw mw mevr kvinne femme fjob fmar fumar',
  ],
  ['UNISEX', 'unisex divers d mx neutral neutraal noytral neutre nonbinary familie family famille'],
  ['COMPANY', 'company firma unternehmen bedrijf selskap societe damenundherren sehrgeehrtedamenundherren'],
])

const correspondenceTypes = table<CorrespondenceType>([
  ['hardCopy', 'hardcopy letter brief brev papier post print impression afdruk courrier lettre'],
  ['email', 'email mail epost courriel'],
])

/** Each gives nothing for a word it does not know. */
export const readYesNo = (text: string) => yesNo.get(keyOf(text))
export const readType = (text: string) => types.get(keyOf(text))
export const readSalutation = (text: string) => salutations.get(keyOf(text))
export const readCorrespondenceType = (text: string) => correspondenceTypes.get(keyOf(text))

/** A name with one of these at its end is a company's. */
export const legalForm =
  /\b(gmbh|mbh|ag|kg|ohg|e\.? ?k\.|se|sarl|sàrl|sas|b\.?v\.?|n\.?v\.?|asa?|ltd\.?|limited|plc|inc\.?|llc|s\.?a\.?|e\.v\.|co\.)$/i

const evaluations = table<Evaluation>([
  ['veryPositive', 'verypositive sehrpositiv zeerpositief sværtpositiv svaertpositiv trespositive ++'],
  ['positive', 'positive positiv positief'],
  ['neutral', 'neutral neutraal noytral neutre'],
  ['negative', 'negative negativ negatief'],
  ['veryNegative', 'verynegative sehrnegativ zeernegatief svaertnegativ tresnegative'],
])
const flows = table<'outbound' | 'inbound'>([
  ['outbound', 'outbound out outgoing ausgehend aus uitgaand utgaende sortant'],
  ['inbound', 'inbound in incoming eingehend ein inkomend inngaende entrant'],
])
const starters = table<'us' | 'them'>([
  ['us', 'us we wir uns ons wij oss vi nous'],
  ['them', 'them they sie ihnen ihn hen zij dem de eux kunde customer klant client'],
])
const responses = table<ShippedResponse>([
  ['order', 'order ordered auftrag bestellung bestellt bestelling bestilling commande'],
  ['interested', 'interested interessiert interesse geinteresseerd interessert interesse'],
  ['callBack', 'callback callmeback ruckruf ruckrufen rueckruf terugbellen ringtilbake rappeler'],
  ['notInterested', 'notinterested keininteresse nichtinteressiert nietgeinteresseerd geeninteresse ikkeinteressert pasinteresse'],
  ['wrongAddress', 'wrongaddress falscheadresse verkeerdadres feiladresse mauvaiseadresse'],
  ['moved', 'moved umgezogen verzogen verhuisd flyttet demenage'],
])

export const readEvaluation = (text: string) => evaluations.get(keyOf(text))
/** One of the shipped answers to a campaign, in the words of five languages. */
export const readShippedResponse = (text: string) => responses.get(keyOf(text))
export const readInformationFlow = (text: string) => flows.get(keyOf(text))
export const readInitiatedBy = (text: string) => starters.get(keyOf(text))

/** Days between two words; 0 is never. */
export function readCadence(text: string): number | undefined {
  const days = readNumber(text)
  return days !== undefined && (days === 0 || isCadence(days)) ? days : undefined
}
