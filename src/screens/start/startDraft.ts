// What is typed on the first start. It survives a reload, with the screen it was typed on.
import { emptyCompanyInformation } from '../../actions/settings.ts'
import type { CompanyInformation } from '../../model/settings.ts'

export type CompanyValues = Omit<CompanyInformation, 'id' | 'rev' | 'sample'>

export interface StartValues {
  step: 'choose' | 'company' | 'tablet'
  company: CompanyValues
  tablet: { name: string; prefix: string }
  salesperson: { name: string; jobTitle: string; phone: string; email: string }
}

export function emptyStart(): StartValues {
  const { id: _id, rev: _rev, sample: _sample, ...company } = emptyCompanyInformation
  return {
    step: 'choose',
    company,
    tablet: { name: '', prefix: '' },
    salesperson: { name: '', jobTitle: '', phone: '', email: '' },
  }
}
