// Names of letter files: readable, allowed on Windows, and each only once, also for systems that do not tell A from a.

// eslint-disable-next-line no-control-regex -- Windows forbids them; the direction marks could disguise an ending
const unsafe = /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i
const longest = 120

/** Why a file is not called as was wished: nothing was wished, signs that are not allowed, a device's name, too long, or taken before. */
export type FileNameTold = 'blank' | 'forbidden' | 'reserved' | 'tooLong' | 'equal'

export interface ToldFileName {
  name: string
  told: FileNameTold[]
}

/** Cleaned names with the ending (".docx"), in the same order; repeated ones get " (2)", " (3)", … */
export const uniqueFileNames = (names: readonly string[], ending: string): string[] => names.map(newFileNames(ending))

/** The same, with what was done to each name. */
export const toldFileNames = (names: readonly string[], ending: string): ToldFileName[] => names.map(newToldNames(ending))

/** The same, for names that come one after the other. */
export function newFileNames(ending: string): (name: string) => string {
  const told = newToldNames(ending)
  return (name) => told(name).name
}

function newToldNames(ending: string): (name: string) => ToldFileName {
  const taken = new Set<string>()
  const next = new Map<string, number>()
  return (name) => {
    const { base, told } = cleanName(name, ending)
    const key = folded(base)
    let number = next.get(key) ?? 1
    let unique = base
    for (; taken.has(folded(unique)); unique = `${base} (${number})`) number++
    next.set(key, number)
    taken.add(folded(unique))
    return { name: unique + ending, told: unique === base ? told : [...told, 'equal'] }
  }
}

const folded = (name: string): string => name.normalize('NFKC').toUpperCase().toLowerCase()

/** One title as every system takes it, without an ending; blank where nothing of it is left. @param most signs */
export function safeName(title: string, most: number): string {
  const { base, told } = cleanName(title, '', most)
  return told.includes('blank') ? '' : base
}

function cleanName(name: string, ending: string, most = longest): { base: string; told: FileNameTold[] } {
  const bare = name.toLowerCase().endsWith(ending.toLowerCase()) ? name.slice(0, name.length - ending.length) : name
  const whole = bare.normalize('NFC')
  const safe = whole.replace(unsafe, ' ')
  const signs = [...trimmed(safe.replace(/\s+/g, ' '))]
  const short = trimmed(signs.slice(0, most).join(''))
  if (short === '') return { base: 'letter', told: ['blank'] }
  const told: FileNameTold[] = []
  if (safe !== whole) told.push('forbidden')
  if (signs.length > most) told.push('tooLong')
  if (!reserved.test(short)) return { base: short, told }
  return { base: `_${short}`, told: [...told, 'reserved'] }
}

/** Windows drops blanks and dots at the end, and a dot in front hides a file elsewhere. */
const trimmed = (name: string): string => name.replace(/^[\s.]+|[\s.]+$/g, '')
