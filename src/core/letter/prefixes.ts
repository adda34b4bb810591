// What stands before a field's name and says whose it is: Business Central's captions of tables in five languages (`Kontakt Ort`,
// `Verkäufer/Einkäufer Name`, `Document Date`), and the short ones that its Word templates put before names (`CONTA_Name`, `SALES_Email`).
// BC: Interaction/WordTemplateInteractions.Codeunit.al GetDataSource; the page Interaction Templates, "Create Interaction Word Template"
import type { FieldName } from './captions.ts'

export interface Owner {
  prefixes: readonly string[]
  /** The field of this owner by the name that a contact's field has; nothing when it has none. */
  fieldOf: (field: FieldName) => FieldName | undefined
  /** Names that mean something only behind this owner, folded. */
  names?: Readonly<Partial<Record<string, FieldName>>>
}

const sellers: Partial<Record<FieldName, FieldName>> = {
  Name: 'Salesperson_Name',
  Job_Title: 'Salesperson_Job_Title',
  Phone_No: 'Salesperson_Phone_No',
  Email: 'Salesperson_Email',
}

const ours: Partial<Record<FieldName, FieldName>> = {
  Name: 'Company_Information_Name',
  Address: 'Company_Information_Address',
  Address_2: 'Company_Information_Address_2',
  ZIP_Code: 'Company_Information_Post_Code',
  City: 'Company_Information_City',
  State: 'Company_Information_County',
  Country: 'Company_Information_Country',
  Phone_No: 'Company_Information_Phone_No',
  Email: 'Company_Information_Email',
  Home_Page: 'Company_Information_Home_Page',
  VAT_Registration_No: 'Company_Information_VAT_Registration_No',
}

const ofDocument: readonly FieldName[] = ['Document_Date', 'Campaign_No', 'Segment_No', 'Description', 'Subject']

export const owners: readonly Owner[] = [
  {
    prefixes: ['C5', 'CONTA', 'Contact', 'Kontakt', 'Contactpersoon', 'Recipient', 'Empfänger', 'Ontvanger', 'Mottaker', 'Destinataire'],
    fieldOf: (field) => field,
  },
  {
    prefixes: [
      ...['SALES', 'Salesperson/Purchaser', 'Salesperson', 'Verkäufer/Einkäufer', 'Verkäufer', 'Verkoper/Inkoper', 'Verkoper'],
      ...['Selger/Innkjøper', 'Selger', 'Vendeur/Acheteur', 'Vendeur'],
    ],
    fieldOf: (field) => (field.startsWith('Salesperson_') ? field : sellers[field]),
    names: { code: 'Salesperson_Code', kode: 'Salesperson_Code' },
  },
  {
    prefixes: [
      ...['COMPA', 'Company Information', 'Firmendaten', 'Unternehmensdaten', 'Unternehmensinformationen', 'Bedrijfsgegevens'],
      ...[
        'Bedrijfsinformatie',
        'Firmaopplysninger',
        'Selskapsinformasjon',
        'Selskapsopplysninger',
        'Informations société',
        'Société infos',
      ],
    ],
    fieldOf: (field) => (field.startsWith('Company_Information_') ? field : ours[field]),
  },
  {
    prefixes: ['Document', 'Beleg', 'Dokument', 'Bilag', 'Segment Line', 'Interaction Log Entry'],
    fieldOf: (field) => (ofDocument.includes(field) ? field : undefined),
  },
]
