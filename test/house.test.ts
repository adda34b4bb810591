// The house keeps its rules by this test, not by prose: who may import whom, who may write, what core may not know, and that no text
// is missing. The last part lets a wrong house in and looks whether the test sees it.
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loudCore, rooms, secondWriters, wrongArrows, wrongPlace } from './config/house.ts'
import { arrowsOf, readSources, type Source } from './config/sources.ts'
import { askedTexts, gluedTexts, idleTexts, missingTexts, unlikeLanguages, untranslated, type Messages } from './config/texts.ts'

const sources = readSources()
const folder = new URL('../src/text/messages/', import.meta.url)
const messages: Messages = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name.slice(0, -5), JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, string>]),
)
const english = messages['en'] ?? {}
const asked = sources.filter(({ path }) => !path.startsWith('text/messages/')).flatMap(askedTexts)

/** Texts that are names, the same in every language. */
const names: string[] = [
  ...['contactsHelp.doLink.profile', 'files.table.questionnaires', 'known.field.questionnaire', 'criteria.foundEntry'],
  ...['campaign.use.opportunities', 'export.format.csvExcel', 'wordHelp.codeMore.letters'],
]

/** Fails with one finding a line. */
const nothing = (findings: readonly string[]) => expect(findings.length ? `\n${findings.join('\n')}\n` : '').toBe('')

describe('the rooms', () => {
  test('there is something to look at', () => {
    expect(sources.length).toBeGreaterThan(100)
    expect(sources.flatMap(arrowsOf).length).toBeGreaterThan(500)
  })
  test('every import follows the arrows of src/README.md', () => nothing(sources.flatMap(wrongArrows)))
  test('folders are called by the field, files end before 300 lines, two rooms have one door', () => nothing(sources.flatMap(wrongPlace)))
  test('core has no clock, no die, no browser and no await', () => nothing(sources.flatMap(loudCore)))
  test('the nouns have one writer, the housekeeping has named ones', () => nothing(sources.flatMap(secondWriters)))
})

describe('the texts', () => {
  test('every language has the same keys and the same words to fill in', () => nothing(unlikeLanguages(messages)))
  test('every text that is asked for exists and gets its words', () => nothing(missingTexts(english, asked)))
  test('no sentence is glued from pieces', () => nothing(sources.flatMap(gluedTexts)))
  test('no text stands idle', () => nothing(idleTexts(english, asked)))
  test('no long text is the same in two languages', () => nothing(untranslated(messages, names)))
})

describe('a wrong house is seen', () => {
  const file = (path: string, text: string): Source => ({ path, text })

  test.each([
    ['core reads the disk', 'core/segment/steps.ts', `import { readSegment } from '../../storage/read/segments.ts'`],
    ['core takes only a type from the disk', 'core/numbers.ts', `import type { Database } from '../storage/database.ts'`],
    ['core takes a type in passing', 'core/numbers.ts', `export const one = (row: import('../storage/database.ts').Row) => row`],
    ['core uses a package', 'core/numbers.ts', `import Dexie from 'dexie'`],
    ['a screen writes', 'screens/today/Today.svelte', `<script lang="ts">import { commit } from '../../storage/commit.ts'</script>`],
    [
      'a screen loads the word engine later',
      'screens/today/Today.svelte',
      `<button onclick={() => import('../../word/index.ts')}>x</button>`,
    ],
    ['a page knows another page', 'screens/today/Today.svelte', `<script>import Row from '../contacts/Row.svelte'</script>`],
    ['a piece knows a page', 'screens/pieces/Row.svelte', `<script>import Row from '../contacts/Row.svelte'</script>`],
    ['an action runs a job here', 'actions/letters.ts', `import { writeLetters } from '../workers/jobs/letters.ts'`],
    ['a part knows a noun', 'parts/List.svelte', `<script lang="ts">import type { Contact } from '../model/contact.ts'</script>`],
    ['storage hands on a rule', 'storage/read/today.ts', `export { followUp } from '../../core/segment/followUp.ts'`],
    ['the program imports a test', 'app/main.ts', `import { make } from '../../test/make.ts'`],
    ['a room nobody knows', 'shed/tools.ts', `export const one = 1`],
  ])('%s', (_what, path, text) => expect(wrongArrows(file(path, text))).toHaveLength(1))

  test('what is allowed passes', () => {
    const screen = `<script lang="ts">
      import type { Counted } from '../../workers/jobs/indexJobs.ts'
      import { readSegment } from '../../storage/read/segments.ts'
      import { call } from '../../workers/call.ts'
      import Picker from '../pieces/ContactPicker.svelte'
      import { onMount } from 'svelte'
    </script>`
    expect(wrongArrows(file('screens/today/Today.svelte', screen))).toEqual([])
    expect(wrongArrows(file('app/main.ts', `import { openDatabase } from '../storage/open.ts'`))).toEqual([])
    expect(Object.keys(rooms)).toHaveLength(14)
  })

  test('a finding says the file, the arrow and what to do', () => {
    const [finding] = wrongArrows(file('core/numbers.ts', `\nimport Dexie from 'dexie'`))
    expect(finding).toContain('src/core/numbers.ts:2 core → dexie')
    expect(finding).toContain('rows come in as arguments')
  })

  test.each([
    ['a heap', 'core/utils/dates.ts', ''],
    ['a door too many', 'core/index.ts', ''],
    ['a file without an end', 'core/long.ts', 'export const one = 1\n'.repeat(301)],
  ])('%s', (_what, path, text) => expect(wrongPlace(file(path, text))).toHaveLength(1))

  test.each([
    ['a clock', `export const now = () => Date.now()`],
    ['today', `export const today = () => new Date()`],
    ['a die', `export const die = () => Math.random()`],
    ['an id', `export const id = () => crypto.randomUUID()`],
    ['the browser', `export const wide = () => window.innerWidth`],
    ['waiting', `export const later = async () => 1`],
  ])('core has %s', (_what, text) => expect(loudCore(file('core/day.ts', text)).length).toBeGreaterThan(0))

  test.each([
    ['words before a text', "const said = (n: string) => `Since ${t('day.today')} there are ${n}`"],
    ['words behind a text', "const said = t('act.save') + ' the letter'"],
  ])('%s', (_what, text) => expect(gluedTexts(file('screens/today/said.ts', text))).toHaveLength(1))

  test('texts one after the other are no sentence glued', () => {
    const text = "const said = `${t('act.save')} · ${t('act.close')}: ${t('day.today')}`"
    expect(gluedTexts(file('screens/today/said.ts', text))).toEqual([])
  })

  test('core may speak of documents and of a given day', () => {
    const text = `export const one = (row: { document: string }, at: string) => [row.document, new Date(at)]`
    expect(loudCore(file('core/day.ts', text))).toEqual([])
  })

  test.each([
    ['puts a row', `export const save = (house: House) => house.db.contacts.put({ id: 1 })`],
    ['puts by name', `export const save = (db: Database) => db.table('contacts').bulkPut([])`],
    ['changes what it found', `export const save = (db: Database) => db.contacts.where('no').equals(1).modify({ no: 2 })`],
    ['holds the table first', `const table = db.contacts\nexport const save = () => table.bulkDelete([1])`],
    ['opens a writing transaction', `export const save = (db: Database) => db.transaction('rw', db.contacts, work)`],
  ])('a second writer %s', (_what, text) => {
    expect(secondWriters(file('actions/contacts.ts', text))).toHaveLength(1)
    expect(secondWriters(file('storage/commit.ts', text))).toEqual([])
  })

  test('sets and maps may be written by anybody', () => {
    expect(secondWriters(file('core/x.ts', `export const one = new Set([1]).add(2).delete(1)`))).toEqual([])
  })

  test('a text is missing, wants another word, stands idle, is not translated', () => {
    const texts = { en: { 'a.b': 'Hello {name}, how are you', 'a.c': 'Contacts' }, de: { 'a.b': 'Hello {name}, how are you' } }
    expect(unlikeLanguages(texts)).toHaveLength(1)
    expect(unlikeLanguages({ en: texts.en, de: { 'a.b': 'Hallo {vorname}', 'a.c': 'Kontakte' } })).toHaveLength(1)
    expect(untranslated(texts)).toHaveLength(1)
    const of = (text: string) => askedTexts(file('screens/today/Today.svelte', text))
    expect(missingTexts(texts.en, of(`<p>{t('a.x')}</p>`))).toHaveLength(1)
    expect(missingTexts(texts.en, of(`<p>{t('a.b')} {t('a.b', { name })} {t('a.b', words)}</p>`))).toHaveLength(1)
    expect(missingTexts(texts.en, of('<p>{t(`b.${x}`)} {t(`a.${x}`, { name })}</p>'))).toHaveLength(1)
    expect(idleTexts(texts.en, of(`<p>{t('a.b', { name })}</p>`))).toHaveLength(1)
    expect(idleTexts(texts.en, of('<p>{t(`a.${x}`)}</p>'))).toEqual([])
  })
})
