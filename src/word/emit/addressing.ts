// ADDRESSBLOCK and GREETINGLINE: the document's own layout, and what the caller makes of it, who knows the post and the manners.
import { fillAddress, type AddressLayout } from '../language/addressBlock.ts'
import { fillGreeting, type GreetingLayout } from '../language/greetingLine.ts'
import type { Letter } from './letter.ts'
import { partText } from './lookUp.ts'
import type { StandardName } from '../standardNames.ts'

/** The lines of an address, as one text. */
export function textOfAddress(letter: Letter, layout: AddressLayout): string {
  const { record, settings } = letter
  if (!record) return ''
  const part = (name: StandardName) => partText(letter, record, name)
  const own = fillAddress(layout, part)
  const { country, except, byCountry } = layout
  const written = layout.own ? own : undefined
  const language = layout.language ?? letter.language
  return (settings.address?.({ record, part, country, except, byCountry, written, language }) ?? own).join('\n')
}

export function textOfGreeting(letter: Letter, layout: GreetingLayout): string {
  const { record, settings } = letter
  if (!record) return ''
  const part = (name: StandardName) => partText(letter, record, name)
  const own = fillGreeting(layout, part)
  const language = layout.language ?? letter.language
  const asked = { record, part, written: layout.own ? own : undefined, otherwise: layout.otherwise, language }
  return settings.greeting?.(asked) ?? own ?? layout.otherwise ?? ''
}
