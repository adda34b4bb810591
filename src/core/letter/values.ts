// What a letter says of one line: the value of every merge field by its stable name, and the same under the names that a
// document uses. BC: Interaction/WordTemplateInteractions.Codeunit.al
import { typedPieces } from '../../base/typedWords.ts'
import type { Person } from '../../model/contact.ts'
import type { LetterValue, LetterValues } from '../../model/letter.ts'
import type { Segment } from '../../model/segment.ts'
import { emptyContact } from '../contact/edit.ts'
import { printedName } from '../contact/name.ts'
import type { Around, Effective } from '../segment/effective.ts'
import { addressLinesOf, placeOf } from './address.ts'
import { resolveField, type FieldName } from './fields.ts'
import { courtesyTitle } from './courtesyTitle.ts'
import { countryName, longDay } from './locale.ts'
import { fillLists, listForDocument, resolveList } from './lists.ts'
import { fillPictures, resolvePicture } from './pictureFields.ts'
import { asPlainWords, isList, isPicture } from './valueKinds.ts'
import { salutation } from './salutation.ts'

/**
 * The value of every stable field; a line whose contact is gone has no letter, so its fields are blank.
 * One literal, not joined from parts: joining makes 50 000 letters eighty times slower.
 */
export function letterValues(effective: Effective, segment: Segment, around: Around): LetterValues {
  const language = effective.languageCode.value
  const { contact, company } = effective
  const to = contact ?? nobody
  const person = to.type === 'person' ? to : nobody
  const place = placeOf(effective) ?? nobody
  const reached = effective.reached ?? nobody
  const { formulas } = around
  const seller = effective.salesperson.value
  const our = around.company
  const values: Record<FieldName, LetterValue> = {
    Name: printedName(to),
    Contact_No: to.no,
    Company_Name: company?.name ?? '',
    Name_2: to.name2,
    First_Name: person.firstName,
    Middle_Name: person.middleName,
    Surname: person.surname,
    Job_Title: person.jobTitle,
    Initials: person.initials,
    Courtesy_Title: courtesyTitle(to, language),
    Academic_Title: person.title ?? '',
    Address: place.address,
    Address_2: place.address2,
    ZIP_Code: place.postCode,
    City: place.city,
    State: place.county,
    CountryRegion_Code: place.countryCode,
    Country: countryName(place.countryCode, language),
    Phone_No: reached.phone,
    Mobile_Phone_No: to.mobilePhone,
    Email: reached.email,
    Home_Page: to.homePage,
    VAT_Registration_No: to.vatNo,
    Address_Block: addressLinesOf(effective, our?.countryCode ?? '', language).join('\n'),
    CALC_Formal_Salutation: contact ? salutation(contact, language, 'formal', formulas, company?.name).text : '',
    CALC_Informal_Salutation: contact ? salutation(contact, language, 'informal', formulas, company?.name).text : '',
    Salesperson_Code: seller?.code ?? '',
    Salesperson_Name: seller?.name ?? '',
    Salesperson_Job_Title: seller?.jobTitle ?? '',
    Salesperson_Phone_No: seller?.phone ?? '',
    Salesperson_Email: seller?.email ?? '',
    Document_Date: { day: effective.day.value },
    Subject: effective.subject.value,
    Description: effective.description.value,
    Campaign_No: effective.campaign.value?.no ?? '',
    Campaign_Description: effective.campaign.value?.description ?? '',
    Segment_No: segment.no,
    Comment: effective.line.comment,
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
  fillSubject(values, effective)
  const wanted = effective.document?.lists
  if (wanted) fillPictures(values, wanted, { contact, salesperson: seller, our })
  if (wanted && around.lists) fillLists(values, { contact, company, wanted, language }, around.lists)
  return values
}

/** The subject of one person's letter with its fields filled, as the letter itself says it. */
export function subjectSaid(line: Effective, segment: Segment, around: Around): string {
  if (!line.subject.value.includes('{{')) return line.subject.value
  const said = letterValues(line, segment, around)['Subject']
  return typeof said === 'string' ? said : line.subject.value
}

/** Fields typed into the subject say what they say in the text; other subjects stand as they are. */
export function fillSubject(values: LetterValues, { subject, languageCode }: Pick<Effective, 'subject' | 'languageCode'>): void {
  if (!subject.value.includes('{{')) return
  const saidOf = (name: string): string => {
    const meant = resolveField(name)
    const value = meant === undefined || meant === 'Subject' ? '' : (values[meant] ?? '')
    return asPlainWords(value, (day) => longDay(day, languageCode.value ?? ''))
  }
  const said = typedPieces(subject.value).map((piece) => ('field' in piece ? saidOf(piece.field) : piece.words))
  values['Subject'] = said.join('').replace(/\s+/g, ' ').trim()
}

const nobody: Person = emptyContact('person')

/** The stable name of a document's field: as the person mapped it (blank = leave empty), else as the name says. */
export function fieldMeant(name: string, mapping: Readonly<Record<string, string>>): string | undefined {
  return Object.hasOwn(mapping, name) ? mapping[name] : resolveField(name)
}

/** A list that a document repeats something for: its name there, and those of its entries' fields. */
export interface ListInDocument {
  name: string
  fields: readonly string[]
}

/** The values under the names that stand in the document; a field nobody knows stays empty. */
export function valuesForDocument(
  fieldsInDocument: readonly string[],
  mapping: Readonly<Record<string, string>>,
  values: Readonly<LetterValues>,
  lists: readonly ListInDocument[] = [],
  pictures: readonly string[] = [],
): LetterValues {
  const record: LetterValues = {}
  for (const name of fieldsInDocument) record[name] = values[fieldMeant(name, mapping) ?? ''] ?? ''
  for (const { name, fields } of lists) {
    const list = resolveList(name)
    const value = list && values[list]
    if (list && isList(value)) record[name] = listForDocument(list, value, fields)
  }
  for (const name of pictures) {
    const value = values[resolvePicture(name) ?? '']
    if (isPicture(value)) record[name] = value
  }
  return record
}
