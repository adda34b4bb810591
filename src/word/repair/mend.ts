// What is mended at one place of a part, and how it is written there.
import type { XmlNode, XmlPart } from '../package/xml.ts'

/** `name`: another name stands there; `split`: it stands in one run; `braces`: signs round a known name are whole; `field`: braces of the keyboard became a field. */
export type RepairKind = 'name' | 'split' | 'braces' | 'field'

export interface Edit {
  start: number
  end: number
  text: string
}

export interface Mend {
  kind: RepairKind
  was: string
  becomes: string
  edits: Edit[]
}

/** What is left of a text, or comes into it, may begin or end with a blank. */
export function keepsBlanks(part: XmlPart, node: XmlNode): Edit[] {
  const at = node.start + 1 + node.tag.length
  return /\sxml:space\s*=/.test(part.xml.slice(at, node.innerStart)) ? [] : [{ start: at, end: at, text: ' xml:space="preserve"' }]
}
