// The page: what is kept here, and its way out as files. It needs nothing of the app, so that it works when the app does not.
import { makeBackup } from './backup.js'
import { csvHead, csvLines } from './csv.js'
import { countsOf, findDatabases, openAsItIs, rowsOf } from './read.js'
import { inUse, snapshots } from './kept.js'
import { saveFile, sizeText } from './save.js'
import { languages, words } from './words.js'

const place = document.getElementById('page')
const near = { no: 'nb', nn: 'nb' }
const plain = navigator.language.toLowerCase().split('-')[0]
let language = [near[plain] ?? plain].find((one) => one in words) ?? 'en'
let databases = []
let copies = []
let trouble = ''
let looked = false

/** An element with what stands in it. */
function make(name, given = {}, ...inside) {
  const element = Object.assign(document.createElement(name), given)
  element.append(...inside.filter((one) => one !== undefined && one !== ''))
  return element
}
const detailOf = (error) => error?.name ?? String(error)
const figure = (count) => (count === undefined ? '?' : new Intl.NumberFormat(language).format(count))

/** One database by itself: that one is damaged does not hide another. */
async function lookInto(name, current) {
  let db
  try {
    db = await openAsItIs(name)
    if (!db) return
    const counts = await countsOf(db)
    const isEmpty = Object.values(counts).every((count) => count === 0)
    if (!isEmpty) databases.push({ name, counts, used: name === current })
  } catch (error) {
    databases.push({ name, counts: {}, used: name === current, trouble: detailOf(error) })
  } finally {
    db?.close()
  }
}

async function look() {
  try {
    const names = await findDatabases()
    const current = await inUse().catch(() => undefined)
    for (const name of names) await lookInto(name, current)
    databases.sort((a, b) => Number(b.used) - Number(a.used))
  } catch (error) {
    trouble = detailOf(error)
  }
  copies = await snapshots().catch(() => [])
  looked = true
  draw()
}

function draw() {
  const say = words[language]
  document.documentElement.lang = language
  document.title = `Fieldbook: ${say.title}`
  const options = Object.entries(languages).map(([value, textContent]) => make('option', { value, textContent, lang: value }))
  const turn = make('select', {}, ...options)
  turn.setAttribute('aria-label', say.language)
  turn.value = language
  turn.addEventListener('change', () => {
    language = turn.value
    draw()
    place.querySelector('header select').focus()
  })
  place.replaceChildren(
    make('header', {}, make('p', { className: 'name', textContent: 'Fieldbook' }), turn),
    make('h1', { textContent: say.title }),
    make('p', { textContent: say.intro }),
    ...(looked ? [] : [make('p', { role: 'status', textContent: say.looking })]),
    ...(trouble ? [make('p', { className: 'warn', role: 'alert', textContent: say.cannot(trouble) })] : []),
    ...(looked && !trouble && databases.length === 0 ? [make('p', { textContent: say.none })] : []),
    ...databases.map((one) => drawDatabase(one, say)),
    ...(copies.length > 0 ? [drawCopies(say)] : []),
    ...(databases.length > 0 ? [drawNext(say)] : []),
    make('p', {}, make('a', { href: './', textContent: say.open })),
  )
}

function drawDatabase({ name, counts, used, trouble: why }, say) {
  const rows = Object.entries(say.tables).filter(([table]) => table in counts)
  const said = make('p', { role: 'status' })
  const deck = make('div', { className: 'deck' })
  if (!why)
    deck.append(
      twoSteps(say.prepare, said, (told) => backupOf(name, told), true),
      twoSteps(say.prepareCsv, said, (told) => csvOf(name, told), false),
    )
  const unknown = Object.values(counts).includes(undefined)
  return make(
    'section',
    {},
    make('h2', { textContent: databases.length > 1 ? `${say.which}: ${name}${used ? ` (${say.inUse})` : ''}` : say.which }),
    make(
      'dl',
      {},
      ...rows.flatMap(([table, label]) => [make('dt', { textContent: label }), make('dd', { textContent: figure(counts[table]) })]),
    ),
    unknown ? make('p', { className: 'warn', textContent: say.unknown }) : '',
    why ? make('p', { className: 'warn', role: 'alert', textContent: say.cannot(why) }) : '',
    deck,
    said,
  )
}

/** The file is made with the first tap and saved with the second: a browser takes it only in the moment of a tap. */
function twoSteps(label, said, prepare, first) {
  const button = make('button', { type: 'button', className: first ? 'first' : '', textContent: label })
  let made
  button.addEventListener('click', async () => {
    const say = words[language]
    button.disabled = true
    try {
      if (made) {
        if (await saveFile(made.name, made.file)) said.textContent = say.saved(made.name)
      } else {
        made = await prepare((text) => (said.textContent = text))
        button.textContent = say.save(made.name, sizeText(made.file.size, language))
        said.textContent = [
          ...(made.lost > 0 ? [say.lost(made.lost)] : []),
          ...made.broken.map((table) => say.broken(say.tables[table] ?? table)),
        ].join(' ')
      }
    } catch (error) {
      said.textContent = say.failed(detailOf(error))
    }
    button.disabled = false
    button.focus()
  })
  return button
}

const day = () => {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

async function withDatabase(name, act) {
  const db = await openAsItIs(name)
  if (!db) throw new Error('gone')
  try {
    return await act(db)
  } finally {
    db.close()
  }
}

const backupOf = (name, told) =>
  withDatabase(name, async (db) => {
    const say = words[language]
    const tell = (table, done, all) => told(say.preparing(say.tables[table] ?? table, figure(done), figure(all)))
    const { file, lost, broken } = await makeBackup(db, new Date().toISOString(), tell)
    return { name: `fieldbook-rescue-${day()}.fieldbook`, file, lost, broken }
  })

const csvOf = (name, told) =>
  withDatabase(name, async (db) => {
    const say = words[language]
    const companies = new Map()
    let [lost, done] = [0, 0]
    const broken = []
    const onlost = (key) => (key === undefined ? broken.push('contacts') : lost++)
    for await (const rows of rowsOf(db, 'contacts', onlost))
      for (const row of rows) if (row.type === 'company') companies.set(row.id, row.name)
    const parts = [csvHead()]
    for await (const rows of rowsOf(db, 'contacts')) {
      parts.push(csvLines(rows, companies))
      told(say.preparing(say.tables.contacts, figure((done += rows.length)), figure(done)))
    }
    return { name: `fieldbook-contacts-${day()}.csv`, file: new Blob(parts, { type: 'text/csv' }), lost, broken }
  })

function drawCopies(say) {
  const said = make('p', { role: 'status' })
  const list = copies.map(({ name, size, read }) => {
    const button = make('button', { type: 'button', textContent: say.save(name, sizeText(size, language)) })
    button.addEventListener('click', async () => {
      try {
        if (await saveFile(name, await read())) said.textContent = words[language].saved(name)
      } catch (error) {
        said.textContent = words[language].failed(detailOf(error))
      }
    })
    return make('li', {}, button)
  })
  return make(
    'section',
    {},
    make('h2', { textContent: say.snapshots }),
    make('p', { textContent: say.snapshotsMore }),
    make('ul', {}, ...list),
    said,
  )
}

const drawNext = (say) =>
  make(
    'section',
    {},
    make('h2', { textContent: say.next }),
    make('ol', {}, ...[say.step1, say.step2, say.step3].map((textContent) => make('li', { textContent }))),
  )

draw()
void look()
