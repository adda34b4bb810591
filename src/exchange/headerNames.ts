// What a column may be called: Business Central, Outlook and Google in English, German, Dutch, Norwegian and French, and what people
// type themselves. Case, accents, blanks and punctuation do not count, so `E-Mail`, `e mail` and `EMAIL` are one name here.

/** Where a column of a list of contacts may go. */
export const targetFields = [
  'externalId',
  'no',
  'type',
  'fullName',
  'title',
  'firstName',
  'middleName',
  'surname',
  'initials',
  'jobTitle',
  'birthday',
  'companyName',
  'name2',
  'address',
  'address2',
  'postCode',
  'city',
  'county',
  'country',
  'phone',
  'mobilePhone',
  'email',
  'homePage',
  'language',
  'salutation',
  'salespersonCode',
  'salespersonName',
  'correspondenceType',
  'mailingGroups',
  'industryGroups',
  'vatNo',
  'excludeFromSegment',
  'privacyBlocked',
  'minor',
  'parentalConsent',
  'cadenceDays',
  'territory',
  'businessRelations',
  'jobResponsibilities',
  'organizationalLevel',
] as const
export type TargetField = (typeof targetFields)[number]

/** Names by target, separated by `|`. */
export const headerNames: Record<TargetField, string> = {
  externalId:
    'External ID|Externe ID|Externes Kennzeichen|Extern id|Ekstern ID|ID externe|Customer No.|Kundennr.|Kundennummer|Klantnr.|Klantnummer|Kundenr.|Kundenummer|N° client|Numéro client|Contact No.|Kontaktnr.|Contactnr.',
  no: 'Fieldbook No.|Fieldbook-Nr.|Fieldbooknr.|N° Fieldbook',
  type: 'Type|Contact Type|Art|Kontaktart|Kontakttyp|Typ|Soort|Contactsoort|Type contact|Kontakttype',
  fullName:
    'Name|Full Name|Contact Name|Display Name|File As|Naam|Volledige naam|Weergavenaam|Navn|Fullt navn|Kontaktnavn|Vollständiger Name|Kontaktname|Anzeigename|Ansprechpartner|Contactpersoon|Kontaktperson|Nom complet|Nom du contact|Nom et prénom|Nom prénom',
  title:
    'Academic Title|Academic title|Akademischer Titel|Akad. Titel|Titel (akad.)|Akademische Titel|Titulatuur|Akademisk tittel|Titre académique|Titel vor dem Namen',
  firstName: 'First Name|Given Name|Forename|Vorname|Voornaam|Roepnaam|Fornavn|Prénom',
  middleName:
    'Middle Name|Additional Name|Zweiter Vorname|Weitere Vornamen|Mittelname|Tweede voornaam|Middelste naam|Tussenvoegsel|Mellomnavn|Deuxième prénom|Second prénom',
  surname: 'Surname|Last Name|Family Name|Nachname|Familienname|Zuname|Achternaam|Familienaam|Etternavn|Nom de famille|Nom',
  initials: 'Initials|Initialen|Voorletters|Initialer|Initiales',
  jobTitle:
    'Organisation Title|Job Title|Position|Function|Organization Title|Organization 1 - Title|Funktion|Stelle|Stellenbezeichnung|Berufsbezeichnung|Tätigkeit|Functie|Functietitel|Stilling|Stillingstittel|Tittel|Fonction|Poste|Intitulé de poste|Profession',
  birthday:
    'Birthday|Date of Birth|Birth Date|Geburtstag|Geburtsdatum|Verjaardag|Geboortedatum|Fødselsdag|Fødselsdato|Bursdag|Anniversaire|Date de naissance',
  companyName:
    'Organisation Name|Organisation 1 - Name|Company|Company Name|Organization|Organisation|Organization Name|Organization 1 - Name|Account|Account Name|Firma|Firmenname|Unternehmen|Unternehmensname|Name des Unternehmens|Bedrijf|Bedrijfsnaam|Selskap|Selskapsnavn|Firmanavn|Bedrift|Société|Nom société|Nom de la société|Raison sociale|Entreprise',
  name2: 'Name 2|Naam 2|Navn 2|Nom 2|Zusatz|Namenszusatz|Organization Department|Department|Abteilung|Afdeling|Avdeling|Service',
  address:
    'Gateadresse, arbeid|Gate, arbeid|Business Address|Work Street|Address|Address 1|Street|Street Address|Business Street|Address 1 - Street|Adresse|Adresse 1|Straße|Straße und Hausnummer|Straße Nr.|Anschrift|Straße geschäftlich|Adres|Straat|Werkadres, straat|Gateadresse|Gate|Postadresse|Adresse, arbeid|Rue|Rue (bureau)|Adresse postale',
  address2:
    'Gateadresse 2, arbeid|Straße 2|Street 2|Strasse 2|Address 2|Business Street 2|Address 1 - Extended Address|Adresse 2|Adresszusatz|Straße geschäftlich 2|Adres 2|Werkadres, straat 2|Adresselinje 2|Complément d’adresse|Rue (bureau) 2',
  postCode:
    'Work Postal Code|PLZ geschäftlich|Post Code|Postal Code|Postcode|ZIP|ZIP Code|ZIP/Postal Code|Business Postal Code|Address 1 - Postal Code|PLZ|PLZ-Code|Postleitzahl|Postleitzahl geschäftlich|Werkadres, postcode|Postnr.|Postnummer|Postnummer, arbeid|Code postal|CP|NPA|Code postal (bureau)',
  city: 'Work City|Sted, arbeid|City|Town|Business City|Address 1 - City|Ort|Stadt|Wohnort|Ort geschäftlich|Plaats|Woonplaats|Stad|Werkadres, plaats|Poststed|Sted|By|Poststed, arbeid|Ville|Localité|Ville (bureau)',
  county:
    'Fylke, arbeid|Region, arbeid|Département ou région (bureau)|County|State|Province|Region|State/Province|Business State|Address 1 - Region|Bundesland|Bundesregion|Kanton|Landkreis|Region geschäftlich|Provincie|Werkadres, provincie|Fylke|Canton|Département|Région|Dép/Région (bureau)',
  country:
    'Land/regio (werk)|Land/regio werk|Pays (bureau)|Country|Country/Region|Country/Region Code|Country Code|Business Country/Region|Address 1 - Country|Land|Länderkürzel|Ländercode|Länder-/Regionscode|Land/Region|Land/Region geschäftlich|Staat|Landcode|Landkode|Land-/regiocode|Land-/regionaam|Werkadres, land/regio|Lands-/områdekode|Land/område|Land/område, arbeid|Pays|Code pays|Pays/Région|Code pays/région|Pays/Région (bureau)',
  phone:
    'Téléphone professionnel|Telefon Arbeit|Telefon 1|Phone 1|Phone|Phone No.|Phone Number|Telephone|Tel.|Business Phone|Work Phone|Phone 1 - Value|Telefon|Telefonnr.|Telefonnummer|Festnetz|Telefon geschäftlich|Telefoon|Telefoonnr.|Telefoonnummer|Telefoon op werk|Telefon, arbeid|Tlf.|Téléphone|N° téléphone|N° de téléphone|Numéro de téléphone|Téléphone (bureau)',
  mobilePhone:
    'Mobile|Phone (mobile)|Mobile Phone|Mobile Phone No.|Mobile No.|Cell|Cell Phone|Phone 2 - Value|Mobil|Mobiltelefon|Mobiltelefonnr.|Mobilnummer|Handy|Handynummer|Mobiel|Mobiele telefoon|Mobiele telefoonnr.|Mobiltlf.|Portable|Téléphone mobile|Tél. mobile|N° tél. mobile|N° téléphone mobile|N° de téléphone mobile|Mobil geschäftlich',
  email:
    'Adresse de courrier|Email|E-mail|E-Mail Address|Email Address|Mail|E-mail 1 - Value|E-Mail-Adresse|E-mailadres|E-post|E-postadresse|Epost|Courriel|Adresse e-mail|Adresse de messagerie|Mél|Adresse électronique',
  homePage:
    'Webseite geschäftlich|Web Site|Home Page|Homepage|Website|Web Page|Web|URL|Website 1 - Value|Webseite|Internet|Internetseite|Startpagina|Webpagina|Hjemmeside|Webside|Nettsted|Page d’accueil|Page Web|Site Web|Site internet',
  language:
    'Language|Language Code|Sprache|Sprachcode|Korrespondenzsprache|Taal|Taalcode|Språk|Språkkode|Langue|Code langue|Langue de correspondance',
  salutation:
    'Salutation|Salutation Code|Gender|Sex|Anrede|Anredecode|Geschlecht|Aanhef|Aanhefcode|Aanspreekvorm|Geslacht|Tiltale|Starthilsen|Starthilsenkode|Kjønn|Civilité|Code salutation|Genre|Sexe',
  salespersonCode:
    'Salesperson Code|Verkäufercode|Verkäufer Code|Verkäuferkürzel|Verkäufernr.|Vertretercode|Verkoperscode|Verkopercode|Selgerkode|Code vendeur|Code commercial',
  salespersonName:
    'Salesperson|Salesperson Name|Sales Rep|Account Manager|Owner|Verkäufer|Verkäufername|Name des Verkäufers|Betreuer|Außendienst|Vertreter|Zuständig|Verkoper|Accountmanager|Verkopersnaam|Selger|Selgernavn|Kundeansvarlig|Vendeur|Nom vendeur|Commercial|Représentant',
  correspondenceType: 'Correspondence Type|Korrespondenzart|Correspondentietype|Korrespondansetype|Type correspondance',
  mailingGroups:
    'Categorien|Mailing Group|Mailing Groups|Mailing Group Code|Group Membership|Labels|Categories|Tags|Verteiler|Verteilercode|Verteilergruppe|Mailinggruppe|Kategorien|Gruppen|Mailinggroep|Mailinggroepen|Categorieën|Postgruppe|Postgrupper|Kategorier|Groupe de distribution|Groupes de distribution|Catégories|Étiquettes',
  industryGroups:
    'Industry|Industries|Industry Group|Industry Groups|Industry Group Code|Branche|Branchen|Branchencode|Sector|Sectoren|Bransje|Bransjer|Bransjegruppe|Bransjegrupper|Secteur|Secteurs|Secteur d’activité|Secteurs d’activité',
  vatNo:
    'VAT No.|VAT Registration No.|VAT Number|VAT ID|USt-IdNr.|USt-ID|Umsatzsteuer-ID|UID|MwSt.-Nr.|Btw-nr.|Btw-nummer|Mva-nr.|Mva-nummer|Org.nr.|Organisasjonsnr.|Organisasjonsnummer|N° TVA|Numéro de TVA|N° identif. intracomm.|TVA intracommunautaire',
  excludeFromSegment:
    'Exclude from Segment|Excluded from Segment|Excluded|Aus Segment ausschließen|Vom Segment ausschließen|Von Segment ausgeschlossen|Aus Segment ausgeschlossen|Ausgeschlossen|Uitsluiten van segment|Van segment uitsluiten|Utelat fra segment|Exclure du segment|Exclu du segment',
  minor: 'Minor|Minderjährig|Minderjarig|Mindreårig|Mineur',
  cadenceDays:
    'Contactritme|Contactritme in dagen|Kontaktrytme|Kontaktrytme i dager|Rythme de contact|Rythme de contact en jours|Contact Cadence|Contact Cadence in Days|Cadence Days|Kontaktrhythmus|Kontaktrhythmus in Tagen',
  parentalConsent:
    'Toestemming van de ouders ontvangen|Toestemming van de ouders|Foreldres samtykke mottatt|Foreldres samtykke|Accord parental reçu|Accord parental|Parental Consent Received|Parental Consent|Einwilligung der Eltern|Zustimmung der Eltern|Elterliche Zustimmung liegt vor|Einverständnis der Eltern|Einverständnis der Eltern erhalten|Einwilligung der Eltern erhalten|Elterliche Einwilligung erhalten|Toestemming ouders|Toestemming van ouders|Toestemming ouders ontvangen|Foreldresamtykke|Foreldresamtykke mottatt|Consentement parental|Consentement parental reçu',
  territory:
    'Verkoopregio|Territory|Territory Code|Sales Territory|Gebiet|Gebietscode|Verkaufsgebiet|Gebied|Gebiedscode|Rayon|Distrikt|Distriktskode|Område|Secteur commercial|Code secteur|Territoire',
  businessRelations:
    'Zakenrelaties|Forretningsforbindelser|Forretningsforbindelse|Business Relation|Business Relations|Business Relation Code|Contact Business Relation|Geschäftsbeziehung|Geschäftsbeziehungen|Geschäftsbeziehungscode|Zakenrelatie|Zakelijke relatie|Zakelijke relaties|Relatiecode|Forretningsforbindelse|Forretningsrelasjon|Forretningsrelasjoner|Relation professionnelle|Relations professionnelles|Relation d’affaires|Relations d’affaires',
  jobResponsibilities:
    'Functiegroep|Functiegroepen|Ansvarsområder|Job Responsibility|Job Responsibilities|Job Responsibility Code|Responsibility|Verantwortlichkeit|Verantwortlichkeiten|Verantwortungsbereich|Zuständigkeitsbereich|Zuständigkeiten|Aufgabenbereich|Verantwoordelijkheid|Verantwoordelijkheden|Taakverantwoordelijkheid|Ansvarsområde|Ansvarsområder|Stillingsansvar|Responsabilité|Responsabilités|Poste responsabilité',
  organizationalLevel:
    'Organizational Level|Organizational Level Code|Organisational Level|Hierarchieebene|Organisationsebene|Organisationsebenencode|Führungsebene|Organisatieniveau|Organisatieniveaucode|Organisasjonsnivå|Organisasjonsnivåkode|Niveau organisation|Niveau hiérarchique|Code niveau hiérarchique|Niveau organisationnel',
  privacyBlocked:
    'Privacy Blocked|Do not contact|Datenschutz gesperrt|Datenschutzsperre|Aus Datenschutzgründen gesperrt|Privacy geblokkeerd|Sperret på grunn av personvern|Personvern sperret|Confidentialité bloquée|Bloqué (confidentialité)',
}

/** Names that mean this only when no other column does; a name that stands twice means the first that is free. */
export const weakNames: Partial<Record<TargetField, string>> = {
  no: 'Our No.|Unsere Nr.|No.|No|Nr.|Nr|N°',
  externalId: 'No.|No|Nr.|Nr|Nummer|Number|Numéro|N°|ID|Kennung',
  fullName: 'Contact|Kontakt|Person|Persoon|Personne',
  phone: 'Phone 2|Telefon 2|Telefoon 2|Téléphone 2',
  jobTitle: 'Title|Titre',
  salutation: 'Title|Titre|Name Prefix',
  industryGroups: 'Group|Sparte',
}
