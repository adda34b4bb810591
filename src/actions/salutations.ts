// Salutations: codes of one's own, and greeting lines of one's own in place of the shipped ones.
// BC: Setup/Salutation.Table.al, Setup/SalutationFormula.Table.al
import { ok, refuse, type Result } from '../base/result.ts'
import { asRead } from '../core/asRead.ts'
import { sameCode } from '../core/contact/lists.ts'
import { stableFormula } from '../core/letter/formula.ts'
import { salutationCodes, shippedFormula } from '../core/letter/shippedFormulas.ts'
import type { Failure } from '../model/failure.ts'
import type { SalutationId } from '../model/ids.ts'
import { formulaId, type Salutation, type SalutationFormula } from '../model/lists.ts'
import { noChanges, unchanged } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readFormula, readFormulasOf, readSalutations } from '../storage/read/salutations.ts'
import { planAndWrite, write, type House } from './house.ts'

type Done<T> = Promise<Result<Committed & { value: T }, Failure>>
export type FormulaPlace = Pick<SalutationFormula, 'salutationCode' | 'languageCode' | 'kind'>

/** Writes the greeting line of a code in a language. One that says what the shipped one says is none of one's own. */
export function saveFormula(house: House, place: FormulaPlace, typed: string): Done<undefined> {
  return planAndWrite(house, 'saveFormula', async () => {
    const id = formulaId(place.salutationCode, place.languageCode, place.kind)
    const stored = await readFormula(house.db, id)
    const pattern = stableFormula(typed, place.kind)
    const row: SalutationFormula = { ...place, id, rev: stored?.rev ?? 0, pattern }
    const requires = [asRead('salutationFormulas', row)]
    if (pattern !== shippedFormula(place.salutationCode, place.languageCode.toLowerCase(), place.kind))
      return ok({ changes: { ...noChanges(), put: { salutationFormulas: [row] }, requires }, value: undefined })
    return ok({ changes: stored ? { ...noChanges(), remove: { salutationFormulas: [id] }, requires } : noChanges(), value: undefined })
  })
}

/** Back to the shipped line, or to none. */
export const removeFormula = (house: House, formula: SalutationFormula): Promise<Result<Committed, Failure>> =>
  write(
    house,
    { ...noChanges(), remove: { salutationFormulas: [formula.id] }, requires: [unchanged('salutationFormulas', formula)] },
    'removeFormula',
  )

/** Makes a code of one's own; the shipped ones cannot be made twice. */
export function createSalutation(house: House, code: string, description: string): Done<SalutationId> {
  return planAndWrite(house, 'createSalutation', async () => {
    const taken = [...salutationCodes, ...(await readSalutations(house.db)).map((row) => row.code)]
    const twin = taken.find((other) => sameCode(other, code))
    if (twin !== undefined) return refuse({ code: 'codeTaken', taken: twin })
    const id = house.occasion().nextId<SalutationId>()
    const row: Salutation = { id, rev: 0, code: code.trim().toUpperCase(), description: description.trim() }
    return ok({ changes: { ...noChanges(), put: { salutations: [row] } }, value: id })
  })
}

/** Deletes a code of one's own with its greeting lines, as long as nobody is greeted by it. Failures: `inUse`. */
export function deleteSalutation(house: House, salutation: Salutation): Done<undefined> {
  return planAndWrite(house, 'deleteSalutation', async () => {
    const { contacts, others } = await house.calls.index.usesOf('salutations')
    const names = (others[salutation.code] ?? []).map(({ name }) => name).filter(Boolean)
    if (contacts[salutation.code] || others[salutation.code]?.length) return refuse({ code: 'inUse', names, setup: false })
    const formulas = await readFormulasOf(house.db, salutation.code)
    const changes = {
      ...noChanges(),
      remove: { salutations: [salutation.id], salutationFormulas: formulas.map(({ id }) => id) },
      requires: [unchanged('salutations', salutation), ...formulas.map((row) => unchanged('salutationFormulas', row))],
    }
    return ok({ changes, value: undefined })
  })
}
