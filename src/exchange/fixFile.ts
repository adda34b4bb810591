// The rows of a file that stay out, as a file that can be mended in Excel and taken in with the same mapping: the same columns in the same
// order, one more in front that says why.
import { quotedCell } from './delimited.ts'
import type { ImportChoices, ImportPlan, PlannedRow, RowProblem } from './importPlan.ts'
import { problemsThatStop } from './importTargets.ts'
import type { Sheet } from './sheet.ts'
import { defused } from './writeCsv.ts'

/** What the file says in the person's language. */
export interface FixWords {
  /** Heading of the first column. */
  heading: string
  /** Sentence by problem code (and `later`, `leaveOut`); `{detail}` stands where the cell comes in. */
  reasons: Record<string, string>
}

/** Rows that wait for somebody: problems, and what was put off or left out. Known contacts that are to stay as they are wait for nobody. */
const isToFix = ({ out, kind, decision }: PlannedRow) => out && (kind === 'problem' || kind === 'duplicate' || decision !== undefined)

/** Rows that come in stay as they are: of a long file most need not be made. */
function rowsOut(plan: ImportPlan): PlannedRow[] {
  const { listed } = plan
  if (!listed) return plan.rows.filter(isToFix)
  const rows: PlannedRow[] = []
  for (let at = 0; at < listed.length; at++) if (listed.isOut(at)) rows.push(listed.rowAt(at))
  return rows.filter(isToFix)
}

/** @returns UTF-8 with a byte order mark, in the separator of the file, and how many rows are in it */
export function fixFileOf(sheet: Sheet, plan: ImportPlan, choices: ImportChoices, words: FixWords): { bytes: ArrayBuffer; rows: number } {
  const separator = sheet.separator ?? ';'
  const line = (cells: readonly string[]) => cells.map((cell) => quotedCell(defused(cell), separator)).join(separator)
  const out = new Map(rowsOut(plan).map((row) => [row.lineNo, row]))
  const rows = sheet.rows.flatMap(({ lineNo, cells }) => {
    const planned = out.get(lineNo)
    return planned ? [line([reasonOf(planned, choices, words), ...mended(cells, choices.mended[lineNo])])] : []
  })
  const head = sheet.hasHeader ? [line([words.heading, ...sheet.headers])] : []
  const bytes = new TextEncoder().encode(`\ufeff${[...head, ...rows].join('\r\n')}\r\n`)
  return { bytes: bytes.buffer, rows: rows.length }
}

function mended(cells: readonly string[], by: Record<number, string> | undefined): string[] {
  const all = [...cells]
  for (const [column, text] of Object.entries(by ?? {})) all[Number(column)] = text
  return all
}

function reasonOf({ problems, decision, kind }: PlannedRow, { kind: of, duplicates }: ImportChoices, { reasons }: FixWords): string {
  const said = (code: string, detail = '') => (reasons[code] ?? code).replaceAll('{detail}', detail)
  const stops: readonly string[] = problemsThatStop[of]
  const stopping = problems.filter((problem: RowProblem) => stops.includes(problem.code))
  if (kind === 'problem' && stopping.length > 0) return stopping.map(({ code, detail }) => said(code, detail)).join(' ')
  return said(decision ?? duplicates)
}
