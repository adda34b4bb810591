// Salutations in words, and which may be chosen.
import type { Contact } from '../../model/contact.ts'
import type { Salutation } from '../../model/lists.ts'
import { t } from '../../text/language.svelte.ts'
import type { Option } from './choices.ts'

/** The shipped salutations of the type, then those of one's own; the one that stands there now is among them. */
export function salutationOptions(type: Contact['type'], now: string, own: readonly Salutation[] = []): Option[] {
  const codes = [...(type === 'company' ? ['COMPANY'] : ['F', 'M', 'UNISEX']), ...own.map(({ code }) => code)]
  return (now && !codes.includes(now) ? [...codes, now] : codes).map((code) => ({
    value: code,
    label: own.find((salutation) => salutation.code === code)?.description || salutationName(code),
  }))
}

/** A salutation code in words; one from an imported list that we do not know stays as it is. */
export function salutationName(code: string): string {
  switch (code) {
    case 'M':
      return t('contact.salutationM')
    case 'F':
      return t('contact.salutationF')
    case 'UNISEX':
      return t('contact.salutationUnisex')
    case 'COMPANY':
      return t('contact.salutationCompany')
    default:
      return code
  }
}
