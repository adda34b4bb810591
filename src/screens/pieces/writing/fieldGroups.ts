// Merge fields in the groups in which one looks for them, the ones of nearly every letter first.
import { fieldNames, type FieldName } from '../../../core/letter/fields.ts'

export type FieldGroup = 'often' | 'recipient' | 'address' | 'reach' | 'sender' | 'letter' | 'ours'

const often: readonly FieldName[] = ['CALC_Formal_Salutation', 'CALC_Informal_Salutation', 'Comment']

const placed: Record<Exclude<FieldGroup, 'letter' | 'ours' | 'sender'>, readonly FieldName[]> = {
  often,
  recipient: [
    ...([
      'Name',
      'First_Name',
      'Middle_Name',
      'Surname',
      'Courtesy_Title',
      'Academic_Title',
      'Initials',
      'Job_Title',
      'Company_Name',
      'Name_2',
    ] as const),
    ...(['Contact_No', 'VAT_Registration_No'] as const),
  ],
  address: ['Address_Block', 'Address', 'Address_2', 'ZIP_Code', 'City', 'State', 'CountryRegion_Code', 'Country'],
  reach: ['Phone_No', 'Mobile_Phone_No', 'Email', 'Home_Page'],
}

/** In which group a field is; one that is new stands with what belongs to the letter. */
export function groupOf(name: string): FieldGroup {
  const found = (Object.keys(placed) as (keyof typeof placed)[]).find((group) => (placed[group] as readonly string[]).includes(name))
  if (found) return found
  if (name.startsWith('Salesperson_')) return 'sender'
  return name.startsWith('Company_Information_') ? 'ours' : 'letter'
}

const order: readonly FieldGroup[] = ['often', 'recipient', 'address', 'letter', 'sender', 'reach', 'ours']

/** The found fields, group by group; within a group as they are listed there. */
export function inGroups(found: readonly string[]): { group: FieldGroup; fields: string[] }[] {
  const all = [...Object.values(placed).flat(), ...fieldNames].filter((name, at, names) => names.indexOf(name) === at)
  const sorted = all.filter((name) => found.includes(name))
  return order
    .map((group) => ({ group, fields: sorted.filter((name) => groupOf(name) === group) }))
    .filter(({ fields }) => fields.length > 0)
}
