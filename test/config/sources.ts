// Reads the sources of the program: their syntax trees, their imports, and where a thing stands.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'svelte/compiler'

export interface Source {
  /** Path below src, as `core/numbers.ts`. */
  path: string
  text: string
}

const src = fileURLToPath(new URL('../../src', import.meta.url))

/** Every TypeScript and Svelte file of the program. */
export function readSources(folder = src): Source[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** A node of the syntax tree; svelte's parser gives one for scripts and markup alike. */
export interface Node {
  type: string
  start: number
  end: number
  [name: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

const opening = '<script lang="ts">'

/** How far the parser's places are ahead: a script is parsed inside an element. */
export const shiftOf = ({ path }: Source): number => (path.endsWith('.svelte') ? 0 : opening.length)

const trees = new WeakMap<Source, Node[]>()

/** All nodes of a file, with their places in `text`. */
export function nodesOf(source: Source): Node[] {
  const known = trees.get(source)
  if (known) return known
  const shift = shiftOf(source)
  const found: Node[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    if (!isNode(value)) {
      if (typeof value === 'object' && value !== null && 'content' in value) visit(value.content)
      return
    }
    found.push({ ...value, start: value.start - shift, end: value.end - shift })
    for (const [name, child] of Object.entries(value)) if (name !== 'loc' && typeof child === 'object') visit(child)
  }
  visit(parse(shift === 0 ? source.text : `${opening}${source.text}\n</script>`, { modern: true }))
  trees.set(source, found)
  return found
}

export const lineOf = (source: Source, at: number): string =>
  `src/${source.path}:${source.text.slice(0, Math.max(0, at)).split('\n').length}`

export interface Arrow {
  at: string
  from: string
  /** Path below src, or the name of a package. */
  to: string
  ours: boolean
  typesOnly: boolean
}

/** Every import of a file: static, dynamic, of types, and what it hands on. */
export function arrowsOf(source: Source): Arrow[] {
  return nodesOf(source).flatMap((node): Arrow[] => {
    const named = (node['source'] ?? (node.type === 'TSImportType' ? node['argument'] : undefined)) as Node | undefined
    if (!['ImportDeclaration', 'ImportExpression', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'TSImportType'].includes(node.type))
      return []
    const literal = named?.type === 'TSLiteralType' ? (named['literal'] as Node) : named
    const value = literal?.['value']
    if (typeof value !== 'string') return []
    const path = value.replace(/\?.*$/, '')
    const ours = path.startsWith('.')
    const to = ours ? posix.normalize(posix.join(dirname(source.path), path)) : packageName(path)
    const specifiers = (node['specifiers'] ?? []) as Node[]
    const kinds = specifiers.map((one) => one['importKind'] ?? one['exportKind'])
    const typesOnly =
      node.type === 'TSImportType' ||
      node['importKind'] === 'type' ||
      node['exportKind'] === 'type' ||
      (kinds.length > 0 && kinds.every((kind) => kind === 'type'))
    return [{ at: lineOf(source, node.start), from: source.path, to, ours, typesOnly }]
  })
}

const packageName = (path: string): string => path.split('/', path.startsWith('@') ? 2 : 1).join('/')
/** What a call or a `new` names, as it is written. */
export const calleeOf = (node: Node, source: Source): string => {
  const callee = node['callee'] as Node | undefined
  if (!callee) return ''
  const shift = shiftOf(source)
  return source.text.slice(callee.start - shift, callee.end - shift)
}
