// The laws for templates that a seed has mixed. FIELDBOOK_TEMPLATES says how many (300 in torture), FIELDBOOK_SEED from where.
import { laws, type Case } from './everyLaw.ts'
import { wildTemplate } from './wildTemplates.ts'

const torture = 300
const count = Number(process.env['FIELDBOOK_TEMPLATES'] ?? 24)
const drawn = Number(process.env['FIELDBOOK_TEMPLATES'] ?? 6)
const seed = Number(process.env['FIELDBOOK_SEED'] ?? 1)
console.info(`Mixed templates: ${count} of ${torture}, ${drawn} of them drawn and validated; all in npm run torture.`)

const cases: Case[] = Array.from({ length: count }, (_, at) => ({
  name: `seed ${seed + at}`,
  bytes: wildTemplate(seed + at),
  pagesVary: true,
}))
laws(cases, cases.slice(0, drawn))
