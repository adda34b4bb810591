// A file taken in as a person does who agrees to every guess: opened, checked, taken.
import { checkImport, openImportFile, takeImport, type OpenedFile, type TakenImport } from '../src/actions/imports.ts'
import type { House } from '../src/actions/house.ts'
import type { Result } from '../src/base/result.ts'
import type { ImportChoices } from '../src/exchange/importPlan.ts'
import type { Failure } from '../src/model/failure.ts'

/** The choices with which the wizard begins. */
export const choicesOf = (opened: OpenedFile, chosen: Partial<ImportChoices> = {}): ImportChoices => ({
  kind: opened.kind,
  columns: opened.columns.map(({ guess }) => guess),
  updates: 'overwrite',
  duplicates: 'different',
  decisions: {},
  mended: {},
  tag: '',
  ...chosen,
})

export async function takeFile(
  house: House,
  file: string | ArrayBuffer,
  fileName: string,
  chosen: Partial<ImportChoices> = {},
): Promise<Result<TakenImport, Failure>> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file).buffer : file
  const opened = await openImportFile(house, bytes, fileName)
  if (!opened.ok) return opened
  const choices = choicesOf(opened.value, chosen)
  const checked = await checkImport(house, choices)
  return checked.ok ? takeImport(house, choices) : checked
}
