// The lists of a contact that stand on its card as chips: what it holds, what else there is to give it.
import type { Holding } from '../../core/contact/holding.ts'
import { heldIds, type ListTable } from '../../core/contact/lists.ts'
import { webSourceAddress } from '../../core/contact/webPage.ts'
import type { Contact } from '../../model/contact.ts'
import type { Lists } from '../../storage/read/lists.ts'
import type { Key } from '../../text/language.svelte.ts'
import { codedOptions, salespersonOptions, type Option } from '../pieces/choices.ts'

export interface Chip {
  /** Of the row that is held. */
  id: string
  text: string
  /** What is said of it beside its name, as a customer's number. */
  detail?: string
  /** A page of the web that a tap opens. */
  href?: string | undefined
}

export interface ChipList {
  list: Holding
  label: Key
  held: Chip[]
  /** Rows to choose from, those that are held among them. */
  options: Option[]
  /** A row that is missing can be made right here. */
  makes: boolean
  /** What is asked about a row that is held. */
  asks?: 'no' | 'searchWord'
}

const labels: Record<Holding, Key> = {
  salespeople: 'contact.salesperson',
  territories: 'contact.territory',
  mailingGroups: 'contact.mailingGroups',
  industryGroups: 'contact.industryGroups',
  businessRelations: 'contact.businessRelations',
  organizationalLevels: 'contact.organizationalLevel',
  jobResponsibilities: 'contact.jobResponsibilities',
  webSources: 'contact.webSources',
}

/** These lists as they stand with the contact. */
export const chipLists = (contact: Contact, lists: Lists | undefined, wanted: readonly Holding[]): ChipList[] =>
  wanted.map((list) => chipList(contact, lists, list))

function chipList(contact: Contact, lists: Lists | undefined, list: Holding): ChipList {
  const label = labels[list]
  if (list === 'salespeople') {
    const options = salespersonOptions(lists?.salespeople, contact.salespersonId)
    return { list, label, options, held: named(options, contact.salespersonId ? [contact.salespersonId] : []), makes: false }
  }
  const options = codedOptions(lists?.[list])
  if (list === 'webSources') return { list, label, options, held: sources(contact, lists, options), makes: true, asks: 'searchWord' }
  const held = named(options, heldIds(contact, list satisfies ListTable))
  if (list !== 'businessRelations') return { list, label, options, held, makes: true }
  const no = new Map((contact.type === 'company' ? contact.businessRelations : []).map((one) => [one.businessRelationId as string, one.no]))
  return { list, label, options, held: held.map((chip) => ({ ...chip, detail: no.get(chip.id) ?? '' })), makes: true, asks: 'no' }
}

/** In the order of the list; a row that is gone is not shown. */
const named = (options: readonly Option[], ids: readonly string[]): Chip[] =>
  options.filter(({ value }) => ids.includes(value)).map(({ value, label }) => ({ id: value, text: label }))

function sources(contact: Contact, lists: Lists | undefined, options: readonly Option[]): Chip[] {
  const held = contact.type === 'company' ? (contact.webSources ?? []) : []
  return held.flatMap(({ webSourceId, searchWord }) => {
    const row = lists?.webSources.find(({ id }) => id === webSourceId)
    const text = options.find(({ value }) => value === webSourceId)?.label
    return row && text ? [{ id: webSourceId, text, detail: searchWord, href: webSourceAddress(row.url, searchWord) }] : []
  })
}
