// What a person asks of a document that was read: which of its fields nobody knows, and whether letters by it differ at all.
import { fieldMeant } from '../../core/letter/values.ts'
import type { DocumentUses, FoundField } from '../../workers/jobs/documents.ts'

export const unknownFields = (fields: readonly FoundField[]): FoundField[] => fields.filter((field) => field.known === undefined)

/** Unknown fields of which nobody has said yet what they mean. */
export const waitingFields = (fields: readonly FoundField[], mapping: Record<string, string>): number =>
  unknownFields(fields).filter((field) => fieldMeant(field.name, mapping) === undefined).length

/** Address, greeting or conditions: without a merge field, too, no letter is as the other. */
export const worksOut = ({ addressBlock, greetingLine, conditions }: DocumentUses): boolean => addressBlock || greetingLine || conditions
