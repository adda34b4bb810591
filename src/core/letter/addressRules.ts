// How each country's post wants its addresses: in which order street, post code, town and state stand, which of them share a line, and
// who is named first. Facts gathered from the Universal Postal Union's addressing pages (upu.int, Postal addressing systems) and the
// posts' own guides: DIN 5008, NF Z 10-011 (La Poste), Royal Mail, Canada Post, Australia Post, Magyar Posta, PTT.

/**
 * A layout: `A` the street lines, `C` the post code, `T` the town, `U` the town in capitals, `S` the state, `P` the state where it is
 * written as a sign of its own (two or three letters); what stands between them falls away with its neighbour, `|` begins a line.
 */
export type Layout = string

const standard: Layout = 'A|C T'

const layouts: Readonly<Record<Layout, string>> = {
  'A|C U': 'FR BL ES GF GP MC MF MQ NC PF PM RE TF WF YT',
  'A|C U P': 'IT SM VA',
  'A|U|C': 'GB FK GG GS IM IO JE PN SH TC',
  'A|T|C': 'AI EG GI IQ KE MT SZ VG ZA',
  'A|T|S|C': 'IE RU UA UZ',
  'A|U S  C': 'CA',
  'A|U S C': 'AU CC CX HM NF',
  'A|T, S C': 'US AS CN FM GU JP KR MH MP PR PW TW UM VI',
  'A|T, C': 'AO CU LV MM TT',
  'A|T, S|C': 'DO KN',
  'A|S, T|C': 'CR',
  'A|T - S|C': 'BR',
  'A|T - C': 'BD',
  'A|T - C|S': 'IN',
  // The last of these have no post codes; one that was typed is not lost.
  'A|T C':
    'BH BM BT JM JO KH KY LB LK LS MU MV NA NZ PE PK SA SG TK ' +
    'AF AG AQ AW BB BI BJ BO BW BZ CD CF CG CI CK CM CW DJ DM EH ER FJ GA GD GH GM GQ GY KI KM KP LC LY ML MO MR MS MW ' +
    'NE NI NR NU QA RW SB SC SL SO SR SS ST SX TD TG TL TO UG VC VU WS YE ZW',
  'A|T C|S': 'AE BF BS ID NG TV',
  'A|T C, S': 'VE',
  'A|T C S': 'PG',
  'A|T|S C': 'BN HK NP TH VN',
  'A|C|T': 'AL EC MN',
  'A|C|T|S': 'AM OM PA',
  'A|C T|S': 'BY GN KG KZ MY PH TZ',
  'A|C T, S': 'CO MX',
  'A|C T/S': 'TR',
  'A|C-T': 'GT',
  'A|C - T|S': 'SV',
  'U|A|C': 'HU',
  'T|A|S|C': 'IR',
}

const layoutByCode = new Map(Object.entries(layouts).flatMap(([layout, codes]) => codes.split(' ').map((code) => [code, layout] as const)))

/** The layout of a country; of one that has no rule of its own, and of a code that is none, post code and town in one line below the street. */
export const layoutOf = (code: string): Layout => layoutByCode.get(code) ?? standard

/** Here the person stands above the company; elsewhere the company above its person, as DIN 5008 and NF Z 10-011 want it. */
const personFirst = new Set(
  (
    'GB IE US CA AU NZ ZA IN FK GG GI GS IM IO JE SH AS GU MP PR UM VI CC CX HM NF BM BS BB JM KY TT AG DM GD LC VC ' +
    'KE NG GH UG ZM ZW BW NA SG HK MY PH PK LK BD MT JP CN KR TW TH VN ES PT IT SM VA BR MX AR CL CO PE'
  ).split(' '),
)

export const isPersonFirst = (code: string): boolean => personFirst.has(code)

/** Codes that are written for a country although ISO 3166 has another one. */
const others: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' }

/** The code as it is compared; blank = our own country. */
export function countryCodeOf(written: string, ownCountry: string): string {
  const code = (written.trim() || ownCountry.trim()).toUpperCase()
  return others[code] ?? code
}

/** Whether a place lies in another country than our own; blank = our own country. */
export const isAbroad = (written: string, ownCountry: string): boolean =>
  countryCodeOf(written, ownCountry) !== countryCodeOf('', ownCountry)
