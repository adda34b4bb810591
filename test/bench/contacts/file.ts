// A file of contacts as somebody would save it from a spreadsheet: every fifth row a company, the others its people; the same for each seed.

/** Small seeded generator (mulberry32). */
function random(from: number): () => number {
  let state = from >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const header =
  'External ID;Type;Company;First Name;Surname;Job Title;Address;Post Code;City;Country;Phone;Mobile Phone;E-Mail;Birthday;Mailing Groups'
const firstNames =
  'Anna Björn Çağla Dörte Émile Frauke Gerd Håkon Ines Jörg Käthe Lars Maëlle Noor Øystein Petra Quentin Rüdiger Søren Tess'.split(' ')
const syllables = 'ber gen hol stein mann dorf wald lind au kamp berg roth feld moos eich horn sand graf voss thal'.split(' ')
const towns = 'Köln Ulm Bonn Århus Liège Groß-Gerau Utrecht Tromsø Nîmes Düren Emden Zwolle'.split(' ')
const titles = ['Einkauf', 'Geschäftsführung', 'Produktion', 'Export Manager', 'Sekretariat', '']
const groups = ['Newsletter', 'Christmas cards', 'Trade fair', 'Newsletter, Trade fair', '']

const cased = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** The bytes of a file with so many rows, UTF-8 with a byte order mark. */
export function contactsFile(rows: number, seed: number): ArrayBuffer {
  const chance = random(seed)
  const one = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!
  const word = () => cased(one(syllables) + one(syllables) + one(syllables))
  const digits = (count: number) => String(Math.floor(chance() * 10 ** count)).padStart(count, '0')
  const two = (most: number) => String(1 + Math.floor(chance() * most)).padStart(2, '0')
  const lines = [header]
  let company = ''
  for (let row = 0; row < rows; row++) {
    const place = [`${word()}str. ${digits(2)}`, digits(5), one(towns), 'DE', `+49 ${digits(3)} ${digits(7)}`]
    if (row % 5 === 0) {
      company = `${word()} ${one(['GmbH', 'AG', 'B.V.', 'AS', '& Söhne'])} ${row}`
      const host = company.replace(/\W/g, '').toLowerCase()
      lines.push([`C${row}`, 'Company', company, '', '', '', ...place, '', `info@${host}.example`, '', ''].join(';'))
      continue
    }
    const [first, last] = [one(firstNames), word()]
    const birthday = `${two(28)}.${two(12)}.19${digits(2)}`
    const mail = `${last.toLowerCase()}.${row}@mail.example`
    lines.push(
      [`P${row}`, 'Person', company, first, last, one(titles), ...place, `0171 ${digits(7)}`, mail, birthday, one(groups)].join(';'),
    )
  }
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`).buffer
}
