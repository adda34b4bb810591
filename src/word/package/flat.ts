// Flat OPC: a Word package as one XML file, as Word saves it under "Word XML document". Its parts become those of a package again.
// Public source: ECMA-376 part 2 (packages); Microsoft, "The Flat OPC Format" (2008): pkg:package, pkg:part, pkg:xmlData, pkg:binaryData.
import { stop } from '../findings.ts'
import { readXml, type XmlNode, type XmlPart } from './xml.ts'
import { decodeXml } from './decode.ts'
import { pack } from '../zip/zipWrite.ts'
import type { ZipEntry } from '../zip/zipRead.ts'

const space = 'http://schemas.microsoft.com/office/2006/xmlPackage'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const typesSpace = 'http://schemas.openxmlformats.org/package/2006/content-types'

/** The parts as entries of a package; nothing when the file is no such package. Refuses with XML_BAD, XML_DTD, PART_MISSING. */
export function flatEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  const xml = decodeXml(bytes, 'package')
  if (!xml.slice(0, 4_096).includes(space)) return undefined
  const whole = readXml('package', xml)
  if (local(whole.root.tag) !== 'package') return undefined
  const parts = whole.root.children.filter((node) => local(node.tag) === 'part')
  const named = parts.map((node) => ({ node, name: attribute(node, 'name').replace(/^\//, ''), type: attribute(node, 'contentType') }))
  const overrides = named.map(({ name, type }) => `<Override PartName="/${escaped(name)}" ContentType="${escaped(type)}"/>`)
  const types = `${head}<Types xmlns="${typesSpace}">${overrides.join('')}</Types>`
  return [pack('[Content_Types].xml', types), ...named.map(({ node, name }) => pack(name, contentOf(whole, node, name)))]
}

const local = (tag: string): string => tag.slice(tag.indexOf(':') + 1)

function attribute(node: XmlNode, name: string): string {
  const key = Object.keys(node.attrs).find((one) => local(node.written[one] ?? one) === name)
  return (key === undefined ? undefined : node.attrs[key]) ?? stop('XML_BAD', { part: 'package', detail: 'syntax' })
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function contentOf(whole: XmlPart, node: XmlNode, name: string): string | Uint8Array {
  const data = node.children.find((child) => local(child.tag) === 'xmlData')
  const root = data?.children[0]
  if (data && root) return head + withSpaces(whole, root)
  const binary = node.children.find((child) => local(child.tag) === 'binaryData')
  return binary ? fromBase64(binary.text, name) : stop('PART_MISSING', { detail: name, part: name })
}

/** Spaces of names that were declared round the part are declared in it. */
function withSpaces({ xml }: XmlPart, root: XmlNode): string {
  const own = xml.slice(root.start, root.end)
  const declared = (node: XmlNode) => [
    ...xml.slice(node.start, node.innerStart).matchAll(/\s(xmlns(?::[^\s=]+)?)\s*=\s*("[^"]*"|'[^']*')/g),
  ]
  const known = new Set(declared(root).map((match) => match[1]))
  let missing = ''
  for (let above = root.parent; above; above = above.parent) {
    for (const [all, name = ''] of declared(above)) {
      if (known.has(name) || (name !== 'xmlns' && !own.includes(`${name.slice(6)}:`))) continue
      known.add(name)
      missing += all
    }
  }
  const at = 1 + root.tag.length
  return own.slice(0, at) + missing + own.slice(at)
}

function fromBase64(text: string, name: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text.replace(/\s+/g, '')), (letter) => letter.charCodeAt(0))
  } catch {
    return stop('ZIP_BROKEN', { detail: 'damaged', part: name })
  }
}
