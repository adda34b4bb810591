// Interactions with somebody who is deleted. Her company keeps them, and its timeline shows them; but they were with her.
// BC: Contact/Contact.Table.al, OnDelete hands them to the company
import type { InteractionLogEntry } from '../../model/interaction.ts'

/**
 * Whether it was with a person who is deleted: then it is no interaction of the contact it stands with. It is not its last one, says nothing
 * to its rhythm, and a letter to her was none to her company.
 */
export const wasWithDeleted = ({ deletedContactId }: Pick<InteractionLogEntry, 'deletedContactId'>): boolean =>
  deletedContactId !== undefined
