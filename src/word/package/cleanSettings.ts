// A template's settings: Word's own data source goes, with every path to it; how it mapped its columns is read before.
// Public source: ECMA-376 part 1, 17.14 (mail merge) and 17.15.1.29 (protection).
import type { Book } from '../compile/book.ts'
import type { Package } from './package.ts'
import { standardNames, type StandardName } from '../standardNames.ts'
import { below, childOf, type XmlNode, type XmlPart } from './xml.ts'

export const mergeRelations = new Set(['mailMergeSource', 'mailMergeHeaderSource', 'recipientData'])

const isOff = (value: string | undefined) => /^(0|false|off)$/.test(value ?? '')

/** Cleans the settings of the letter and of its building blocks, and whatever else is tied to a data source. */
export function cleanSettings(pack: Package, reached: readonly string[], book: Book): void {
  const own = settingsOf(pack, pack.main)
  const isTied = (name: string) => pack.relations(name).some((relation) => mergeRelations.has(relation.type)) && /\.xml$/i.test(name)
  for (const name of new Set(reached.flatMap((source) => [...settingsOf(pack, source), ...(isTied(source) ? [source] : [])]))) {
    const settings = pack.xml(name)
    const merges = [...below(settings.root)].filter((node) => node.name === 'w:mailMerge')
    if (own.includes(name)) readMerges(merges, book)
    for (const merge of merges) pack.cut(settings, merge)
    dropSources(pack, settings, book)
    if (merges.length > 0) book.find('MAIL_MERGE_SOURCE', 'settings', settings.name)
    if (own.includes(name)) readProtection(settings, book)
  }
}

const settingsOf = (pack: Package, source: string): string[] =>
  pack
    .relations(source)
    .flatMap(({ type, target, external }) => (type === 'settings' && !external && pack.files.has(target) ? [target] : []))

function readMerges(merges: readonly XmlNode[], book: Book): void {
  for (const merge of merges) {
    const blank = childOf(merge, 'w:doNotSuppressBlankLines')
    if (blank && !isOff(blank.attrs['w:val'])) book.keepBlankLines = true
    const maps = [...below(merge)].filter((node) => node.name === 'w:fieldMapData')
    maps.forEach((node, at) => readMapping(node, maps.length === standardNames.length ? standardNames[at] : undefined, book))
  }
}

const standard = new Map(standardNames.map((name): [string, StandardName] => [name.toLowerCase(), name]))

/**
 * Which column stands for one of Word's own names: 17.14.15 fieldMapData. Word writes the names in its own language,
 * but all of them in one order: `placed` is the name of this place.
 */
function readMapping(node: XmlNode, placed: StandardName | undefined, book: Book): void {
  const value = (name: string) => childOf(node, name)?.attrs['w:val'] ?? ''
  const name = standard.get(value('w:mappedName').toLowerCase()) ?? placed
  if (name && value('w:name') !== '' && value('w:type') !== 'null') book.mapped[name] ??= value('w:name')
}

function dropSources(pack: Package, settings: XmlPart, book: Book): void {
  for (const relation of pack.relations(settings.name)) {
    const far = relation.type === 'attachedTemplate' && relation.external
    if (!mergeRelations.has(relation.type) && !far) continue
    pack.dropRelation(settings.name, relation)
    book.find(far ? 'EXTERNAL_REL' : 'MAIL_MERGE_SOURCE', far ? 'attachedTemplate' : relation.type, settings.name)
    for (const node of below(settings.root)) if (node.attrs['r:id'] === relation.id) pack.cut(settings, node)
  }
}

function readProtection(settings: XmlPart, book: Book): void {
  const protection = childOf(settings.root, 'w:documentProtection')
  const enforced = protection?.attrs['w:enforcement']
  if (enforced !== undefined && !isOff(enforced)) book.find('PROTECTED', protection?.attrs['w:edit'] ?? '', settings.name)
  const proposal = childOf(settings.root, 'w:writeProtection')
  if (proposal) book.find('PROTECTED', 'write', settings.name)
}
