// The slot of a value: the look it takes over, and the paragraph that it may go on in.
import type { Weave } from './cuts.ts'
import type { Field } from './fields.ts'
import { lookOf, type Look } from './format.ts'
import { codeEnd } from './atoms.ts'
import { formatOf } from '../language/dress.ts'
import { nextParagraph } from './paragraphs.ts'
import { firstToken, lastToken, type Late, type Place } from './place.ts'
import type { Token } from './story.ts'
import type { XmlNode } from '../package/xml.ts'

/** A value in the place of a field. Where it stands right in its paragraph, it may have several of its own. */
export function valueOf(place: Place, field: Field, content: number, splits = true): Late {
  const look = lookOf(place.part, formatRun(place, field))
  const [first, last] = [firstToken(place, field), lastToken(place, field)]
  const para = splits && first.para === last.para ? first.para : null
  return valueLate(place, content, look, para && first.run.parent === para && last.run.parent === para ? para : null)
}

export function valueLate(place: Place, content: number, look: Look, para: XmlNode | null): Late {
  return (weave: Weave) => {
    const paragraph = para && nextParagraph(place, para, weave)
    return [{ k: 'value', content, ...look, ...(paragraph && { paragraph }) }]
  }
}

/** The run whose look the value takes: CHARFORMAT the code's first letter; else the result's first; else the code's. */
export function formatRun(place: Place, field: Field): XmlNode | null {
  const inField = place.tokens.slice(field.from, field.to + 1)
  const end = codeEnd(field) - field.from
  const shows = ({ kind, node }: Token) => (kind === 'text' || kind === 'code') && node.text.trim() !== ''
  const code = field.simple ? undefined : inField.slice(0, end).find(shows)
  const result = inField.slice(end + 1).find(shows)
  const chosen = (formatOf(field.instruction).likeCode && code) || (result ?? code ?? inField[0])
  const run = chosen?.run
  return run && run.name !== 'w:fldSimple' ? run : null
}
