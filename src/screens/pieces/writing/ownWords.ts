// What the fields of our own company say: the same in every letter, so the paper shows them as they will be.
import { countryName } from '../../../core/letter/locale.ts'
import type { CompanyInformation } from '../../../model/settings.ts'
import { language } from '../../../text/language.svelte.ts'

/** Nothing for a field that differs from letter to letter. */
export function ownWords(field: string, company: CompanyInformation | undefined): string | undefined {
  if (!company || !field.startsWith('Company_Information_')) return undefined
  const said: Partial<Record<string, string>> = {
    ...{ Name: company.name, Address: company.address, Address_2: company.address2, Post_Code: company.postCode, City: company.city },
    ...{ County: company.county, Country: countryName(company.countryCode, language()), Phone_No: company.phone, Email: company.email },
    ...{ Home_Page: company.homePage, Bank_Name: company.bankName, Bank_Account_No: company.bankAccount },
    ...{ VAT_Registration_No: company.vatNo, Registration_No: company.registrationNo },
  }
  return said[field.slice('Company_Information_'.length)]
}
