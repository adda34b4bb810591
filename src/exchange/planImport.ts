// From a sheet and the person's choices to a plan, for each kind of rows. Nothing has happened yet.
import type { Occasion } from '../model/occasion.ts'
import { planningContacts } from './contactsFile.ts'
import type { Existing } from './existing.ts'
import type { ImportChoices, ImportPlan } from './importPlan.ts'
import type { Sheet } from './sheet.ts'

/** Plans portion by portion; it gives how many rows are done, and the plan in the end. */
export function planningImport(
  sheet: Sheet,
  choices: ImportChoices,
  existing: Existing,
  occasion: Occasion,
): Generator<number, ImportPlan> {
  return planningContacts(sheet, choices, existing, occasion)
}

/** The same in one go. */
export function planImport(sheet: Sheet, choices: ImportChoices, existing: Existing, occasion: Occasion): ImportPlan {
  const planning = planningImport(sheet, choices, existing, occasion)
  for (;;) {
    const step = planning.next()
    if (step.done) return step.value
  }
}

/** The first and the last day of a file of interactions; nothing of other kinds. */
export function daysOfFile(sheet: Sheet, choices: ImportChoices): string[] {
  void sheet
  void choices
  return []
}
