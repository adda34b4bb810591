// What a letter says of one line: the value of every merge field by its stable name, and the same under the names that a
// document uses. BC: Interaction/WordTemplateInteractions.Codeunit.al
import type { Contact, Salesperson } from '../../model/contact.ts'
import type { LetterLanguage } from '../../model/parts.ts'
import type { Segment } from '../../model/segment.ts'
import type { CompanyInformation } from '../../model/settings.ts'
import type { Around, Effective } from '../segment/effective.ts'
import { addressLines, mailPlace } from './address.ts'
import { resolveField, suggestField, type FieldName } from './fields.ts'
import { countryName, longDay } from './locale.ts'
import { salutation } from './salutation.ts'

type Values<Part extends string> = Record<Extract<FieldName, Part>, string>
type OurFields = Extract<FieldName, `Company_Information_${string}`>
type SalesFields = Extract<FieldName, `Salesperson_${string}`>
type LineFields = 'Document_Date' | 'Subject' | 'Description' | 'Campaign_No' | 'Campaign_Description' | 'Segment_No' | 'Comment'
type ContactFields = Exclude<FieldName, OurFields | SalesFields | LineFields>

/** The value of every stable field; a line whose contact is gone has no letter, so blanks. */
export function letterValues(effective: Effective, segment: Segment, around: Around): Record<string, string> {
  const language = effective.languageCode.value
  const { contact, company } = effective
  const values: Record<FieldName, string> = {
    ...(contact ? contactValues(contact, company, around.company?.countryCode ?? '', language) : blankContact),
    ...salesValues(effective.salesperson.value),
    ...lineValues(effective, segment, language),
    ...ourValues(around.company, language),
  }
  return values
}

function contactValues(
  contact: Contact,
  company: Contact | undefined,
  ownCountry: string,
  language: LetterLanguage | undefined,
): Values<ContactFields> {
  const place = mailPlace(contact, company)
  const person = contact.type === 'person' ? contact : undefined
  return {
    Name: contact.name,
    Contact_No: contact.no,
    Company_Name: company?.name ?? '',
    Name_2: contact.name2,
    First_Name: person?.firstName ?? '',
    Middle_Name: person?.middleName ?? '',
    Surname: person?.surname ?? '',
    Job_Title: person?.jobTitle ?? '',
    Initials: person?.initials ?? '',
    Address: place.address,
    Address_2: place.address2,
    ZIP_Code: place.postCode,
    City: place.city,
    State: place.county,
    CountryRegion_Code: place.countryCode,
    Country: countryName(place.countryCode, language),
    Phone_No: contact.phone,
    Mobile_Phone_No: contact.mobilePhone,
    Email: contact.email,
    Home_Page: contact.homePage,
    VAT_Registration_No: contact.vatNo,
    Address_Block: addressLines(contact, company, ownCountry, language).join('\n'),
    CALC_Formal_Salutation: salutation(contact, language, 'formal').text,
    CALC_Informal_Salutation: salutation(contact, language, 'informal').text,
  }
}

const blankContact: Values<ContactFields> = {
  ...{ Name: '', Contact_No: '', Company_Name: '', Name_2: '', First_Name: '', Middle_Name: '', Surname: '', Job_Title: '' },
  ...{ Initials: '', Address: '', Address_2: '', ZIP_Code: '', City: '', State: '', CountryRegion_Code: '', Country: '' },
  ...{ Phone_No: '', Mobile_Phone_No: '', Email: '', Home_Page: '', VAT_Registration_No: '', Address_Block: '' },
  ...{ CALC_Formal_Salutation: '', CALC_Informal_Salutation: '' },
}

function salesValues(salesperson: Salesperson | undefined): Values<SalesFields> {
  return {
    Salesperson_Code: salesperson?.code ?? '',
    Salesperson_Name: salesperson?.name ?? '',
    Salesperson_Job_Title: salesperson?.jobTitle ?? '',
    Salesperson_Phone_No: salesperson?.phone ?? '',
    Salesperson_Email: salesperson?.email ?? '',
  }
}

function lineValues(effective: Effective, segment: Segment, language: LetterLanguage | undefined): Values<LineFields> {
  return {
    Document_Date: longDay(effective.day.value, language),
    Subject: effective.subject.value,
    Description: effective.description.value,
    Campaign_No: effective.campaign.value?.no ?? '',
    Campaign_Description: effective.campaign.value?.description ?? '',
    Segment_No: segment.no,
    Comment: effective.line.comment,
  }
}

function ourValues(our: CompanyInformation | undefined, language: LetterLanguage | undefined): Values<OurFields> {
  return {
    Company_Information_Name: our?.name ?? '',
    Company_Information_Address: our?.address ?? '',
    Company_Information_Address_2: our?.address2 ?? '',
    Company_Information_Post_Code: our?.postCode ?? '',
    Company_Information_City: our?.city ?? '',
    Company_Information_County: our?.county ?? '',
    Company_Information_Country: countryName(our?.countryCode ?? '', language),
    Company_Information_Phone_No: our?.phone ?? '',
    Company_Information_Email: our?.email ?? '',
    Company_Information_Home_Page: our?.homePage ?? '',
    Company_Information_Bank_Name: our?.bankName ?? '',
    Company_Information_Bank_Account_No: our?.bankAccount ?? '',
    Company_Information_VAT_Registration_No: our?.vatNo ?? '',
    Company_Information_Registration_No: our?.registrationNo ?? '',
  }
}

/** The stable name of a document's field: as the person mapped it (blank = leave empty), else as the name says. */
export function fieldMeant(name: string, mapping: Record<string, string>): string | undefined {
  return Object.hasOwn(mapping, name) ? mapping[name] : resolveField(name)
}

/** The values under the names that stand in the document; a field nobody knows stays empty. */
export function valuesForDocument(
  fieldsInDocument: readonly string[],
  mapping: Record<string, string>,
  values: Record<string, string>,
): Record<string, string> {
  const valueOf = (name: string) => values[fieldMeant(name, mapping) ?? ''] ?? ''
  return Object.fromEntries(fieldsInDocument.map((name) => [name, valueOf(name)]))
}

/** The document's fields that mean nothing to us and were not mapped, each once, with the nearest known name. */
export function unknownFields(
  fieldsInDocument: readonly string[],
  mapping: Record<string, string>,
): { name: string; suggestion?: string }[] {
  const unknown = [...new Set(fieldsInDocument)].filter((name) => fieldMeant(name, mapping) === undefined)
  return unknown.map((name) => {
    const suggestion = suggestField(name)
    return suggestion ? { name, suggestion } : { name }
  })
}
