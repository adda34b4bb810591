// ADDRESSBLOCK: what the document says of an address, and the lines that its own layout gives. Public source: ECMA-376 part 1, 17.16.5.1;
// Microsoft support, "Field codes: AddressBlock field". What the post of a country wants is not the document's to say: see `\d`.
import type { Instruction } from '../compile/instruction.ts'
import type { StandardName } from '../standardNames.ts'
import { languageOfLcid } from './lcid.ts'
import { filled, layoutOf, written, type Group } from './layout.ts'

/** Plain data. */
export interface AddressLayout {
  groups: Group[]
  /** Whether the document has a layout of its own (`\f`), or Word's usual one stands in. */
  own: boolean
  /** `\c`: never (0), always (1), unless it is one of `except` (2). */
  country: 'never' | 'always' | 'unless'
  /** `\e` */
  except: string
  /** `\d`: as the post of the recipient's country wants it. */
  byCountry: boolean
  /** `\l` */
  language?: string
}

const usual =
  '<<_TITLE0_ >><<_FIRST0_>><< _LAST0_>><< _SUFFIX0_>>\n<<_COMPANY_\n>><<_STREET1_\n>><<_STREET2_\n>><<_CITY_>><<, _STATE_>><< _POSTAL_>><<\n_COUNTRY_>>'

export const switchIn = (instruction: Instruction, name: string): string | undefined =>
  instruction.switches.findLast((each) => each.name === name)?.value

/** Without `\c` the country shows as the layout has it, but for one named in `\e`. */
export function addressLayout(instruction: Instruction): AddressLayout {
  const format = switchIn(instruction, 'f') || undefined
  const except = switchIn(instruction, 'e') ?? ''
  const country = { 0: 'never', 1: 'always', 2: 'unless' }[switchIn(instruction, 'c')?.trim() ?? ''] as AddressLayout['country'] | undefined
  const language = languageOfLcid(switchIn(instruction, 'l') ?? '')
  return {
    groups: layoutOf(format ?? usual),
    own: format !== undefined,
    country: country ?? (except === '' ? 'always' : 'unless'),
    except,
    byCountry: switchIn(instruction, 'd') !== undefined,
    ...(language !== undefined && { language }),
  }
}

/** The lines of an address by the layout; blank ones are left out. `part` gives the value of a part, or an empty text. */
export function fillAddress(layout: AddressLayout, part: (name: StandardName) => string): string[] {
  const shownPart = (name: StandardName) => (name === 'Country or Region' && !showsCountry(layout, part(name)) ? '' : part(name))
  const text = written(layout.groups, (group) => filled(group, shownPart))
  // Where the first thing of a line is missing, the comma that parted it from the next has nothing to part.
  const lines = text.split('\n').map((line) =>
    line
      .replace(/[ \u00a0\t]{2,}/g, ' ')
      .trim()
      .replace(/^[,;]\s*/, '')
      .replace(/\s*[,;]$/, ''),
  )
  return lines.filter((line) => line !== '')
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase().trim()

/** Several countries may be named, between semicolons or commas. */
function showsCountry({ country, except }: AddressLayout, value: string): boolean {
  if (country !== 'unless') return country === 'always'
  return ![except, ...except.split(/[;,]/)].some((each) => folded(each) === folded(value))
}
