// Columns that say the same thing once more: a second number, a second e-mail, the address at home. Outlook in five languages. As in headerNames.ts, case, accents, blanks and punctuation do not count.
import type { TargetField } from './headerNames.ts'

/** Taken beside the first column of that target where a row has nothing in it: what stands first in a row counts. */
export const furtherNames: Partial<Record<TargetField, string>> = {
  phone:
    'Business Phone 2|Company Main Phone|Primary Phone|Home Phone|Home Phone 2|Other Phone|Telefon geschäftlich 2|Telefon Firma|Telefon (Zentrale)|Haupttelefon|Telefon privat|Telefon privat 2|Weiteres Telefon|Telefoon op werk 2|Hoofdtelefoon bedrijf|Hoofdtelefoon|Telefoon thuis|Telefoon thuis 2|Andere telefoon|Telefon, arbeid 2|Telefon 2, arbeid|Telefon, firma|Hovedtelefon|Telefon, privat|Telefon 2, privat|Annen telefon|Téléphone 2 (bureau)|Téléphone société|Téléphone principal|Téléphone (domicile)|Téléphone personnel|Téléphone 2 (domicile)|Téléphone (autre)',
  mobilePhone: 'Mobile Phone 2|Mobiltelefon 2|Mobil 2|Handy 2|Mobiele telefoon 2|Tél. mobile 2',
  email:
    'E-mail 2|E-mail 3|Email 2|Email 3|E-mail 2 Address|E-mail 3 Address|E-mail Address 2|E-mail Address 3|E-Mail 2: Adresse|E-Mail 3: Adresse|E-Mail-Adresse 2|E-Mail-Adresse 3|E-mailadres 2|E-mailadres 3|E-postadresse 2|E-postadresse 3|E-post 2: Adresse|E-post 3: Adresse|E-post 2|Adresse de messagerie 2|Adresse de messagerie 3|Adresse de courrier 2|Adresse de courrier 3',
}

/** The address at home: taken where it cannot be mixed up with the one at work. */
export const homeNames: Partial<Record<TargetField, string>> = {
  address:
    'Home Street|Home Address|Straße privat|Adresse privat|Huisadres, straat|Gateadresse, privat|Gate, privat|Adresse, privat|Rue (domicile)|Adresse (domicile)',
  address2: 'Home Street 2|Straße privat 2|Huisadres, straat 2|Huisadres 2, straat|Gateadresse 2, privat|Rue (domicile) 2',
  postCode: 'Home Postal Code|Home ZIP|Postleitzahl privat|PLZ privat|Huisadres, postcode|Postnummer, privat|Code postal (domicile)',
  city: 'Home City|Ort privat|Huisadres, plaats|Poststed, privat|Sted, privat|Ville (domicile)',
  county: 'Home State|Bundesland/Kanton privat|Region privat|Huisadres, provincie|Fylke, privat|Region, privat|Dép/Région (domicile)',
  country:
    'Home Country/Region|Home Country|Land/Region privat|Land privat|Land/regio (thuis)|Land/område, privat|Pays/Région (domicile)|Pays (domicile)',
}
