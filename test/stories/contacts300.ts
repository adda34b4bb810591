// The contacts file of the stories: 300 rows as an office would send them to the field. 60 companies and 240 people, German headers,
// semicolons, umlauts. The same text every time; whatever a story counts, it counts in `rows`.

export interface Row300 {
  type: 'company' | 'person'
  company: string
  firstName: string
  surname: string
  /** Herr, Frau, Firma */
  salutation: string
  jobTitle: string
  street: string
  postCode: string
  city: string
  county: string
  country: string
  phone: string
  email: string
  /** de, en, nl */
  language: string
  salespersonCode: string
  /** Codes, separated by a comma. */
  mailingGroups: string
  industries: string
  excluded: boolean
  privacyBlocked: boolean
}

const columns: [string, (row: Row300) => string][] = [
  ['Art', (row) => (row.type === 'company' ? 'Unternehmen' : 'Person')],
  ['Firma', (row) => row.company],
  ['Vorname', (row) => row.firstName],
  ['Nachname', (row) => row.surname],
  ['Anrede', (row) => row.salutation],
  ['Position', (row) => row.jobTitle],
  ['Straße', (row) => row.street],
  ['PLZ', (row) => row.postCode],
  ['Ort', (row) => row.city],
  ['Bundesland', (row) => row.county],
  ['Land', (row) => row.country],
  ['Telefon', (row) => row.phone],
  ['E-Mail', (row) => row.email],
  ['Sprache', (row) => row.language],
  ['Verkäufercode', (row) => row.salespersonCode],
  ['Verteiler', (row) => row.mailingGroups],
  ['Branche', (row) => row.industries],
  ['Aus Segment ausschließen', (row) => (row.excluded ? 'Ja' : 'Nein')],
  ['Datenschutz gesperrt', (row) => (row.privacyBlocked ? 'Ja' : 'Nein')],
]

interface Place {
  city: string
  postCode: number
  county: string
  country: string
  language: string
  dial: string
  streets: string[]
}

const german = ['Lindenstraße', 'Am Mühlbach', 'Gößweg', 'Bahnhofstraße', 'Schulgasse']
const at = (city: string, postCode: number, county: string, dial: string): Place => ({
  ...{ city, postCode, county, dial, country: 'Deutschland', language: 'de', streets: german },
})
const places: Place[] = [
  at('München', 80331, 'Bayern', '+49 89'),
  at('Nürnberg', 90402, 'Bayern', '+49 911'),
  at('Würzburg', 97070, 'Bayern', '+49 931'),
  at('Köln', 50667, 'Nordrhein-Westfalen', '+49 221'),
  at('Münster', 48143, 'Nordrhein-Westfalen', '+49 251'),
  at('Tübingen', 72070, 'Baden-Württemberg', '+49 7071'),
  at('Göppingen', 73033, 'Baden-Württemberg', '+49 7161'),
  at('Gießen', 35390, 'Hessen', '+49 641'),
  {
    city: 'Arnhem',
    postCode: 6811,
    county: 'Gelderland',
    country: 'Niederlande',
    language: 'nl',
    dial: '+31 26',
    streets: ['Parkweg', 'Kerkstraat'],
  },
  {
    city: 'Exeter',
    postCode: 4,
    county: 'Devon',
    country: 'Großbritannien',
    language: 'en',
    dial: '+44 1392',
    streets: ['Mill Lane', 'High Street'],
  },
]

const trades: [string, string][] = [
  ['Maschinenbau', 'MASCHINEN'],
  ['Metallbau', 'METALL'],
  ['Bäckerei', 'NAHRUNG'],
  ['Möbelwerk', 'HOLZ'],
  ['Gärtnerei', 'GARTEN'],
  ['Präzisionstechnik', 'MASCHINEN,METALL'],
]
const owners = ['Böhm', 'Krüger', 'Weiß', 'Schäfer', 'Lößl', 'Jäger', 'Voß', 'Günther', 'Brühl', 'Ohlsen', 'Sörensen', 'Käfer']
const forms = ['GmbH', 'AG', 'KG', 'OHG', 'GmbH & Co. KG']

const women = ['Anna', 'Jördis', 'Käthe', 'Sabine', 'Änne', 'Birgül', 'Claudia', 'Dörte', 'Elif', 'Franziska', 'Grit', 'Hanne']
const men = ['Jürgen', 'Björn', 'Götz', 'Thomas', 'Jörg', 'Günter', 'Emre', 'Lars', 'Matthäus', 'Niklas', 'Sören', 'Uwe']
const surnames = [
  ...['Müller', 'Böhme', 'Schröder', 'Häußler', 'Groß', 'Yıldız', 'Lehmann', 'Köhler', 'Özdemir', 'Richter', 'Strauß', 'Kühn'],
  ...['Ångström', 'Wagner', 'Fäth', 'Engel', 'Dürr', 'Römer', 'Zöllner', 'Nowak', 'Brandt'],
]
const jobs = ['Geschäftsführung', 'Einkauf', 'Werkstattleitung', 'Büro']

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/[^a-z]+/g, '')

const excludedPeople = [7, 58, 111, 164, 217]
const blockedPeople = [23, 97, 190]

/** The file and what is in it: a company, then its four people; no two people have the same name. */
export function contacts300() {
  const rows = Array.from({ length: 60 }, (_, number) => [
    companyRow(number),
    ...[0, 1, 2, 3].map((one) => personRow(number, number * 4 + one)),
  ]).flat()
  const people = rows.filter((row) => row.type === 'person')
  const lines = rows.map((row) => columns.map(([, valueOf]) => quoted(valueOf(row))).join(';'))
  return {
    text: [columns.map(([name]) => name).join(';'), ...lines, ''].join('\r\n'),
    fileName: 'kontakte-300.csv',
    rows,
    people: people.length,
    companies: rows.length - people.length,
    excluded: people.filter((row) => row.excluded).length,
    privacyBlocked: people.filter((row) => row.privacyBlocked).length,
    salespeople: [...new Set(rows.map((row) => row.salespersonCode))],
    mailingGroups: [...new Set(rows.flatMap((row) => row.mailingGroups.split(',')).filter(Boolean))],
    industryGroups: [...new Set(rows.flatMap((row) => row.industries.split(',')).filter(Boolean))],
    /** How many rows pass, as `count((row) => row.county === 'Bayern')`. */
    count: (passes: (row: Row300) => boolean) => rows.filter(passes).length,
  }
}

const quoted = (text: string) => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const placeOf = (company: number) => pick(places, company)
const salespersonOf = (company: number) => pick(['AB', 'JK', 'MS'], Math.floor(company / 2))

function shared(company: number, one: number) {
  const { city, postCode, county, country, language, dial, streets } = placeOf(company)
  const zip = { de: String(postCode), nl: `${postCode} AB`, en: `EX${postCode} 3QN` }[language] ?? ''
  const place = { postCode: zip, city, county, country, street: `${pick(streets, company)} ${(company % 40) + 1}` }
  return { ...place, language, phone: `${dial} ${550000 + company * 10 + one}`, salespersonCode: salespersonOf(company) }
}

function companyName(company: number): string {
  const [trade] = pick(trades, company)
  return `${trade} ${pick(owners, company + Math.floor(company / 12))} ${pick(forms, company)}`
}

function companyRow(company: number): Row300 {
  const name = companyName(company)
  return {
    ...{ type: 'company', company: name, firstName: '', surname: '', salutation: 'Firma', jobTitle: '' },
    ...shared(company, 0),
    email: `info@${plain(name)}.example`,
    mailingGroups: company % 3 === 0 ? 'WEIHNACHT' : '',
    industries: pick(trades, company)[1],
    excluded: false,
    privacyBlocked: false,
  }
}

function personRow(company: number, person: number): Row300 {
  const woman = person % 2 === 0
  const half = Math.floor(person / 2)
  const firstName = pick(woman ? women : men, half)
  const surname = pick(surnames, half + Math.floor(half / 84) + (woman ? 0 : 8))
  const groups = [person % 3 === 0 && 'WEIHNACHT', person % 4 === 1 && 'NEUHEITEN', person % 10 === 5 && 'MESSE'].filter(Boolean)
  return {
    ...{ type: 'person', company: companyName(company), firstName, surname, salutation: woman ? 'Frau' : 'Herr' },
    ...shared(company, (person % 4) + 1),
    jobTitle: pick(jobs, person),
    email: `${plain(firstName)}.${plain(surname)}@${plain(companyName(company))}.example`,
    mailingGroups: groups.join(','),
    industries: '',
    excluded: excludedPeople.includes(person),
    privacyBlocked: blockedPeople.includes(person),
  }
}
