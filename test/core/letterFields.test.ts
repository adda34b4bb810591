// What a document may call its fields: Business Central's names, old and new, Word's own address list, in five languages; and who wins
// where one name might mean two.
import { describe, expect, test } from 'vitest'
import type { FieldName } from '../../src/core/letter/captions.ts'
import { resolveField, suggestFields } from '../../src/core/letter/fields.ts'

/** The columns of Word's own address list, as each language writes them in a field. */
const wordList: Record<string, string[]> = {
  en: [
    ...['Title', 'First_Name', 'Last_Name', 'Company_Name', 'Address_Line_1', 'Address_Line_2', 'City', 'State', 'ZIP_Code'],
    ...['Country_or_Region', 'Work_Phone', 'Email_Address'],
  ],
  de: [
    ...['Titel', 'Vorname', 'Nachname', 'Firmenname', 'Adresszeile_1', 'Adresszeile_2', 'Ort', 'BundeslandKanton', 'Postleitzahl'],
    ...['Land_oder_Region', 'Telefon_geschäftlich', 'EMailAdresse'],
  ],
  nl: [
    ...['Titel', 'Voornaam', 'Achternaam', 'Bedrijfsnaam', 'Adresregel_1', 'Adresregel_2', 'Plaats', 'Provincie', 'Postcode'],
    ...['Land_of_regio', 'Telefoon_werk', 'Emailadres'],
  ],
  nb: [
    ...['Tittel', 'Fornavn', 'Etternavn', 'Firmanavn', 'Adresselinje_1', 'Adresselinje_2', 'Poststed', 'Fylke', 'Postnummer'],
    ...['Land_eller_område', 'Telefon_arbeid', 'Epostadresse'],
  ],
  fr: [
    ...['Titre', 'Prénom', 'Nom_de_famille', 'Nom_de_la_société', 'Adresse_1', 'Adresse_2', 'Ville', 'Région', 'Code_postal'],
    ...['Pays_ou_région', 'Téléphone_professionnel', 'Adresse_de_messagerie'],
  ],
}
const meanings: FieldName[] = [
  ...(['Courtesy_Title', 'First_Name', 'Surname', 'Company_Name', 'Address', 'Address_2', 'City', 'State', 'ZIP_Code'] as const),
  ...(['Country', 'Phone_No', 'Email'] as const),
]

/** The captions of Business Central's fixed list of fields, in the language of the line. */
const fixedList: [FieldName, ...string[]][] = [
  ['Address_Block', 'Contact Mail Address'],
  ['Contact_No', 'Contact No.', 'Kontakt Nr.', 'Contact Nr.', 'Contact N°'],
  ['Company_Name', 'Contact Company Name', 'Kontakt Firmenname', 'Contact Bedrijfsnaam', 'Kontakt Selskapsnavn', 'Contact Nom société'],
  ['Name', 'Contact Name', 'Kontakt Name', 'Contact Naam', 'Kontakt Navn', 'Contact Nom'],
  ['Name_2', 'Contact Name 2', 'Kontakt Name 2', 'Contact Naam 2', 'Kontakt Navn 2', 'Contact Nom 2'],
  ['Address', 'Contact Address', 'Kontakt Adresse', 'Contact Adres', 'Contact Adresse'],
  ['Address_2', 'Contact Address 2', 'Kontakt Adresse 2', 'Contact Adres 2'],
  ['ZIP_Code', 'Contact Post Code', 'Kontakt PLZ-Code', 'Contact Postcode', 'Kontakt Postnr.', 'Contact Code postal'],
  ['City', 'Contact City', 'Kontakt Ort', 'Contact Plaats', 'Kontakt Poststed', 'Contact Ville'],
  ['State', 'Contact County', 'Kontakt Bundesregion', 'Contact Provincie', 'Kontakt Fylke', 'Contact Région'],
  ['Country', 'Contact Country/Region Name', 'Kontakt Land/Region Name', 'Contact Land/regio Naam', 'Kontakt Land/område Navn'],
  ['Country', 'Contact Pays/région Nom'],
  ['Job_Title', 'Contact Job Title', 'Kontakt Position', 'Contact Functie', 'Kontakt Stilling', 'Contact Fonction'],
  ['Phone_No', 'Contact Phone No.', 'Kontakt Telefonnr.', 'Contact Telefoonnr.', 'Contact N° téléphone'],
  ['Email', 'Contact E-Mail', 'Kontakt E-Mail', 'Contact E-mail', 'Kontakt E-post'],
  ['Mobile_Phone_No', 'Contact Mobile Phone No.', 'Kontakt Mobiltelefonnr.', 'Contact Mobiele telefoon', 'Contact N° téléphone mobile'],
  ['VAT_Registration_No', 'Contact VAT Registration No.', 'Kontakt USt-IdNr.', 'Contact Btw-nummer', 'Contact N° identif. intracomm.'],
  ['Home_Page', 'Contact Home Page', 'Kontakt Homepage', 'Contact Startpagina', 'Kontakt Hjemmeside', "Contact Page d'accueil"],
  ['CALC_Formal_Salutation', 'Formal Salutation', 'Förmliche Anrede', 'Formele aanhef', 'Formell starthilsen', 'Salutation officielle'],
  [
    'CALC_Informal_Salutation',
    'Informal Salutation',
    'Informelle Anrede',
    'Informele aanhef',
    'Uformell starthilsen',
    'Salutation informelle',
  ],
  ['Salesperson_Code', 'Salesperson/Purchaser Code', 'Verkäufer/Einkäufer Code', 'Verkoper/Inkoper Code', 'Selger/Innkjøper Kode'],
  ['Salesperson_Name', 'Salesperson/Purchaser Name', 'Verkäufer/Einkäufer Name', 'Verkoper/Inkoper Naam', 'Vendeur/Acheteur Nom'],
  ['Salesperson_Job_Title', 'Salesperson/Purchaser Job Title', 'Verkäufer/Einkäufer Position', 'Selger/Innkjøper Stilling'],
  ['Salesperson_Phone_No', 'Salesperson/Purchaser Phone No.', 'Verkäufer/Einkäufer Telefonnr.', 'Vendeur/Acheteur N° téléphone'],
  ['Salesperson_Email', 'Salesperson/Purchaser E-Mail', 'Verkäufer/Einkäufer E-Mail', 'Selger/Innkjøper E-post'],
  ['Document_Date', 'Document Date', 'Beleg Datum', 'Document Datum', 'Dokument Dato'],
  ['Campaign_No', 'Document Campaign No.', 'Beleg Kampagnennr.', 'Document Campagnenr.', 'Dokument Kampanjenr.', 'Document N° campagne'],
  ['Segment_No', 'Document Segment No.', 'Beleg Segmentnr.', 'Document Segmentnr.', 'Document N° segment'],
  ['Description', 'Document Description', 'Beleg Beschreibung', 'Document Omschrijving', 'Dokument Beskrivelse', 'Document Désignation'],
  ['Subject', 'Document Subject', 'Beleg Betreff', 'Document Onderwerp', 'Dokument Emne', 'Document Objet'],
  ['Company_Information_Name', 'Company Information Name', 'Firmendaten Name', 'Bedrijfsgegevens Naam', 'Firmaopplysninger Navn'],
  ['Company_Information_Address', 'Company Information Address', 'Firmendaten Adresse', 'Bedrijfsgegevens Adres'],
  ['Company_Information_Address_2', 'Company Information Address 2', 'Firmendaten Adresse 2', 'Bedrijfsgegevens Adres 2'],
  ['Company_Information_Post_Code', 'Company Information Post Code', 'Firmendaten PLZ-Code', 'Bedrijfsgegevens Postcode'],
  ['Company_Information_City', 'Company Information City', 'Firmendaten Ort', 'Informations société Ville'],
  ['Company_Information_County', 'Company Information County', 'Firmendaten Bundesregion', 'Bedrijfsgegevens Provincie'],
  ['Company_Information_Country', 'Company Information Country/Region Name', 'Firmendaten Land/Region Name'],
  ['Company_Information_VAT_Registration_No', 'Company Information VAT Registration No.', 'Firmendaten USt-IdNr.'],
  ['Company_Information_Registration_No', 'Company Information Registration No.', 'Firmendaten Registrierungsnr.'],
  ['Company_Information_Phone_No', 'Company Information Phone No.', 'Firmendaten Telefonnr.', 'Bedrijfsgegevens Telefoonnr.'],
  ['Company_Information_Bank_Name', 'Company Information Bank Name', 'Firmendaten Bankname', 'Bedrijfsgegevens Banknaam'],
  ['Company_Information_Bank_Account_No', 'Company Information Bank Account No.', 'Firmendaten Bankkontonr.'],
]

/** As a merge field writes a column's heading. */
const asField = (caption: string) => caption.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/_$/, '')

describe('A document made with', () => {
  test.each(Object.entries(wordList))('Word’s own address list in %s is known in all its fields', (_, names) => {
    expect(names.map(resolveField)).toEqual(meanings)
  })

  test.each(fixedList)('Business Central’s fixed list knows %s in every language', (meant, ...captions) => {
    for (const caption of captions)
      expect([caption, resolveField(caption), resolveField(asField(caption))]).toEqual([caption, meant, meant])
  })

  test.each<[string, FieldName]>([
    ['CONTA_Name', 'Name'],
    ['CONTA_First_Name', 'First_Name'],
    ['CONTA_CALC_Formal_Salutation', 'CALC_Formal_Salutation'],
    ['C5_Post_Code', 'ZIP_Code'],
    ['SALES_Name', 'Salesperson_Name'],
    ['SALES_E_Mail', 'Salesperson_Email'],
    ['SALES_Code', 'Salesperson_Code'],
    ['COMPA_Post_Code', 'Company_Information_Post_Code'],
    ['COMPA_IBAN', 'Company_Information_Bank_Account_No'],
    ['COMPA_Name', 'Company_Information_Name'],
    ['Company_Information_Phone_No', 'Company_Information_Phone_No'],
    ['Salesperson_Phone_No', 'Salesperson_Phone_No'],
  ])('Business Central’s Word templates: %s is %s', (name, meant) => {
    expect(resolveField(name)).toBe(meant)
  })
})

describe('Where a name might mean two things', () => {
  test.each<[string, FieldName | undefined, string]>([
    ['Name', 'Name', 'the whole name, as in Business Central; a surname is called so'],
    ['Nom', 'Name', 'Business Central’s caption of the same'],
    ['Company', 'Company_Name', 'theirs; ours is called ours'],
    ['Company Name', 'Company_Name', 'theirs'],
    ['Company City', undefined, 'theirs or ours: it is asked'],
    ['Title', 'Courtesy_Title', 'as in Word; the position is the job title'],
    ['Titel', 'Courtesy_Title', 'the same'],
    ['Anrede', 'CALC_Formal_Salutation', 'the greeting line, not Herr or Frau'],
    ['Position', 'Job_Title', 'the work'],
    ['Region', 'State', 'a part of a country'],
    ['Land', 'Country', 'the country'],
    ['Address', 'Address', 'street and number'],
    ['Postadresse', 'Address_Block', 'the whole address'],
    ['Contact', 'Name', 'who it is'],
    ['Contact Code', undefined, 'nobody has one'],
    ['Code', undefined, 'nobody has one'],
    ['Dokumenttitel', undefined, 'no title of a person'],
    ['Salesperson_Fax_No', undefined, 'we know of no fax'],
    ['Verkäufer', 'Salesperson_Name', 'the name'],
    ['Datum', 'Document_Date', 'the letter’s own'],
    ['Bank', 'Company_Information_Bank_Name', 'ours: theirs are not kept'],
    ['__proto__', undefined, 'nothing that is inherited'],
  ])('%s means %s: %s', (name, meant) => {
    expect(resolveField(name)).toBe(meant)
  })
})

describe('An unknown name', () => {
  test.each<[string, string[]]>([
    ['Frist_Name', ['First_Name']],
    ['Name_of_Company', ['Company_Name']],
    ['Telefonnumer', ['Phone_No']],
    ['Straßenname', ['Address']],
    ['Xyzzy', []],
  ])('%s comes nearest to %j', (name, nearest) => {
    expect(resolveField(name)).toBeUndefined()
    expect(suggestFields(name).slice(0, nearest.length)).toEqual(nearest)
    expect(suggestFields(name).length).toBeLessThanOrEqual(3)
    if (nearest.length === 0) expect(suggestFields(name)).toEqual([])
  })

  test('has up to three suggestions, all different', () => {
    const found = suggestFields('Kunden_Name')
    expect(found).toContain('Name')
    expect(new Set(found).size).toBe(found.length)
    expect(suggestFields('Company_Bank')).toHaveLength(3)
  })
})
