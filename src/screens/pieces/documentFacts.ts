// What a person asks of a document that was read: which of its fields nobody knows, and whether letters by it differ at all.
import { fieldMeant } from '../../core/letter/values.ts'
import type { FoundField, InspectedDocument } from '../../workers/jobs/documents.ts'

export const unknownFields = (fields: readonly FoundField[]): FoundField[] => fields.filter((field) => field.known === undefined)

/** Unknown fields of which nobody has said yet what they mean. */
export const waitingFields = (fields: readonly FoundField[], mapping: Record<string, string>): number =>
  unknownFields(fields).filter((field) => fieldMeant(field.name, mapping) === undefined).length

/** Address, greeting, conditions, lists or pictures: without a merge field, too, no letter is as the other. */
export const worksOut = ({ uses, lists, pictures }: Pick<InspectedDocument, 'uses' | 'lists' | 'pictures'>): boolean =>
  uses.addressBlock || uses.greetingLine || uses.conditions || lists.length + pictures.length > 0
