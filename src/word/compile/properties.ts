// What a document says of itself: DOCPROPERTY, DOCVARIABLE, TITLE, AUTHOR and their like show it as it stands in the file now, not as it
// stood when a page was last printed. Public sources: ECMA-376 part 1, 15.2.12 (properties), 17.15.1.31 (variables), 17.16.5.
import { atomsOf, wordAt } from './atoms.ts'
import { wordsIn } from './contents.ts'
import type { Field } from './fields.ts'
import type { Format } from '../language/dress.ts'
import type { Package } from '../package/package.ts'
import { below, type XmlPart } from '../package/xml.ts'
import type { Place } from './place.ts'
import type { Content } from '../plan.ts'

const kinds = /^(DOCPROPERTY|DOCVARIABLE|INFO|TITLE|SUBJECT|AUTHOR|KEYWORDS|COMMENTS)$/

/** Whether a field shows what the document says of itself. */
export const isProperty = ({ instruction: { kind } }: Field): boolean => kinds.test(kind)

/** Under which name Word shows what stands in an element of the properties. */
const names: Record<string, string> = {
  ...{ title: 'title', subject: 'subject', creator: 'author', keywords: 'keywords', description: 'comments', category: 'category' },
  ...{ lastModifiedBy: 'lastsavedby', contentStatus: 'contentstatus', created: 'createtime', modified: 'lastsavedtime' },
  ...{ Company: 'company', Manager: 'manager', HyperlinkBase: 'hyperlinkbase' },
}

/** What the package says of itself, by names in lower case; a variable has `$` before its name. */
export function propertiesOf(pack: Package): Map<string, string> {
  const found = new Map<string, string>()
  for (const { type, target, external } of pack.relations('')) {
    if (external || !pack.files.has(target) || !/^(core-properties|extended-properties|custom-properties)$/.test(type)) continue
    const part = pack.xml(target)
    if (type === 'custom-properties') addCustom(part, found)
    else for (const { name, text } of part.root.children) addKnown(name.replace(/^\?/, '').replace(/^.*:/, ''), text, found)
  }
  const settings = pack.related('settings')[0]
  if (settings) addVariables(settings, found)
  return found
}

function addKnown(name: string, text: string, found: Map<string, string>): void {
  const known = Object.hasOwn(names, name) ? names[name] : undefined
  if (known !== undefined && text !== '') found.set(known, text)
}

function addCustom({ root }: XmlPart, found: Map<string, string>): void {
  for (const { attrs, children } of root.children) {
    const [value] = children
    if (attrs['name'] === undefined || !value) continue
    const isTruth = value.name.endsWith('bool')
    // Word writes a truth as Y or N.
    found.set(attrs['name'].toLowerCase(), isTruth ? (/^(true|1)$/i.test(value.text) ? 'Y' : 'N') : value.text)
  }
}

function addVariables({ root }: XmlPart, found: Map<string, string>): void {
  for (const { name, attrs } of below(root))
    if (name === 'w:docVar' && attrs['w:name'] !== undefined) found.set(`$${attrs['w:name'].toLowerCase()}`, attrs['w:val'] ?? '')
}

/** What a field shows; nothing where the document does not say it: the field then stays as it is. */
export function propertyContent(place: Place, field: Field, format: Format): Content | null {
  const { kind } = field.instruction
  const atoms = atomsOf(place.tokens, field)
  const first = wordAt(atoms, wordAt(atoms, 0)?.after ?? 0)
  const isWord = first && (first.quoted || first.to > first.from) && !startsSwitch(atoms[first.from])
  const words = isWord ? wordsIn(place, atoms, first.from, first.to) : []
  if (!words) return null
  const named = kind === 'DOCPROPERTY' || kind === 'DOCVARIABLE' || kind === 'INFO'
  // `{ TITLE "New" }` gives the document a new one.
  if (!named && words.length > 0) return { k: 'words', words, format }
  const name = named ? [...(kind === 'DOCVARIABLE' ? ['$'] : []), ...words] : [kind]
  if (name.some((word) => typeof word === 'number')) return { k: 'property', name, format }
  const value = place.book.properties.get(name.join('').toLowerCase())
  return value === undefined ? null : { k: 'words', words: [value], format }
}

const startsSwitch = (atom: ReturnType<typeof atomsOf>[number] | undefined): boolean => atom?.k === 'char' && atom.char === '\\'
