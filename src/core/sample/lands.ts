// Seven countries to invent companies and people from. Phone numbers are, where there are any, those kept free for films; all
// e-mail domains end in `.example`.

export interface Land {
  code: string
  language: string
  /** Post code, city, county, beginning of the phone number. */
  places: readonly (readonly [postCode: string, city: string, county: string, dial: string])[]
  streets: readonly string[]
  /** In the order of the industry groups: machines, food, wood, wholesale, health. */
  trades: readonly string[]
  forms: readonly string[]
  women: readonly string[]
  men: readonly string[]
  surnames: readonly string[]
  jobs: readonly string[]
}

const list = (text: string) => text.split('|')

const germanNames = {
  language: 'de',
  streets: list('Gartenstraße|Am Mühlbach|Bahnhofstraße|Lindenweg|Schloßgasse|Brückenstraße|Im Grünen Winkel'),
  trades: list('Maschinenbau|Bäckerei|Möbelwerkstätten|Großhandel|Medizintechnik'),
  jobs: list('Geschäftsführung|Einkauf|Werkstattleitung|Büroleitung|Außendienst'),
  women: list('Anna|Jördis|Käthe|Sabine|Änne|Claudia|Dörte|Franziska|Grit|Hanna|Ulrike|Vera|Margarethe'),
  men: list('Jürgen|Björn|Götz|Thomas|Jörg|Lars|Matthäus|Niklas|Uwe|Konrad|Emil|Friedrich|Tobias'),
}

const germany: Land = {
  ...germanNames,
  code: 'DE',
  places: [
    ['80331', 'München', 'Bayern', '+49 89 99998'],
    ['50667', 'Köln', 'Nordrhein-Westfalen', '+49 221 4710'],
    ['20095', 'Hamburg', 'Hamburg', '+49 40 66969'],
    ['10115', 'Berlin', 'Berlin', '+49 30 23125'],
    ['60311', 'Frankfurt am Main', 'Hessen', '+49 69 90009'],
  ],
  forms: list('GmbH|AG|KG|GmbH & Co. KG'),
  surnames: list(
    'Böhme|Schröder|Groß|Lehmann|Köhler|Richter|Strauß|Kühn|Wagner|Engel|Römer|Zöllner|Brandt|Müller|Jäger|Weiß|Özdemir|Lindner',
  ),
}

const austria: Land = {
  ...germanNames,
  code: 'AT',
  places: [
    ['1010', 'Wien', 'Wien', '+43 1 5550'],
    ['4020', 'Linz', 'Oberösterreich', '+43 732 5550'],
    ['8010', 'Graz', 'Steiermark', '+43 316 5550'],
  ],
  forms: list('GmbH|KG|OG'),
  surnames: list('Gruber|Höllerer|Pichler|Moser|Steininger|Eder|Leitgeb|Kröll|Wöhrer|Haslinger'),
}

const switzerland: Land = {
  ...germanNames,
  code: 'CH',
  places: [
    ['8001', 'Zürich', 'Zürich', '+41 44 5550'],
    ['3011', 'Bern', 'Bern', '+41 31 5550'],
    ['9000', 'St. Gallen', 'St. Gallen', '+41 71 5550'],
  ],
  forms: list('AG|GmbH'),
  surnames: list('Zürcher|Bürgi|Ammann|Gerber|Hürlimann|Schär|Wüthrich|Frei|Lüthi|Baumann'),
}

const netherlands: Land = {
  code: 'NL',
  language: 'nl',
  places: [
    ['1012 AB', 'Amsterdam', 'Noord-Holland', '+31 20 5550'],
    ['3511 CD', 'Utrecht', 'Utrecht', '+31 30 5550'],
    ['5611 EF', 'Eindhoven', 'Noord-Brabant', '+31 40 5550'],
  ],
  streets: list('Kerkstraat|Molenweg|Stationsplein|Dorpsstraat|Beukenlaan'),
  trades: list('Machinebouw|Bakkerij|Meubelmakerij|Groothandel|Medische techniek'),
  forms: list('B.V.|V.O.F.'),
  women: list('Fenna|Saskia|Noor|Marieke|Joëlle|Lotte'),
  men: list('Daan|Bram|Jeroen|Sjoerd|Ruben|Coen'),
  surnames: list('van Dijk|de Vries|Jansen|Bakker|van den Berg|Smit|Hoekstra|Mulder'),
  jobs: list('Directie|Inkoop|Werkplaats|Administratie'),
}

const norway: Land = {
  code: 'NO',
  language: 'nb',
  places: [
    ['0150', 'Oslo', 'Oslo', '+47 22550'],
    ['5003', 'Bergen', 'Vestland', '+47 55550'],
    ['9008', 'Tromsø', 'Troms', '+47 77550'],
  ],
  streets: list('Storgata|Kirkeveien|Bjørkelia|Strandgata|Møllergata'),
  trades: list('Maskin|Bakeri|Møbler|Engros|Medisinsk utstyr'),
  forms: list('AS|ASA'),
  women: list('Åse|Ingrid|Solveig|Kjersti|Ragnhild'),
  men: list('Bjørn|Øyvind|Håkon|Sverre|Magnus'),
  surnames: list('Ødegård|Hansen|Bråten|Solberg|Lie|Næss|Haugen'),
  jobs: list('Daglig leder|Innkjøp|Verksted|Kontor'),
}

const france: Land = {
  code: 'FR',
  language: 'fr',
  places: [
    ['67000', 'Strasbourg', 'Bas-Rhin', '+33 1 99001'],
    ['69002', 'Lyon', 'Rhône', '+33 1 99001'],
    ['59000', 'Lille', 'Nord', '+33 1 99001'],
  ],
  streets: list('rue de la Gare|avenue des Tilleuls|place de l’Église|rue du Moulin'),
  trades: list('Machines|Boulangerie|Ébénisterie|Grossiste|Matériel médical'),
  forms: list('SARL|SAS'),
  women: list('Hélène|Chloé|Maëlle|Françoise|Zoé'),
  men: list('François|Loïc|Benoît|Rémi|Gaël'),
  surnames: list('Lefèvre|Dubois|Béranger|Moreau|Gauthier|Forêt'),
  jobs: list('Direction|Achats|Atelier|Secrétariat'),
}

const britain: Land = {
  code: 'GB',
  language: 'en',
  places: [
    ['EX4 3QN', 'Exeter', 'Devon', '+44 1632 960'],
    ['YO1 7HH', 'York', 'North Yorkshire', '+44 1632 960'],
    ['CB2 1TN', 'Cambridge', 'Cambridgeshire', '+44 1632 960'],
  ],
  streets: list('Mill Lane|High Street|Station Road|Orchard Close'),
  trades: list('Engineering|Bakery|Joinery|Wholesale|Medical'),
  forms: list('Ltd|LLP'),
  women: list('Harriet|Zoë|Imogen|Rosalind|Beth'),
  men: list('Alistair|Owen|Rupert|Callum|Hugh'),
  surnames: list('Ashworth|Bennett|O’Neill|Fairweather|Thornton|Hughes'),
  jobs: list('Managing director|Purchasing|Workshop|Office'),
}

/** One per company, again from the start after twenty: seven of twenty are German. */
export const lands: readonly Land[] = [
  ...[germany, austria, netherlands, germany, switzerland, norway, germany, france, germany, netherlands],
  ...[germany, austria, britain, germany, switzerland, netherlands, germany, norway, austria, switzerland],
]
