// Number pictures: `\# "#,##0.00 €;(#,##0.00 €);-"`. Public source: ECMA-376 part 1, 17.16.4.2; Microsoft support, "Format field results".
// 0 shows a figure or 0, # a figure or a blank, x cuts what is left of it, '…' is text, sections are positive;negative;zero.
import { remembering } from './locale.ts'
import { pictureOf, type Place, type Section } from './numberSections.ts'
import { roundedFigures } from './rounding.ts'
import { signsOf, type Signs } from './signs.ts'

const separator = '\u0000'
const sectionsOf = remembering((key: string): readonly Section[] => {
  const [language = '', picture = ''] = key.split(separator)
  return pictureOf(picture, signsOf(language))
})

/** A number as the picture shows it. A number that the picture rounds to nothing is zero, not a negative. */
export function inNumberPicture(value: number, picture: string, language: string): string {
  const sections = sectionsOf(language + separator + picture)
  const first = sections[0] as Section
  const zeroIn = (section: Section) => !/[1-9]/.test(roundedFigures(value, section.part.length).join(''))
  const chosen = value < 0 && sections[1] ? sections[1] : first
  const section = sections[2] && zeroIn(chosen) ? sections[2] : chosen === sections[1] && zeroIn(chosen) ? first : chosen
  const negative = value < 0 && !zeroIn(section)
  return written(
    value,
    section,
    section !== first ? 'none' : negative ? 'negative' : zeroIn(section) ? 'zero' : 'positive',
    signsOf(language),
  )
}

type Side = 'positive' | 'negative' | 'zero' | 'none'

function written(value: number, section: Section, side: Side, signs: Signs): string {
  const [whole, part] = roundedFigures(value, section.part.length)
  const hasPlaces = section.whole.length + section.part.length > 0
  const figures = hasPlaces ? inPlaces(section, whole === '0' ? '' : whole, signs) + fraction(section, part, signs) : ''
  const sign = signOf(section, side)
  return section.sign === 'none'
    ? sign + section.before + figures + section.after
    : section.before + sign + section.between + figures + section.after
}

/** The sign that the picture asks for; a picture without one shows a minus all the same, in front. */
function signOf(section: Section, side: Side): string {
  if (side === 'none') return section.sign === 'none' ? '' : section.sign
  if (side === 'negative') return '-'
  if (section.sign === 'none') return ''
  return side === 'positive' && section.sign === '+' ? '+' : ' '
}

/** From the right: figures go into places, texts between places stay where they are, all figures left over go before the first. */
function inPlaces(section: Section, whole: string, { group }: Signs): string {
  let out = ''
  let at = whole.length
  let shown = 0
  const firstZero = section.whole.findIndex(({ kind }) => kind === '0')
  const put = (sign: string, isFigure: boolean) => {
    if (section.grouped && shown > 0 && shown % 3 === 0) out = (isFigure ? group : ' ') + out
    out = sign + out
    shown++
  }
  const blank = (kind: Place['kind'], at: number) => kind === '#' && (firstZero < 0 || at < firstZero)
  for (let index = section.whole.length - 1; index >= 0; index--) {
    const { kind, text } = section.whole[index] as Place
    if (kind === 'text') out = text + out
    else if (at > 0) put(whole[--at] as string, true)
    else put(blank(kind, index) ? ' ' : '0', !blank(kind, index))
  }
  if (!section.cuts) while (at > 0) put(whole[--at] as string, true)
  return out
}

/** Zeros at the end are blanks where the picture has a #. */
function fraction(section: Section, part: string, { point }: Signs): string {
  if (section.part.length === 0) return section.point ? point : ''
  const told = part.replace(/0+$/, '').length
  const shown = section.part.map((place, at) => (at < told ? part[at] : place === '#' ? ' ' : '0'))
  return point + shown.join('')
}
