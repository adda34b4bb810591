// Which column is what, by the names that programs and people give their columns.
import { describe, expect, test } from 'vitest'
import { guessMapping, mapsName, targetFields, type TargetField } from '../../src/exchange/mapping.ts'

const fields: TargetField[] = [
  ...(['externalId', 'fullName', 'name2', 'address', 'address2', 'postCode', 'city', 'county', 'country', 'phone', 'mobilePhone'] as const),
  ...(['email', 'homePage', 'language', 'salutation', 'salespersonCode', 'correspondenceType', 'vatNo', 'type', 'companyName'] as const),
  ...(['firstName', 'middleName', 'surname', 'jobTitle', 'initials', 'excludeFromSegment', 'privacyBlocked'] as const),
]
const businessCentral: Record<string, string> = {
  en: 'No.|Name|Name 2|Address|Address 2|Post Code|City|County|Country/Region Code|Phone No.|Mobile Phone No.|Email|Home Page|Language Code|Salutation Code|Salesperson Code|Correspondence Type|VAT Registration No.|Type|Company Name|First Name|Middle Name|Surname|Job Title|Initials|Exclude from Segment|Privacy Blocked',
  de: 'Nr.|Name|Name 2|Adresse|Adresse 2|PLZ-Code|Ort|Bundesregion|Länder-/Regionscode|Telefonnr.|Mobiltelefonnr.|E-Mail|Homepage|Sprachcode|Anredecode|Verkäufercode|Korrespondenzart|USt-IdNr.|Art|Firmenname|Vorname|Zweiter Vorname|Nachname|Stelle|Initialen|Aus Segment ausschließen|Datenschutz gesperrt',
  nl: 'Nr.|Naam|Naam 2|Adres|Adres 2|Postcode|Plaats|Provincie|Land-/regiocode|Telefoonnr.|Mobiele telefoonnr.|E-mail|Startpagina|Taalcode|Aanhefcode|Verkoperscode|Correspondentietype|Btw-nr.|Soort|Bedrijfsnaam|Voornaam|Tweede voornaam|Achternaam|Functie|Initialen|Uitsluiten van segment|Privacy geblokkeerd',
  nb: 'Nr.|Navn|Navn 2|Adresse|Adresse 2|Postnr.|Poststed|Fylke|Lands-/områdekode|Telefonnr.|Mobiltelefonnr.|E-post|Hjemmeside|Språkkode|Starthilsenkode|Selgerkode|Korrespondansetype|Mva-nr.|Type|Selskapsnavn|Fornavn|Mellomnavn|Etternavn|Stilling|Initialer|Utelat fra segment|Sperret på grunn av personvern',
  fr: 'N°|Nom complet|Nom 2|Adresse|Adresse 2|Code postal|Ville|Canton|Code pays/région|N° téléphone|N° téléphone mobile|E-mail|Page d’accueil|Code langue|Code salutation|Code vendeur|Type correspondance|N° TVA|Type|Nom société|Prénom|Deuxième prénom|Nom|Fonction|Initiales|Exclure du segment|Confidentialité bloquée',
}

test.each(Object.entries(businessCentral))('Columns of Business Central in %s', (_, headers) => {
  expect(guessMapping(headers.split('|'))).toEqual(fields)
})

const lists: [string, string, string][] = [
  [
    'Outlook in English',
    'Title|First Name|Last Name|Company|Department|Job Title|Business Street|Business City|Business State|Business Postal Code|Business Country/Region|Business Phone|Mobile Phone|E-mail Address|Categories|Web Page',
    'salutation|firstName|surname|companyName|name2|jobTitle|address|city|county|postCode|country|phone|mobilePhone|email|mailingGroups|homePage',
  ],
  [
    'Outlook in German',
    'Anrede|Vorname|Weitere Vornamen|Nachname|Suffix|Firma|Abteilung|Position|Straße geschäftlich|Ort geschäftlich|Region geschäftlich|Postleitzahl geschäftlich|Land/Region geschäftlich|Telefon geschäftlich|Mobiltelefon|E-Mail-Adresse|Kategorien',
    'salutation|firstName|middleName|surname||companyName|name2|jobTitle|address|city|county|postCode|country|phone|mobilePhone|email|mailingGroups',
  ],
  [
    'Outlook in Dutch',
    'Voornaam|Middelste naam|Achternaam|Bedrijf|Afdeling|Functie|Werkadres, straat|Werkadres, plaats|Werkadres, provincie|Werkadres, postcode|Werkadres, land/regio|Telefoon op werk|Mobiele telefoon|E-mailadres|Webpagina',
    'firstName|middleName|surname|companyName|name2|jobTitle|address|city|county|postCode|country|phone|mobilePhone|email|homePage',
  ],
  [
    'Outlook in Norwegian',
    'Fornavn|Mellomnavn|Etternavn|Firma|Avdeling|Stilling|Adresse, arbeid|Poststed, arbeid|Postnummer, arbeid|Land/område, arbeid|Telefon, arbeid|Mobiltelefon|E-postadresse|Webside',
    'firstName|middleName|surname|companyName|name2|jobTitle|address|city|postCode|country|phone|mobilePhone|email|homePage',
  ],
  [
    'Outlook in French',
    'Prénom|Deuxième prénom|Nom|Société|Service|Titre|Rue (bureau)|Ville (bureau)|Dép/Région (bureau)|Code postal (bureau)|Pays/Région (bureau)|Téléphone (bureau)|Tél. mobile|Adresse de messagerie|Page Web',
    'firstName|middleName|surname|companyName|name2|jobTitle|address|city|county|postCode|country|phone|mobilePhone|email|homePage',
  ],
  [
    'Google',
    'First Name|Middle Name|Last Name|Phonetic First Name|Nickname|File As|Organization Name|Organization Title|Labels|E-mail 1 - Label|E-mail 1 - Value|Phone 1 - Value|Address 1 - Street|Address 1 - City|Address 1 - Region|Address 1 - Postal Code|Address 1 - Country|Website 1 - Value',
    'firstName|middleName|surname|||fullName|companyName|jobTitle|mailingGroups||email|phone|address|city|county|postCode|country|homePage',
  ],
  [
    'a list typed in German',
    'FIRMA|strasse|Plz|ort|Landkreis|e mail|Telefon|Handy|Verteiler|Branchen|Verkaeufer|Kundennummer',
    'companyName|address|postCode|city|county|email|phone|mobilePhone|mailingGroups|industryGroups|salespersonName|externalId',
  ],
  ['“Name” beside “Vorname”', 'Vorname|Name|Firma', 'firstName|surname|companyName'],
  ['“Nom” alone', 'Nom|Ville', 'fullName|city'],
  ['“Nom” beside “Prénom”', 'Nom|Prénom', 'surname|firstName'],
  ['two e-mail columns', 'E-Mail|Email|Name', 'email||fullName'],
  ['nothing known', 'foo|bar|', '||'],
]

test.each(lists)('Columns of %s', (_, headers, targets) => {
  expect(guessMapping(headers.split('|')).map((target) => target ?? '')).toEqual(targets.split('|'))
})

describe('Any header line', () => {
  test('gives no target twice', () => {
    const all = [...Object.values(businessCentral), ...lists.map((list) => list[1])].flatMap((headers) => headers.split('|'))
    const mapped = guessMapping(all).filter((target) => target !== undefined)
    expect(new Set(mapped).size).toBe(mapped.length)
    expect(mapped.every((target) => targetFields.includes(target))).toBe(true)
  })
  test('needs the name of a person or a company', () => {
    expect(mapsName(guessMapping(['City', 'Phone']))).toBe(false)
    expect(mapsName(guessMapping(['City', 'Firma']))).toBe(true)
  })
})
