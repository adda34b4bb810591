// A labelled set for the search of duplicates: who is one and who is not, by hand and generated with a seed. Cards of one list are one person
// or company; all others are somebody else, however alike they look. Five countries, as lists really have them.
import { emptyContact } from '../../src/core/contact/edit.ts'
import { nameOfPerson } from '../../src/core/contact/name.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { ContactId } from '../../src/model/ids.ts'

export interface Card {
  first?: string
  last?: string
  /** A company's own name. */
  name?: string
  /** Name of a person's company. */
  company?: string
  email?: string
  email2?: string
  phone?: string
  mobile?: string
  street?: string
  post?: string
  city?: string
  country?: string
  birthday?: string
  vat?: string
}

const hof = { company: 'Hof Landtechnik GmbH', post: '53111', city: 'Bonn', country: 'DE' }
const fjord = { company: 'Fjordmek Maskin AS', post: '5160', city: 'Laksevåg', country: 'NO' }
const veen = { company: 'Veenstra Bouw B.V.', post: '8011 PK', city: 'Zwolle', country: 'NL' }
const alpen = { company: 'Alpenblick Seilbahnen AG', post: '3818', city: 'Grindelwald', country: 'CH' }
const foret = { company: 'Boulangerie Forêt SARL', post: '59000', city: 'Lille', country: 'FR' }

/** By hand: each list is one; every other pair is two. */
export const byHand: readonly (readonly Card[])[] = [
  // Slips, umlauts, capitals, initials, particles.
  [
    { first: 'Anna', last: 'Berger', ...hof, email: 'anna.berger@hof.example', phone: '+49 228 123456' },
    { first: 'Anna', last: 'Bergr', ...hof, email: 'ANNA.BERGER@HOF.EXAMPLE' },
    { first: 'A.', last: 'Berger', company: 'Hof', phone: '0228 123456', post: 'D-53111', country: 'DE' },
  ],
  [
    { first: 'Götz', last: 'Müßig', ...hof, phone: '0228 7766551' },
    { first: 'Goetz', last: 'Muessig', ...hof },
  ],
  [
    { first: 'Jan', last: 'van der Veen', ...veen, email: 'j.vanderveen@veenstra.example' },
    { first: 'Jan', last: 'v.d. Veen', ...veen },
  ],
  [
    { first: 'Solveig Marie', last: 'Bjørkhaug', ...fjord, mobile: '+47 912 44 018' },
    { first: 'Solveig', last: 'Bjorkhaug', company: 'FJORDMEK MASKIN', mobile: '91244018' },
  ],
  [
    { first: 'François', last: 'Béranger', ...foret, email: 'f.beranger@foret.example' },
    { first: 'Francois', last: 'BERANGER', email: 'F.Beranger@foret.example' },
  ],
  [
    { first: 'Thomas', last: 'Brenger', ...alpen, phone: '+41 33 854 80 50' },
    { first: 'Thomas', last: 'Bernger', ...alpen, phone: '033 854 80 50' },
  ],
  [
    { first: 'Piet', last: 'de Vries', ...veen, phone: '038 421 55 66' },
    { first: 'de Vries', last: 'Piet', ...veen, phone: '+31 38 4215566' },
  ],
  // After a marriage: the e-mail or the mobile stays.
  [
    { first: 'Claudia', last: 'Huber', ...hof, email: 'claudia@gmx.example' },
    { first: 'Claudia', last: 'Zöllner', company: 'Hof Landtechnik', email: 'claudia@gmx.example' },
  ],
  [
    { first: 'Ingrid', last: 'Solberg', ...fjord, mobile: '+47 934 55 101' },
    { first: 'Ingrid', last: 'Haugen', ...fjord, mobile: '934 55 101' },
  ],
  [
    { first: 'Maud', last: 'Bakker', post: '1012 AB', city: 'Amsterdam', birthday: '1984-03-09', country: 'NL' },
    { first: 'Maud', last: 'Bakker-Smit', post: '1012 AB', city: 'Amsterdam', birthday: '1984-03-09', country: 'NL' },
  ],
  // A birthday mistyped; another job; the second e-mail address.
  [
    {
      first: 'Reto',
      last: 'Ammann',
      street: 'Dorfstrasse 4',
      post: '3818',
      city: 'Grindelwald',
      birthday: '1971-05-12',
      phone: '033 853 11 22',
    },
    { first: 'Reto', last: 'Ammann', street: 'Dorfstr. 4', post: '3818', city: 'Grindelwald', birthday: '1971-12-05', phone: '0338531122' },
  ],
  [
    { first: 'Lise', last: 'Haugen', company: 'Haugen Eiendom AS', email: 'lise@haugen.example; l.haugen@privat.example' },
    { first: 'Lise', last: 'Haugen', company: 'Nordlys Kraft', email: 'l.haugen@privat.example' },
  ],
  [
    { first: 'Karl-Heinz', last: 'Vogt', ...hof, email: 'kh.vogt@hof.example' },
    { first: 'Karlheinz', last: 'Vogt', ...hof },
  ],
  // Father and son, one address, one telephone: the birthday, or the name itself, tells them apart.
  [{ first: 'Karl', last: 'Bauer', street: 'Am Anger 3', post: '84028', city: 'Landshut', phone: '0871 55667', birthday: '1948-02-11' }],
  [{ first: 'Karl', last: 'Bauer', street: 'Am Anger 3', post: '84028', city: 'Landshut', phone: '0871 55667', birthday: '1979-08-30' }],
  [{ first: 'Ole', last: 'Hansen sen.', street: 'Kirkegata 9', post: '5011', city: 'Bergen', phone: '+47 55 21 40 18' }],
  [{ first: 'Ole', last: 'Hansen jun.', street: 'Kirkegata 9', post: '5011', city: 'Bergen', phone: '+47 55 21 40 18' }],
  // Couples at one address, with one telephone, some with one e-mail.
  [
    {
      first: 'Christian',
      last: 'Weber',
      street: 'Seestrasse 1',
      post: '8002',
      city: 'Zürich',
      phone: '044 201 11 22',
      email: 'weber@bluewin.example',
    },
  ],
  [
    {
      first: 'Christina',
      last: 'Weber',
      street: 'Seestrasse 1',
      post: '8002',
      city: 'Zürich',
      phone: '044 201 11 22',
      email: 'weber@bluewin.example',
    },
  ],
  [{ first: 'Andreas', last: 'Lang', street: 'Ring 7', post: '1010', city: 'Wien', phone: '01 512 33 44' }],
  [{ first: 'Andrea', last: 'Lang', street: 'Ring 7', post: '1010', city: 'Wien', phone: '01 512 33 44' }],
  [{ first: 'Pierre', last: 'Moreau', street: '4 rue de la Paix', post: '75002', city: 'Paris', phone: '01 42 61 00 00' }],
  [{ first: 'Marie', last: 'Moreau', street: '4 rue de la Paix', post: '75002', city: 'Paris', phone: '01 42 61 00 00' }],
  // Colleagues with one telephone and one e-mail of the house; some share a first name, some a surname.
  [{ first: 'Michael', last: 'Schulz', ...hof, phone: '0228 4455660', email: 'info@hof.example' }],
  [{ first: 'Michael', last: 'Krämer', ...hof, phone: '0228 4455660', email: 'info@hof.example' }],
  [{ first: 'Sabine', last: 'Schulz', ...hof, phone: '0228 4455660', email: 'info@hof.example' }],
  [{ first: 'Martin', last: 'Frei', ...alpen, phone: '033 854 80 00', email: 'office@alpenblick.example' }],
  [{ first: 'Martina', last: 'Frei', ...alpen, phone: '033 854 80 00', email: 'office@alpenblick.example' }],
  // The same name far away; and the same last digits in another country.
  [{ first: 'Peter', last: 'Müller', post: '20095', city: 'Hamburg', email: 'peter.mueller@nord.example' }],
  [{ first: 'Peter', last: 'Müller', post: '80331', city: 'München', email: 'p.mueller@sued.example' }],
  [{ first: 'Paul', last: 'Meier', phone: '+49 30 2345678', post: '10115', city: 'Berlin', country: 'DE' }],
  [{ first: 'Paul', last: 'Meyer', phone: '+41 30 2345678', post: '6300', city: 'Zug', country: 'CH' }],
  // Companies: a legal form, a slip, a move, another name under the old VAT number.
  [
    { name: 'Hof Landtechnik GmbH', post: '53111', city: 'Bonn', phone: '+49 228 4455660' },
    { name: 'HOF Landtechnik G.m.b.H.', post: '53111', city: 'Bonn' },
  ],
  [
    { name: 'Landtechnik Meier AG', post: '6003', city: 'Luzern', street: 'Pilatusstrasse 2' },
    { name: 'Landtechnik Maier', post: '6003', city: 'Luzern', street: 'Pilatusstr. 2' },
  ],
  [
    { name: 'Nordsee Netze oHG', post: '26382', city: 'Wilhelmshaven', phone: '04421 998877', email: 'post@nordseenetze.example' },
    { name: 'Nordsee Netze', post: '26122', city: 'Oldenburg', phone: '+49 4421 998877', email: 'post@nordseenetze.example' },
  ],
  [
    { name: 'Krause Metallbau GmbH', vat: 'DE811234567', street: 'Industriering 8', post: '01067', city: 'Dresden', phone: '0351 778899' },
    { name: 'KMB Systems GmbH', vat: 'DE 811 234 567', street: 'Industriering 8', post: '01067', city: 'Dresden' },
  ],
  [
    { name: 'Veenstra Bouw B.V.', post: '8011 PK', city: 'Zwolle', email: 'info@veenstra.example' },
    { name: 'Veenstra Bouw Groep', post: '8011 PK', city: 'Zwolle', email: 'info@veenstra.example' },
  ],
  // Partners joined by a word or a sign; a company of which only the name is known.
  [
    { name: 'Brückner & Söhne KG', street: 'Gewerbestraße 12', post: '28195', city: 'Bremen', phone: '+49 421 336699' },
    { name: 'BRUECKNER UND SOEHNE KG', street: 'Gewerbestr. 12', post: '28195', city: 'BREMEN', phone: '0421 336699' },
    { name: 'Brückner + Söhne', post: '28195', city: 'Bremen' },
  ],
  [
    { name: 'Jansen en Zonen B.V.', post: '3011 AA', city: 'Rotterdam', street: 'Kade 4' },
    { name: 'Jansen & Zonen', post: '3011AA', city: 'Rotterdam', street: 'Kade 4' },
  ],
  [
    { name: 'Dupont et Fils SARL', phone: '+33 3 20 55 44 33' },
    { name: 'DUPONT & FILS', phone: '03 20 55 44 33' },
  ],
  [
    { name: 'Holm og Lund AS', post: '5003', city: 'Bergen' },
    { name: 'Holm & Lund', post: '5003', city: 'Bergen' },
  ],
  [{ name: 'Meerwind Offshore B.V.', post: '1976 BE', city: 'IJmuiden', phone: '+31 255 512345' }, { name: 'Meerwind Offshore' }],
  [
    { name: 'Kaltwasser Pumpen GmbH', post: '50667', city: 'Köln', phone: '0221 556677' },
    { name: 'KALTWASSER PUMPEN', post: '50676', city: 'KOELN' },
  ],
  [{ name: 'Kreissparkasse Nord', post: '24103', city: 'Kiel', phone: '0431 1000' }],
  [{ name: 'Kreissparkasse Nord', post: '24105', city: 'Kiel', phone: '0431 2000' }],
  // One of the partners alone, and another partner, are others.
  [{ name: 'Brandt & Partner', post: '20095', city: 'Hamburg', phone: '040 778899' }],
  [{ name: 'Brandt & Töchter', post: '20095', city: 'Hamburg', phone: '040 112233' }],
  [{ name: 'Meerwind Onshore', post: '1976 BE', city: 'IJmuiden', phone: '+31 255 998877' }],
  // Branches of one firm, one VAT number and one e-mail; neighbours with names alike.
  [{ name: 'Autohaus Stern GmbH', vat: 'DE201', email: 'info@stern.example', phone: '040 111222', post: '20095', city: 'Hamburg' }],
  [{ name: 'Autohaus Stern GmbH', vat: 'DE201', email: 'info@stern.example', phone: '0511 333444', post: '30159', city: 'Hannover' }],
  [{ name: 'Autohaus Stern Bremen GmbH', vat: 'DE201', email: 'info@stern.example', phone: '0421 555666', post: '28195', city: 'Bremen' }],
  [{ name: 'Bäckerei Schmidt', post: '50667', city: 'Köln', street: 'Hohe Str. 1', phone: '0221 12121' }],
  [{ name: 'Metzgerei Schmidt', post: '50667', city: 'Köln', street: 'Hohe Str. 1', phone: '0221 34343' }],
  [{ name: 'Bergen Bygg AS', post: '5011', city: 'Bergen', phone: '+47 55 10 10 10' }],
  [{ name: 'Bergen Båt AS', post: '5011', city: 'Bergen', phone: '+47 55 20 20 20' }],
]

const names = {
  DE: [
    ['Anna', 'Bernd', 'Jürgen', 'Käthe', 'Stefan', 'Ursula', 'Wolfgang', 'Friederike'],
    ['Schröder', 'Köhler', 'Groß', 'Sauerländer', 'Lehmann', 'Brandt', 'Winkler', 'Dietrich', 'Pfeiffer'],
    '+49 ',
  ],
  CH: [
    ['Beat', 'Regula', 'Urs', 'Heidi', 'Matthias', 'Vreni', 'Jürg', 'Silvia'],
    ['Zürcher', 'Ammann', 'Bühler', 'Gerber', 'Wyss', 'Hofstetter', 'Kälin', 'Frey', 'Bachmann'],
    '+41 ',
  ],
  NL: [
    ['Joost', 'Maaike', 'Willem', 'Femke', 'Sander', 'Annelies', 'Ruben', 'Joëlle'],
    ['van den Berg', 'Bakker', 'Jansen', 'de Groot', 'Mulder', 'van Dijk', 'Hoekstra', 'Vermeulen', 'Postma'],
    '+31 ',
  ],
  NO: [
    ['Sverre', 'Ragnhild', 'Øyvind', 'Åse', 'Torbjørn', 'Kjersti', 'Håkon', 'Bente'],
    ['Solberg', 'Haugen', 'Ødegård', 'Nygård', 'Bjørnstad', 'Myhre', 'Strøm', 'Aasen', 'Knutsen'],
    '+47 ',
  ],
  FR: [
    ['Françoise', 'Étienne', 'Hélène', 'Benoît', 'Chloé', 'Guillaume', 'Margaux', 'Rémi'],
    ['Lefèvre', 'Béranger', 'Dubois', 'de la Tour', 'Garnier', 'Rousseau', 'Chevalier', 'Perrin', 'Girard'],
    '+33 ',
  ],
} as const

/** Figures that come the same with every run. After Marsaglia, Xorshift RNGs. */
function figures(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

/** So many companies with a handful of people each; one in four stands there a second time, mangled as lists mangle people. */
export function generated(companies: number, seed: number): Card[][] {
  const next = figures(seed)
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T
  const digits = (count: number) =>
    Array.from({ length: count }, () => String(next(10)))
      .join('')
      .replace(/^0/, '1')
  const all: Card[][] = []
  for (let at = 0; at < companies; at++) {
    const country = pick(Object.keys(names) as (keyof typeof names)[])
    const [firsts, lasts, code] = names[country]
    const trade = pick(['Maschinenbau', 'Bouw', 'Elektro', 'Transport', 'Møbler', 'Fromages', 'Garten', 'Papier'])
    const company = {
      company: `${pick(lasts)} ${trade} ${String(at)}`,
      post: String(10000 + next(80000)),
      city: `Stadt ${String(next(60))}`,
      country,
    }
    const domain = `firma${String(at)}.example`
    const switchboard = `${code}${digits(9)}`
    const taken = new Set<string>()
    for (let person = 1 + next(5); person > 0; person--) {
      const [first, last] = [pick(firsts), pick(lasts)]
      if (taken.has(`${first} ${last}`)) continue
      taken.add(`${first} ${last}`)
      const email = next(4) === 0 ? `info@${domain}` : `${first}.${last}@${domain}`.toLowerCase().replace(/ /g, '')
      const card: Card = { first, last, ...company, email, phone: switchboard, ...(next(2) ? { mobile: `${code}6${digits(8)}` } : {}) }
      all.push(next(4) === 0 ? [card, mangled(card, next)] : [card])
    }
  }
  return all
}

/** The same person as another list has her. */
function mangled(card: Card, next: (below: number) => number): Card {
  const { first = '', last = '', email = '' } = card
  const cut = (text: string) => text.slice(0, 2) + text.slice(3)
  const isOwn = !email.startsWith('info@')
  switch (next(8)) {
    case 0:
      return { ...card, last: cut(last), email: '' }
    case 1:
      return { ...card, email: email.toUpperCase(), phone: '', company: '' }
    case 2:
      return { ...card, first: `${first.slice(0, 1)}.`, mobile: '' }
    case 3:
      return { ...card, last: plain(last), first: plain(first), email: '', phone: '' }
    case 4:
      return { ...card, first: last, last: first }
    case 5:
      return isOwn ? { ...card, last: 'Neumann', phone: '' } : { ...card, phone: (card.phone ?? '').replace(/^\+\d\d /, '0') }
    case 6:
      return { ...card, company: `${card.company ?? ''} GmbH`, email: isOwn ? `${first.slice(0, 1)}@privat.example` : '', post: '' }
    default:
      return { ...card, company: '', post: '', city: '', mobile: '' }
  }
}

const plain = (text: string) =>
  text.replace(/[äöüøåß]/gi, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ø: 'o', å: 'a', ß: 'ss', ö̈: 'oe' })[letter.toLowerCase()] ?? letter)

export interface Labelled {
  contacts: Contact[]
  /** Whose card it is, by id. */
  whose: Map<ContactId, number>
}

/** The cards as contacts, with the companies that people name. */
export function labelled(entities: readonly (readonly Card[])[]): Labelled {
  const contacts: Contact[] = []
  const whose = new Map<ContactId, number>()
  const companies = new Map<string, ContactId>()
  let last = 0
  const nextId = () => `c${String(++last).padStart(6, '0')}` as ContactId
  const companyOf = (name: string | undefined) => {
    if (!name) return undefined
    const known = companies.get(name)
    if (known) return known
    const id = nextId()
    companies.set(name, id)
    contacts.push({ ...emptyContact('company'), id, no: id, name })
    return id
  }
  for (const [at, cards] of entities.entries())
    for (const card of cards) {
      const { email = '', email2, phone = '', mobile = '', street = '', post = '', city = '', country = '', birthday, vat = '' } = card
      const shared = {
        no: '',
        email,
        phone,
        mobilePhone: mobile,
        address: street,
        postCode: post,
        city,
        countryCode: country,
        vatNo: vat,
        ...(email2 ? { email2 } : {}),
      }
      const companyId = companyOf(card.company)
      const id = nextId()
      whose.set(id, at)
      if (card.name !== undefined) contacts.push({ ...emptyContact('company'), ...shared, id, name: card.name })
      else {
        const parts = { firstName: card.first ?? '', middleName: '', surname: card.last ?? '' }
        const person = { ...emptyContact('person'), ...shared, ...parts, id, name: nameOfPerson(parts) }
        contacts.push({ ...person, ...(companyId ? { companyId } : {}), ...(birthday ? { birthday: birthday as never } : {}) })
      }
    }
  return { contacts, whose }
}
