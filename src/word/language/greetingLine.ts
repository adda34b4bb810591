// GREETINGLINE: what the document says of a greeting, and the line that its own layout gives.
// Public source: [MS-OI29500] 2.1.476: text before, a name in one of a few forms, text after; `\e` where the name cannot be used.
import type { Instruction } from '../compile/instruction.ts'
import type { StandardName } from '../standardNames.ts'
import { switchIn } from './addressBlock.ts'
import { languageOfLcid } from './lcid.ts'
import { filled, layoutOf, partsOf, written, type Group } from './layout.ts'
import { plainLanguage } from './locale.ts'

/** Plain data. */
export interface GreetingLayout {
  /** Text before and after the name. */
  before: string
  after: string
  name: Group[]
  /** Parts without which the name cannot be used. */
  needed: StandardName[]
  /** Whether the document has a layout of its own (`\f`). */
  own: boolean
  /** `\e`: what the document says when the name cannot be used. */
  otherwise?: string
  /** `\l` */
  language?: string
}

/** Word's usual form. `Dear` is English: in other languages the name stands alone. */
const usual = '<<_TITLE0_>><< _LAST0_>> <<_AFTER_ ,>>'
const usualInEnglish = `<<_BEFORE_ Dear >>${usual}`

/** A suffix and a partner may be missing. */
const needless = new Set<StandardName>(['Suffix', 'Middle Name', 'Spouse Courtesy Title', 'Spouse First Name', 'Spouse Last Name'])

/** @param language of the letter, where `\l` names none */
export function greetingLayout(instruction: Instruction, language = 'en'): GreetingLayout {
  const format = switchIn(instruction, 'f') || undefined
  const named = languageOfLcid(switchIn(instruction, 'l') ?? '')
  const otherwise = switchIn(instruction, 'e')
  const groups = layoutOf(format ?? (plainLanguage(named ?? language) === 'en' ? usualInEnglish : usual))
  const aside = (kind: 'before' | 'after') => groups.filter((group) => group.kind === kind).map((group) => filled(group, () => ''))
  return {
    before: aside('before').join(' '),
    after: aside('after').join(''),
    name: groups.filter(({ kind }) => kind === 'group' || kind === 'text'),
    needed: partsOf(groups).filter((part) => !needless.has(part) && !part.startsWith('Spouse')),
    own: format !== undefined,
    ...(otherwise !== undefined && { otherwise }),
    ...(named !== undefined && { language: named }),
  }
}

/** The line, or undefined where the name cannot be used: then the document's `otherwise` is what to say. */
export function fillGreeting(layout: GreetingLayout, part: (name: StandardName) => string): string | undefined {
  if (layout.needed.some((name) => part(name).trim() === '')) return undefined
  const name = written(layout.name, (group) => filled(group, part).replace(/\s+/g, ' '))
  const tidy = name.replace(/ {2,}/g, ' ').trim()
  if (tidy === '') return undefined
  const lead = /[\p{L}\p{N}]$/u.test(layout.before) ? `${layout.before} ` : layout.before
  return (lead + tidy + layout.after).trim()
}
