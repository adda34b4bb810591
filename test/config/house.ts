// The law of the house as data, and the functions that judge the sources by it. house.test.ts runs them on src and on canaries.
// Every finding says where, what, and what to do instead.
import { arrowsOf, calleeOf, lineOf, nodesOf, shiftOf, type Arrow, type Node, type Source } from './sources.ts'

interface Room {
  /** Rooms, or folders and files below a room, that may be imported. */
  ours: readonly string[]
  /** The same for types only: nothing of them is in the running program. */
  types?: readonly string[]
  packages: readonly string[]
  why: string
}

const work = [
  'base',
  'model',
  'core',
  'columns',
  'word',
  'exchange',
  'storage',
  'text',
  'parts',
  'offline',
  'workers',
  'actions',
  'screens',
]

/** The picture in src/README.md: each room and what it may know. */
export const rooms: Record<string, Room> = {
  base: { ours: [], packages: [], why: 'base knows nothing: hand in as an argument what is needed, or move the file up' },
  model: { ours: ['base'], packages: ['zod', 'uuid'], why: 'the nouns have no behaviour: rules go to core, words to text' },
  core: {
    ours: ['base', 'model'],
    packages: ['fastest-levenshtein', 'libphonenumber-js'],
    why: 'core is pure: rows come in as arguments, changes go out as values',
  },
  columns: {
    // A number that is typed in the search is read as those of the contacts are.
    ours: ['base', 'model', 'core/criteria', 'core/contact/phones.ts', 'core/contact/cadence.ts'],
    // What a step does and why somebody is withheld are said in the words of core.
    types: ['core/segment', 'core/contact'],
    packages: [],
    why: 'columns knows arrays and criteria, no disk and no screen',
  },
  word: {
    ours: ['base'],
    // What is authored is told in the nouns' own shapes; nothing of them is in the running engine.
    types: ['model/writtenLetter.ts', 'model/settings.ts'],
    packages: ['saxes', 'fflate', 'docx'],
    why: 'word takes bytes and values and gives bytes: it knows no contact',
  },
  exchange: {
    ours: ['base', 'model', 'core'],
    packages: ['fflate', 'zod', 'ical.js', 'qr'],
    why: 'exchange turns files into plans: the action or the job reads and commits',
  },
  storage: { ours: ['base', 'model'], packages: ['dexie'], why: 'storage keeps rows and knows no rule: plan in core, commit here' },
  workers: {
    ours: ['base', 'model', 'core', 'columns', 'word', 'exchange', 'storage'],
    packages: ['comlink', 'uuid'],
    why: 'workers do long jobs away from the screen: words and windows stay outside',
  },
  actions: {
    ours: ['base', 'model', 'core', 'storage', 'exchange', 'workers/call.ts'],
    types: ['workers/jobs'],
    packages: ['uuid'],
    why: 'an action reads, plans, commits; long work goes through workers/call.ts, words and screens stay outside',
  },
  text: { ours: ['base', 'model'], packages: ['intl-messageformat'], why: 'text knows words and failures only' },
  parts: {
    ours: ['base'],
    packages: ['svelte', 'virtua', 'bits-ui', '@internationalized/date', 'docx-preview', '@tiptap/*'],
    why: 'parts are furniture: nouns and words come in as props; what knows nouns belongs in screens/pieces',
  },
  offline: { ours: ['base'], packages: ['workbox-*', 'svelte', 'vite-plugin-pwa'], why: 'offline knows the browser, not the field' },
  screens: {
    ours: ['base', 'model', 'core', 'actions', 'storage/read', 'workers/call.ts', 'text', 'parts', 'offline'],
    // What a commit returned (with its undo) and what a draft's row looks like pass through a screen without being touched.
    types: ['workers/jobs', 'storage'],
    packages: ['svelte'],
    why: 'a screen reads through storage/read and acts through actions; long work goes through workers/call.ts',
  },
  app: { ours: work, packages: ['*'], why: '' },
}

export const forbiddenFolders = ['utils', 'helpers', 'common', 'types', 'services', 'managers', 'misc']
export const roomsWithOneDoor = ['word', 'columns']
export const longestFile = 300
/** Files that may write: the one writer of the nouns, and the housekeeping. */
export const writers = ['storage/commit.ts', 'storage/keep/']

const within = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`)
const roomOf = (path: string): string => path.split('/')[0] ?? ''

/** What is wrong with where a file looks. */
export function wrongArrows(source: Source): string[] {
  const name = roomOf(source.path)
  const room = rooms[name]
  if (!room)
    return [
      `src/${source.path} stands in no room: choose one of ${Object.keys(rooms).join(', ')}, or describe the new one in test/config/house.ts.`,
    ]
  return arrowsOf(source).flatMap((arrow) => {
    const told = `${arrow.at} ${name} → ${arrow.to}`
    if (!arrow.ours) {
      const allowed = room.packages.some(
        (one) => one === '*' || (one.endsWith('*') ? arrow.to.startsWith(one.slice(0, -1)) : arrow.to === one),
      )
      return allowed ? [] : [`${told}: this room may import ${room.packages.join(', ') || 'no package'}. ${room.why}.`]
    }
    if (arrow.to.startsWith('..')) return [`${told}: this leaves src. Tests import the program, never the other way round.`]
    if (roomOf(arrow.to) !== name) {
      const allowed = [...room.ours, ...(arrow.typesOnly ? (room.types ?? []) : [])].some((place) => within(arrow.to, place))
      if (allowed) return []
      const types = room.types ? `, and types of ${room.types.join(', ')}` : ''
      return [`${told}: this room may import ${room.ours.join(', ') || 'nothing of ours'}${types}. ${room.why}.`]
    }
    return name === 'screens' ? wrongPage(arrow, told) : []
  })
}

function wrongPage(arrow: Arrow, told: string): string[] {
  const [from, to] = [arrow.from, arrow.to].map((path) => path.split('/')[1])
  if (from === to || to === 'pieces') return []
  const advice =
    from === 'pieces'
      ? 'a piece serves several pages and knows none'
      : 'a page never imports another page: put what both need into screens/pieces'
  return [`${told}: ${advice}.`]
}

/** What is wrong with a file's name, place or length. */
export function wrongPlace({ path, text }: Source): string[] {
  const folders = path.split('/').slice(0, -1)
  const lines = text.trimEnd().split('\n').length
  return [
    ...folders
      .filter((folder) => forbiddenFolders.includes(folder))
      .map((folder) => `src/${path}: a folder called ${folder} says nothing. Name it for what it holds, in the field's words.`),
    ...(/(^|\/)index\.(svelte\.)?ts$/.test(path) && !roomsWithOneDoor.includes(folders.join('/'))
      ? [`src/${path}: only ${roomsWithOneDoor.join(' and ')} have one public door. Import the file you mean.`]
      : []),
    ...(lines > longestFile
      ? [`src/${path} has ${lines} lines; ${longestFile} is the end. Find the second story in it and give it a file.`]
      : []),
  ]
}

// A document is a letter here, so that word is looked for with what the browser's document does.
const loudNames = ['window', 'navigator', 'crypto', 'localStorage', 'performance', 'fetch', 'setTimeout', 'setInterval', 'Worker']

/** What makes core loud: a clock, a die, the browser, waiting. */
export function loudCore(source: Source): string[] {
  if (roomOf(source.path) !== 'core') return []
  const inProperty = new Set(
    nodesOf(source).flatMap((node) => {
      const name = (node.type === 'MemberExpression' ? node['property'] : node['key']) as Node | undefined
      return name && node['computed'] !== true && !(node.type === 'Property' && node['shorthand'] === true) ? [name.start] : []
    }),
  )
  const shift = shiftOf(source)
  return nodesOf(source).flatMap((node) => {
    const say = (what: string) => [
      `${lineOf(source, node.start)} core → ${what}: core has no clock, no die, no await. Hand it in, as Occasion does.`,
    ]
    if (node.type === 'AwaitExpression') return say('await')
    if (node['async'] === true) return say('async')
    if (
      node.type === 'CallExpression' &&
      /^(Date\.now|Math\.random|Date|document\.(query|create|get|add)\w+)$/.test(calleeOf(node, source))
    )
      return say(calleeOf(node, source))
    if (node.type === 'NewExpression' && calleeOf(node, source) === 'Date' && (node['arguments'] as unknown[]).length === 0)
      return say('new Date()')
    if (node.type === 'Identifier' && loudNames.includes(String(node['name'])) && !inProperty.has(node.start + shift))
      return say(String(node['name']))
    return []
  })
}

/** Writes to the data outside of the places that may write. */
export function secondWriters(source: Source): string[] {
  if (writers.some((place) => source.path === place || (place.endsWith('/') && source.path.startsWith(place)))) return []
  return nodesOf(source).flatMap((node) => {
    if (node.type !== 'CallExpression') return []
    const callee = calleeOf(node, source)
    const found = /^([\s\S]*?)\??\.(put|add|delete|clear|update|modify|upsert|bulkPut|bulkAdd|bulkDelete|bulkUpdate)$/.exec(callee)
    const receiver = found?.[1] ?? ''
    const method = found?.[2] ?? ''
    const onTable = /(^|\.)db\??\.\w/.test(receiver) || /\.table\(/.test(receiver) || method.startsWith('bulk')
    const call = source.text.slice(node.start, node.end)
    const opensWriting = /\.transaction$/.test(callee) && /^[^,]*\(\s*['"`]rw/.test(call)
    if (!opensWriting && !(found && onTable)) return []
    return [
      `${lineOf(source, node.start)} writes by ${callee.split('\n')[0]}: only ${writers.join(' and ')} write. Return Changes and let commit write them; housekeeping gets a named writer in storage/keep.`,
    ]
  })
}
