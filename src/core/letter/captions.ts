// Merge fields: their stable names, and under which other names documents ask for them: Business Central's captions and
// the usual headings of address lists in English, German, Dutch, Norwegian and French.
// What stands before a name, as in `Contact Name`, `Salesperson/Purchaser Code` or `COMPA_City`, is taken off before (prefixes.ts).
// BC: Interaction/WordTemplateInteractions.Codeunit.al; Word Templates/WordTemplateImpl.Codeunit.al

/** Stable name → other names. Case, blanks, punctuation and umlauts do not count when they are compared. */
export const captions = {
  Name: ['Contact', 'Contact Name', 'Full Name', 'Name des Kontakts', 'Kontaktname', 'Kontakt', 'Naam', 'Navn', 'Nom', 'Nom complet'],
  Contact_No: [
    ...['No', 'Nr', 'Contact Number', 'Kontaktnr', 'Kontaktnummer', 'Contactnr', 'Contactnummer', 'Kontaktnr.', 'N° contact', 'No contact'],
    ...['Contact N°'],
  ],
  Company_Name: [
    ...['Company', 'Contact Company Name', 'Organization', 'Firma', 'Firmenname', 'Unternehmen', 'Unternehmensname', 'Bedrijf'],
    ...['Bedrijfsnaam', 'Selskap', 'Selskapsnavn', 'Firmanavn', 'Société', 'Nom de la société', 'Nom société', 'Entreprise'],
    ...["Nom de l'entreprise", 'Nom entreprise'],
  ],
  Name_2: ['Name 2', 'Name zwei', 'Naam 2', 'Navn 2', 'Nom 2'],
  First_Name: ['Given Name', 'Forename', 'Vorname', 'Voornaam', 'Fornavn', 'Prénom'],
  Middle_Name: ['Second Name', 'Zweiter Vorname', 'Mittelname', 'Tussenvoegsel', 'Tweede naam', 'Mellomnavn', 'Deuxième prénom'],
  Surname: ['Last Name', 'Family Name', 'Nachname', 'Familienname', 'Zuname', 'Achternaam', 'Etternavn', 'Nom de famille', 'Etternamn'],
  Job_Title: [
    ...['Position', 'Funktion', 'Berufsbezeichnung', 'Stellenbezeichnung', 'Functie', 'Functietitel', 'Stilling', 'Fonction', 'Poste'],
    ...['Titre du poste', 'Intitulé du poste', 'Stillingstittel'],
  ],
  Initials: ['Initialen', 'Initialer', 'Initiales'],
  Courtesy_Title: [
    ...['Courtesy Title', 'Title', 'Titel', 'Tittel', 'Titre', 'Titre de civilité', 'Civilité', 'Aanspreektitel', 'Formule de courtoisie'],
  ],
  Academic_Title: [
    ...['Academic Title', 'Akademischer Titel', 'Akad. Titel', 'Titel vor dem Namen', 'Name Prefix', 'Titulatuur', 'Akademisk tittel'],
    ...['Titre académique'],
  ],
  Address: [
    ...['Address 1', 'Address Line 1', 'Street', 'Street Address', 'Contact Address', 'Adresse', 'Adresse 1', 'Straße', 'Strasse'],
    ...['Anschrift', 'Straße und Hausnummer', 'Adres', 'Adres 1', 'Adresregel 1', 'Straat', 'Gate', 'Gateadresse', 'Rue'],
    ...['Adresse ligne 1', 'Adresszeile 1', 'Adresselinje 1', 'Straat en huisnummer'],
  ],
  Address_2: [
    ...['Address Line 2', 'Adresse 2', 'Adresszusatz', 'Adres 2', 'Adresregel 2', 'Adresse ligne 2', "Complément d'adresse"],
    ...['Adresszeile 2', 'Adresselinje 2', 'Adressetillegg'],
  ],
  ZIP_Code: [
    ...['ZIP', 'Post Code', 'Postal Code', 'PLZ', 'PLZ-Code', 'Postleitzahl', 'Postcode', 'Postnr', 'Postnummer', 'Code postal', 'CP'],
    ...['Zip or Postal Code', 'PLZ (Postleitzahl)'],
  ],
  City: ['Town', 'Ort', 'Stadt', 'Plaats', 'Woonplaats', 'Stad', 'Poststed', 'By', 'Sted', 'Ville'],
  State: [
    ...['County', 'Province', 'Region', 'Bundesland', 'Bundesregion', 'Kanton', 'Provincie', 'Fylke', 'Département', 'Canton', 'État'],
    ...['State or Province', 'Bundesland/Kanton', 'Bundesland oder Kanton', 'Delstat', 'Comté'],
  ],
  CountryRegion_Code: [
    ...['Country Code', 'Ländercode', 'Länder-/Regionscode', 'Länderkennzeichen', 'Landcode', 'Land-/regiocode', 'Landkode'],
    ...['Lands-/områdekode', 'Code pays', 'Code pays/région'],
  ],
  Country: [
    ...['Country/Region', 'Country or Region', 'Country Name', 'Land', 'Land/Region', 'Land of regio', 'Land/regio', 'Land/område'],
    ...['Landnavn', 'Pays', 'Pays/Région', 'Country/Region Name', 'Land oder Region', 'Land/Region Name', 'Land/regio Naam'],
    ...['Land eller område', 'Land/område Navn', 'Pays ou région', 'Pays/région Nom', 'Nom du pays'],
  ],
  Phone_No: [
    ...['Phone', 'Phone Number', 'Telephone', 'Business Phone', 'Telefon', 'Telefonnr', 'Telefonnummer', 'Tel', 'Telefoon', 'Telefoonnr'],
    ...['Telefoonnummer', 'Téléphone', 'N° téléphone', 'Work Phone', 'Home Phone', 'Primary Phone', 'Telefon geschäftlich'],
    ...['Telefon privat', 'Telefoon werk', 'Telefoon thuis', 'Telefon arbeid', 'Téléphone professionnel', 'Téléphone personnel'],
    ...['Téléphone bureau', 'Téléphone domicile'],
  ],
  Mobile_Phone_No: [
    ...['Mobile', 'Mobile Phone', 'Cell Phone', 'Mobil', 'Handy', 'Mobiltelefon', 'Mobiltelefonnr', 'Mobiel', 'Mobiele telefoon'],
    ...['Mobiltlf', 'Portable', 'N° téléphone mobile', 'Cell', 'Mobilnummer', 'Mobilnr', 'Mobiel nummer', 'Mobiel telefoonnr.'],
    ...['N° mobile'],
  ],
  Email: [
    ...['E-Mail', 'E-Mail Address', 'E-Mail-Adresse', 'E-mailadres', 'E-post', 'E-postadresse', 'Epost', 'Mail', 'Courriel'],
    ...['Adresse e-mail', 'Adresse de messagerie', 'Adresse électronique'],
  ],
  Home_Page: [
    ...['Homepage', 'Website', 'Web Page', 'Web', 'Webseite', 'Internetseite', 'Startpagina', 'Hjemmeside', 'Nettside', 'Site web'],
    ...["Page d'accueil", 'URL', 'Webpagina', 'Webside', 'Nettsted', 'Page Web'],
  ],
  VAT_Registration_No: [
    ...['VAT No', 'VAT ID', 'USt-IdNr', 'UID', 'Btw-nummer', 'Btw-nr', 'MVA-nummer', 'Org.nr', 'N° TVA', 'N° identif. intracomm.'],
    ...['Btw-registratienr.', 'Btw-identificatienr.', 'Organisasjonsnr.', 'MVA-nr.', 'MVA-registreringsnr.', 'N° de TVA'],
  ],
  Address_Block: [
    ...['Mail Address', 'Contact Mail Address', 'Recipient Address', 'Postal Address', 'Postanschrift', 'Adressblock', 'Briefanschrift'],
    ...['Adresblok', 'Postadres', 'Adresseblokk', 'Postadresse', "Bloc d'adresse", 'Adresse postale'],
  ],
  CALC_Formal_Salutation: [
    ...['Formal Salutation', 'Salutation', 'Greeting', 'Greeting Line', 'Anrede', 'Briefanrede', 'Förmliche Anrede', 'Formelle Anrede'],
    ...['Aanhef', 'Formele aanhef', 'Hilsen', 'Formell starthilsen', 'Formell hilsen', 'Formule de politesse', 'Salutation officielle'],
    ...['Salutation formelle', 'Formule de salutation'],
  ],
  CALC_Informal_Salutation: [
    ...['Informal Salutation', 'Informelle Anrede', 'Persönliche Anrede', 'Informele aanhef', 'Uformell starthilsen', 'Uformell hilsen'],
    ...['Salutation informelle'],
  ],
  Salesperson_Code: ['Verkäufercode', 'Verkoperscode', 'Selgerkode', 'Code vendeur'],
  Salesperson_Name: [
    ...['Salesperson', 'Sender', 'Verkäufer', 'Verkäufername', 'Absender', 'Verkoper', 'Naam verkoper', 'Selger', 'Selgernavn', 'Vendeur'],
    ...['Nom vendeur'],
  ],
  Salesperson_Job_Title: ['Verkäufer Funktion', 'Functie verkoper', 'Selgers stilling', 'Fonction vendeur'],
  Salesperson_Phone_No: [
    ...['Salesperson Phone', 'Verkäufer Telefon', 'Verkäufer Telefonnr', 'Telefoon verkoper', 'Selgers telefon', 'Téléphone vendeur'],
  ],
  Salesperson_Email: ['Salesperson E-Mail', 'Verkäufer E-Mail', 'E-mail verkoper', 'Selgers e-post', 'E-mail vendeur'],
  Document_Date: [
    ...['Date', 'Letter Date', 'Datum', 'Belegdatum', 'Briefdatum', 'Documentdatum', 'Dato', 'Dokumentdato', 'Bilagsdato', 'Date document'],
    ...['Date du document'],
  ],
  Subject: ['Betreff', 'Onderwerp', 'Emne', 'Sujet', 'Objet'],
  Description: ['Beschreibung', 'Omschrijving', 'Beskrivelse', 'Désignation'],
  Campaign_No: ['Campaign Number', 'Kampagnennr', 'Kampagnennummer', 'Campagnenr', 'Kampanjenr', 'N° campagne'],
  Campaign_Description: [
    ...['Campaign', 'Campaign Name', 'Kampagne', 'Kampagnenbeschreibung', 'Campagne', 'Kampanje', 'Kampanjebeskrivelse'],
    ...['Description campagne'],
  ],
  Segment_No: ['Segment Number', 'Segment', 'Segmentnr', 'Segmentnummer', 'N° segment'],
  Comment: ['Note', 'Personal Note', 'Bemerkung', 'Kommentar', 'Notiz', 'Opmerking', 'Merknad', 'Commentaire', 'Remarque'],
  Company_Information_Name: ['Our Company', 'Our Name', 'Firmendaten Name', 'Unsere Firma', 'Ons bedrijf', 'Vårt firma', 'Notre société'],
  Company_Information_Address: ['Our Address', 'Firmendaten Adresse', 'Unsere Adresse', 'Ons adres', 'Vår adresse', 'Notre adresse'],
  Company_Information_Address_2: ['Firmendaten Adresse 2'],
  Company_Information_Post_Code: ['Company Information ZIP Code', 'Our Post Code', 'Firmendaten PLZ', 'Firmendaten PLZ-Code', 'Unsere PLZ'],
  Company_Information_City: ['Our City', 'Firmendaten Ort', 'Unser Ort'],
  Company_Information_County: ['Company Information State', 'Firmendaten Bundesregion'],
  Company_Information_Country: ['Company Information Country Region', 'Our Country', 'Firmendaten Land', 'Unser Land'],
  Company_Information_Phone_No: [
    ...['Company Information Phone', 'Our Phone', 'Firmendaten Telefonnr', 'Firmendaten Telefon', 'Unsere Telefonnummer'],
  ],
  Company_Information_Email: ['Company Information E-Mail', 'Our E-Mail', 'Firmendaten E-Mail', 'Unsere E-Mail'],
  Company_Information_Home_Page: ['Company Information Website', 'Our Website', 'Firmendaten Homepage', 'Unsere Homepage'],
  Company_Information_Bank_Name: [
    ...['Bank Name', 'Bank', 'Bankname', 'Firmendaten Bankname', 'Banknaam', 'Banknavn', 'Nom banque', 'Banque', 'Nom de la banque'],
  ],
  Company_Information_Bank_Account_No: [
    ...['Bank Account No', 'IBAN', 'Company Information IBAN', 'Bankkonto', 'Bankkontonummer', 'Bankkontonr', 'Bankrekening'],
    ...['Bankrekeningnr', 'N° compte bancaire'],
  ],
  Company_Information_VAT_Registration_No: ['Our VAT No', 'Firmendaten USt-IdNr', 'Unsere USt-IdNr'],
  Company_Information_Registration_No: [
    ...['Registration No', 'Handelsregisternr', 'Registernummer', 'Firmendaten Registrierungsnr', 'KvK-nummer', 'Registreringsnr'],
    ...['N° SIREN', 'Registrierungsnr.', 'Registratienr.', 'N° immatriculation'],
  ],
} as const satisfies Record<string, readonly string[]>

export type FieldName = keyof typeof captions
