// Adds, removes and lists interface texts: node test/tools/words.mjs add FILE.json | remove KEY… | unused
// FILE.json is { "en": { "key": "text" }, "de": { … } }. A lock keeps several people from writing over each other; a key never enters
// in one language only, and a key that is there already with another text is refused unless --change is given.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const always = ['en', 'de']

/** The languages that have a file, en and de at least. */
export function languages(folder) {
  const found = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
  return [...new Set([...always, ...found.map((name) => name.slice(0, -5))])]
}

/** The texts of one language as an object; a missing file is an empty one. */
export function readWords(folder, language) {
  const path = join(folder, `${language}.json`)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}

function writeWords(folder, language, words) {
  const sorted = Object.fromEntries(Object.entries(words).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
  const path = join(folder, `${language}.json`)
  writeFileSync(`${path}.new`, JSON.stringify(sorted, null, 2) + '\n')
  renameSync(`${path}.new`, path)
}

/** Merges new texts; returns the refusals, and writes only when there are none. */
export function addWords(folder, added, { change = false } = {}) {
  const due = languages(folder)
  const wrong = Object.keys(added).filter((language) => !due.includes(language))
  const refusals = wrong.map((language) => `there is no language "${language}"; this house speaks ${due.join(', ')}`)
  const keys = new Set(Object.values(added).flatMap((words) => Object.keys(words)))
  const now = Object.fromEntries(due.map((language) => [language, readWords(folder, language)]))
  for (const key of keys)
    for (const language of due) {
      const text = added[language]?.[key]
      const before = now[language][key]
      if (text === undefined && before === undefined) refusals.push(`"${key}" has no text in ${language}`)
      else if (text !== undefined && typeof text !== 'string') refusals.push(`"${key}" in ${language} is not a text`)
      else if (text !== undefined && before !== undefined && before !== text && !change)
        refusals.push(`"${key}" says already in ${language}: "${before}" (add --change to change it, or choose another key)`)
    }
  if (refusals.length) return refusals
  for (const language of due) writeWords(folder, language, { ...now[language], ...added[language] })
  return []
}

/** Takes keys out of every language. */
export function removeWords(folder, keys) {
  for (const language of languages(folder)) {
    const words = readWords(folder, language)
    for (const key of keys) delete words[key]
    writeWords(folder, language, words)
  }
}

/** Every .ts and .svelte file below a folder. */
export function sources(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => /\.(ts|svelte)$/.test(path) && statSync(path).isFile())
}

/** Keys that stand nowhere in the sources as a quoted text; `families` are beginnings of keys built while running. */
export function unusedWords(folder, sourceFolder, families = []) {
  const text = sources(sourceFolder)
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  const quoted = new Set([...text.matchAll(/(['"`])([\w.-]+)\1/g)].map((match) => match[2]))
  return Object.keys(readWords(folder, 'en')).filter((key) => !quoted.has(key) && !families.some((family) => key.startsWith(family)))
}

async function withLock(folder, work) {
  const lock = join(folder, '.lock')
  mkdirSync(folder, { recursive: true })
  const until = Date.now() + 20_000
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      const age = existsSync(lock) ? Date.now() - statSync(lock, { throwIfNoEntry: false })?.mtimeMs : 0
      if (age > 15_000) rmSync(lock, { recursive: true, force: true })
      if (Date.now() > until) throw new Error(`somebody holds ${lock} for too long; remove it when nobody is adding texts`)
      await new Promise((done) => setTimeout(done, 50 + Math.random() * 100))
    }
  }
  try {
    return work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

async function main([verb, ...rest]) {
  const folder = join(root, 'src/text/messages')
  const words = rest.filter((word) => !word.startsWith('--'))
  if (verb === 'add' && words.length) {
    const refusals = await withLock(folder, () =>
      words.flatMap((file) => addWords(folder, JSON.parse(readFileSync(file, 'utf8')), { change: rest.includes('--change') })),
    )
    for (const refusal of refusals) console.error(refusal)
    if (!refusals.length) console.log(`texts added; there are ${Object.keys(readWords(folder, 'en')).length} now`)
    return refusals.length ? 1 : 0
  }
  if (verb === 'remove' && words.length) {
    await withLock(folder, () => removeWords(folder, words))
    return 0
  }
  if (verb === 'unused') {
    for (const key of unusedWords(folder, join(root, 'src'))) console.log(key)
    return 0
  }
  console.error('node test/tools/words.mjs add FILE.json [--change] | remove KEY… | unused')
  return 2
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await main(process.argv.slice(2))
