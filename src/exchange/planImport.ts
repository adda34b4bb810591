// From a sheet and the person's choices to a plan, for each kind of rows. Nothing has happened yet.
import type { Occasion } from '../model/occasion.ts'
import { planningContacts } from './contactsFile.ts'
import type { Existing } from './existing.ts'
import type { ImportChoices, ImportPlan } from './importPlan.ts'
import { daysOfInteractions, planningInteractions } from './interactionsFile.ts'
import { planningPurchases } from './purchasesFile.ts'
import type { Sheet } from './sheet.ts'

const planning = { contacts: planningContacts, interactions: planningInteractions, purchases: planningPurchases }

/** Plans portion by portion; it gives how many rows are done, and the plan in the end. */
export const planningImport = (
  sheet: Sheet,
  choices: ImportChoices,
  existing: Existing,
  occasion: Occasion,
): Generator<number, ImportPlan> => planning[choices.kind](sheet, choices, existing, occasion)

/** The same in one go. */
export function planImport(sheet: Sheet, choices: ImportChoices, existing: Existing, occasion: Occasion): ImportPlan {
  const steps = planningImport(sheet, choices, existing, occasion)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The first and the last day of a file of interactions: so much of the log is needed to know its rows again. */
export const daysOfFile = (sheet: Sheet, choices: ImportChoices): string[] =>
  choices.kind === 'interactions' ? daysOfInteractions(sheet, choices) : []
