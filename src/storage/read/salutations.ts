// Salutation codes and greeting lines of one's own.
import type { SalutationFormulaId } from '../../model/ids.ts'
import type { Salutation, SalutationFormula } from '../../model/lists.ts'
import type { Database } from '../database.ts'

export const readSalutations = (db: Database): Promise<Salutation[]> => db.salutations.toArray()

export const readFormula = (db: Database, id: SalutationFormulaId): Promise<SalutationFormula | undefined> => db.salutationFormulas.get(id)

/** The greeting lines of a code, in every language. */
export const readFormulasOf = (db: Database, code: string): Promise<SalutationFormula[]> =>
  db.salutationFormulas.filter(({ salutationCode }) => salutationCode.toUpperCase() === code.toUpperCase()).toArray()
