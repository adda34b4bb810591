// The laws that hold for every template, ours and those that nobody here wrote: 1, 2, 5 and 31 records of values that are found again,
// in one document, in parts and alone; read again, given to the Open XML validator and laid out by LibreOffice.
// FIELDBOOK_SAMPLES names a folder with further templates in templates/.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { samples } from './allSamples.ts'
import { laws, type Case } from './everyLaw.ts'

const cases: Case[] = samples.map(({ folder, name, template, pagesVary }) => ({
  name: `${folder} ${name}`.trim(),
  bytes: template({}),
  pagesVary,
}))
/** Pages and the validator are slow: one sample of each folder, all of them in torture. */
const dear = cases.filter((_, at) => process.env['FIELDBOOK_TEMPLATES'] || samples[at]?.folder !== samples[at - 1]?.folder)
console.info(`Samples: ${cases.length}, of which ${dear.length} are drawn and validated; all in npm run torture.`)
const theirs = process.env['FIELDBOOK_SAMPLES'] ? join(process.env['FIELDBOOK_SAMPLES'], 'templates') : null
if (theirs && existsSync(theirs)) {
  const files = readdirSync(theirs).filter((name) => name.endsWith('.docx'))
  const real = files.map((file) => ({ name: file, bytes: new Uint8Array(readFileSync(join(theirs, file))) }))
  cases.push(...real)
  dear.push(...real)
  console.info(`Real templates: ${files.length} files.`)
} else console.warn('Real templates: not checked, FIELDBOOK_SAMPLES names no folder with templates/ in it. Our own samples only.')

laws(cases, dear)
