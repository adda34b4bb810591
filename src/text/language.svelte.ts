// The words of the interface, in the language of the person. Keys are typed by the English file; a missing one is a type error.
// Only the language that is spoken is loaded, beside the program: nobody waits for words she does not read.
import type { Formatters, IntlMessageFormat } from 'intl-messageformat'
import { uiLanguages, type UiLanguage } from '../model/uiLanguages.ts'
import { figure } from './figure.ts'
import type en from './messages/en.json'

export type Key = keyof typeof en
export { nameOfLanguage, uiLanguages, type UiLanguage } from '../model/uiLanguages.ts'

/** What is filled in; a function says what becomes of the words between tags of its name. */
export type Words = Record<string, string | number | boolean | Date | undefined | ((chunks: string[]) => string)>

type Texts = Record<Key, string>
// `npm run check` sees to it that every file has every key of the English one.
const files = import.meta.glob<{ default: Texts }>('./messages/*.json')
const fileOf = (language: UiLanguage) =>
  files[`./messages/${language}.json`] ?? (() => Promise.reject(new Error(`no texts in ${language}`)))
const texts: Partial<Record<UiLanguage, Texts>> = {}
/** What fills texts in comes beside them. */
let Format: typeof IntlMessageFormat | undefined

let wished: UiLanguage = 'en'
let current = $state<UiLanguage>('en')
const formats = new Map<string, IntlMessageFormat>()

/** The interface's language now; read in a component, it redraws on a switch. */
export const language = (): UiLanguage => current

/** Brings the texts of a language here; rejected when the tablet has lost them. */
export async function loadTexts(language: UiLanguage): Promise<void> {
  const [file, filling] = await Promise.all([texts[language] ?? fileOf(language)(), import('intl-messageformat')])
  Format = filling.IntlMessageFormat
  texts[language] ??= 'default' in file ? file.default : file
}

/** Speaks a language whose texts are here. */
export function setLanguage(to: UiLanguage): void {
  wished = current = to
  if (typeof document !== 'undefined') document.documentElement.lang = to
}

/** Speaks another language from the moment its texts are here. */
export async function changeLanguage(to: UiLanguage): Promise<void> {
  wished = to
  await loadTexts(to)
  // Another one may have been asked for meanwhile.
  if (wished === to) setLanguage(to)
}

/** The first of the browser's languages that we speak. */
export function preferredLanguage(wished: readonly string[]): UiLanguage {
  for (const tag of wished) {
    const plain = tag.toLowerCase().split('-')[0] ?? ''
    const found = uiLanguages.find((known) => known === (near[plain] ?? plain))
    if (found) return found
  }
  return 'en'
}

/** Whoever wishes for one of these reads ours: Nynorsk and "Norwegian" are Bokmål here. */
const near: Partial<Record<string, UiLanguage>> = { no: 'nb', nn: 'nb' }

/** The text of `key` in the interface's language. */
export function t(key: Key, words?: Words): string {
  return textIn(current, key, words)
}

/** The text of `key` in a given language; the key itself before that language is here. */
export function textIn(language: UiLanguage, key: Key, words?: Words): string {
  const id = `${language} ${key}`
  let format = formats.get(id)
  if (!format) {
    const text = texts[language]?.[key]
    if (text === undefined || Format === undefined) return key
    format = withFigures(Format, text, language)
    formats.set(id, format)
  }
  return String(format.format(words))
}

type Elements = ReturnType<IntlMessageFormat['getAst']>
/** What stands there without saying what it is, and a number. */
const [argument, number] = [1, 2]

/** Numbers in a text stand there as figures: `#`, and what is filled in. */
function withFigures(Format: typeof IntlMessageFormat, text: string, language: UiLanguage): IntlMessageFormat {
  const filled = (value: unknown) => (typeof value === 'number' ? figure(value) : typeof value === 'string' ? value : '')
  const formatters = {
    getNumberFormat: () => ({ format: filled }),
    getDateTimeFormat: (...by: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...by),
    getPluralRules: (...by: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...by),
  } as unknown as Formatters
  const format = new Format(text, language, undefined, { formatters })
  asNumbers(format.getAst())
  return format
}

function asNumbers(elements: Elements): void {
  for (const element of elements) {
    const kind: { type: number } = element
    if (kind.type === argument) kind.type = number
    if ('options' in element) for (const { value } of Object.values(element.options)) asNumbers(value)
    if ('children' in element) asNumbers(element.children)
  }
}

/** True when there is such a text; for families of keys that are put together (`failure.…`). */
export const isKey = (key: string): key is Key => key in (texts[current] ?? {})
