// Sample data to look around with, taken in as one commit and taken out as one; own rows are never touched by it.
// The sample's letter and its invitation get our starter letters as their documents, and the letters get a sender when there is none of one's own.
import { ok, type Result } from '../base/result.ts'
import { asRead } from '../core/asRead.ts'
import { starterLanguages, type StarterName } from '../core/letter/starters/starterLetters.ts'
import { linesLostWithSample, planRemoveSample } from '../core/sample/remove.ts'
import { sampleChanges } from '../core/sample/sample.ts'
import type { SampleText } from '../core/sample/words/texts.ts'
import type { Failure } from '../model/failure.ts'
import type { Attachment, InteractionTemplate } from '../model/interaction.ts'
import type { LetterDocument } from '../model/letter.ts'
import { toLetterLanguage } from '../model/parts.ts'
import type { CompanyInformation, InteractionSetup, Pace } from '../model/settings.ts'
import { joinChanges, noChanges, type Changes } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readEverything } from '../storage/read/everything.ts'
import { readCompany, readPace, readTablet } from '../storage/read/lists.ts'
import { readInteractionSetup } from '../storage/read/templates.ts'
import { planAndWrite, type House } from './house.ts'
import { newTablet } from './settings.ts'
import { buildStarter } from './starter.ts'

export interface SampleChoice {
  /** How many people; 120 when nothing is said. */
  people?: number
  /** The language of whoever looks around; English where the sample does not speak it. */
  language?: string
}

/** The words of the sample, where it speaks another language than English. */
const words: Partial<Record<string, () => Promise<Record<SampleText, string>>>> = {
  de: async () => (await import('../core/sample/words/german.ts')).german,
  fr: async () => (await import('../core/sample/words/french.ts')).french,
  nb: async () => (await import('../core/sample/words/norwegian.ts')).norwegian,
  nl: async () => (await import('../core/sample/words/dutch.ts')).dutch,
}

/** Takes the sample in. Its value is the number of contacts. */
export async function loadSample(house: House, choice: SampleChoice = {}): Promise<Result<Committed & { value: number }, Failure>> {
  const { people, language = 'en' } = choice
  const [spoken, letters] = await Promise.all([words[language]?.(), sampleLetters(house, language)])
  if (!letters.ok) return letters
  return planAndWrite(house, 'loadSample', async () => {
    const [series, tablet] = await Promise.all([house.db.series.toArray(), readTablet(house.db)])
    const sample = sampleChanges(house.occasion(), series, tablet?.prefix ?? '', {
      words: spoken,
      ...(people === undefined ? {} : { people }),
    })
    const changes = joinChanges(
      sample,
      withLetters(sample, letters.value, spoken ? language : 'en'),
      await sender(house, sample),
      await callsSetup(house, sample),
      await paceSetup(house, sample),
    )
    return ok({ changes, value: changes.put.contacts?.length ?? 0 })
  })
}

/** The templates that get a letter, by their codes. */
const starters = { LETTER: 'business', INVITE: 'invitation' } as const satisfies Record<string, StarterName>

interface Letters {
  documents: Record<string, LetterDocument[]>
  /** Those whose bytes are not on the tablet yet. */
  attachments: Attachment[]
}

/** In English, in German, and in the language of whoever looks around: all five would be ten documents to build. */
async function sampleLetters(house: House, spoken: string): Promise<Result<Letters, Failure>> {
  const letters: Letters = { documents: {}, attachments: [] }
  for (const [code, starter] of Object.entries(starters)) {
    const documents: LetterDocument[] = (letters.documents[code] = [])
    for (const language of starterLanguages.filter((one) => one === 'en' || one === 'de' || one === spoken)) {
      const built = await buildStarter(house, starter, language, sampleCompany)
      if (!built.ok) return built
      const { document, attachment } = built.value
      documents.push(document)
      if (!(await house.db.attachments.get(attachment.id))) letters.attachments.push({ ...attachment, sample: true })
    }
  }
  return ok(letters)
}

/** Those templates with their documents. */
function withLetters(sample: Changes, { documents, attachments }: Letters, language: string): Changes {
  const templates = (sample.put.templates ?? []).flatMap((template): InteractionTemplate[] => {
    const own = documents[template.code]
    return own ? [{ ...template, documents: own, languageCode: toLetterLanguage(language) }] : []
  })
  return { ...noChanges(), put: { templates, attachments } }
}

/** An invented company where there is no own one, and an invented salesperson for a tablet that belongs to nobody yet. */
async function sender(house: House, sample: Changes): Promise<Changes> {
  const changes = noChanges()
  const [company, tablet] = await Promise.all([readCompany(house.db), readTablet(house.db)])
  const settings: NonNullable<Changes['put']['settings']> = []
  if (!company) {
    settings.push(sampleCompany)
    changes.requires.push(asRead('settings', sampleCompany))
  }
  const salesperson = sample.put.salespeople?.[0]
  if (salesperson && !tablet?.salespersonId) {
    const row = { ...(tablet ?? newTablet), salespersonId: salesperson.id }
    settings.push(row)
    changes.requires.push(asRead('settings', row))
  }
  return { ...changes, put: settings.length > 0 ? { settings } : {} }
}

/** Calls get the invented template where none was chosen for them. */
async function callsSetup(house: House, sample: Changes): Promise<Changes> {
  const stored = await readInteractionSetup(house.db)
  const calls = sample.put.templates?.find(({ code }) => code === 'CALL')
  if (!calls || stored?.callsTemplateId) return noChanges()
  const setup: InteractionSetup = stored ?? { id: 'interactionSetup', rev: 0, sample: true }
  return { ...noChanges(), put: { settings: [{ ...setup, callsTemplateId: calls.id }] }, requires: [asRead('settings', setup)] }
}

/** Where no pace is set, the heads of the invented companies are heard of every other month, and nobody gets more than two letters in 30 days. */
async function paceSetup(house: House, sample: Changes): Promise<Changes> {
  const [board] = sample.put.organizationalLevels ?? []
  if (!board || (await readPace(house.db))) return noChanges()
  const pace: Pace = {
    ...{ id: 'pace', rev: 0, sample: true, cadences: [{ list: 'organizationalLevels', id: board.id, days: 60 }] },
    quiet: { letters: 2, days: 30, per: 'person' },
  }
  return { ...noChanges(), put: { settings: [pace] }, requires: [asRead('settings', pace)] }
}

const sampleCompany: CompanyInformation = {
  ...{ id: 'company', rev: 0, sample: true, name: 'Lindqvist & Möller Tools', address: 'Hafenweg 12', address2: '', postCode: '20095' },
  ...{ city: 'Hamburg', county: '', countryCode: 'DE', phone: '+49 40 66969 100', email: 'info@fieldbook.example' },
  ...{ homePage: 'www.fieldbook.example', bankName: 'Example Bank', bankAccount: 'DE00 0000 0000 0000 0000 00' },
  ...{ vatNo: 'DE000000000', registrationNo: '' },
}

export interface SampleRemoved {
  contacts: number
  /** Lines that own segments lose, because they stood for invented people. */
  linesLost: number
}

/** Takes every sample row out, and what own rows had of them. */
export function removeSample(house: House): Promise<Result<Committed & { value: SampleRemoved }, Failure>> {
  return planAndWrite(house, 'removeSample', async () => {
    const { rows } = await readEverything(house.db)
    const changes = planRemoveSample(rows)
    return ok({ changes, value: { contacts: changes.remove.contacts?.length ?? 0, linesLost: linesLostWithSample(rows) } })
  })
}
