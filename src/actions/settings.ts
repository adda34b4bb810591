// Settings: our company and this tablet.
import type { Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import type { CompanyInformation, Tablet } from '../model/settings.ts'
import { noChanges, type Changes } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readCompany, readTablet } from '../storage/read/lists.ts'
import { planAndWrite, type House } from './house.ts'

export const emptyCompanyInformation: CompanyInformation = {
  id: 'company',
  rev: 0,
  name: '',
  address: '',
  address2: '',
  postCode: '',
  city: '',
  county: '',
  countryCode: '',
  phone: '',
  email: '',
  homePage: '',
  bankName: '',
  bankAccount: '',
  vatNo: '',
  registrationNo: '',
}
export const newTablet: Tablet = { id: 'tablet', rev: 0, name: '', prefix: '', started: false }

type Done = Promise<Result<Committed & { value: undefined }, Failure>>

const rests = (stored: CompanyInformation | Tablet | undefined, id: 'company' | 'tablet'): Changes['requires'] => [
  { table: 'settings', id, rev: stored?.rev ?? 'absent' },
]

/** Changes what stands on letters as the sender. */
export function saveCompany(house: House, patch: Partial<CompanyInformation>): Done {
  return planAndWrite(house, 'saveCompany', async () => {
    const stored = await readCompany(house.db)
    const row = { ...(stored ?? emptyCompanyInformation), ...patch, id: 'company' as const }
    return {
      ok: true,
      value: { changes: { ...noChanges(), put: { settings: [row] }, requires: rests(stored, 'company') }, value: undefined },
    }
  })
}

/** Changes whose tablet this is, its number prefix, its language. */
export function saveTablet(house: House, patch: Partial<Tablet>): Done {
  return planAndWrite(house, 'saveTablet', async () => {
    const stored = await readTablet(house.db)
    const row = { ...(stored ?? newTablet), ...patch, id: 'tablet' as const }
    return {
      ok: true,
      value: { changes: { ...noChanges(), put: { settings: [row] }, requires: rests(stored, 'tablet') }, value: undefined },
    }
  })
}
