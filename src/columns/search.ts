// Free text: contacts that bear every word, each anywhere in what they can be found by. The first word is looked for in the texts that
// occur, the next ones among those found only.
import { searchKey, wordsOf } from '../base/fold.ts'
import { foldOf } from '../core/criteria/textAsk.ts'
import type { Contact } from '../model/contact.ts'
import type { Bitmap } from './answers.ts'
import { addTo, keepIn } from './bitmap.ts'
import type { Evaluator } from './evaluate.ts'
import type { OwnText } from './columns.ts'

const plainFields: readonly OwnText[] = ['name', 'name2', 'no', 'email', 'address', 'postCode', 'city']
const numberFields = ['phone', 'mobilePhone'] as const
const bareNumber = foldOf('phone')

/** All that a contact is found by, as one text; the index answers as if each word were looked for in it. */
export function searchTextOf(contact: Contact, companyName: string): string {
  const { name, name2, no, email, phone, mobilePhone, address, postCode, city } = contact
  const numbers = [phone, mobilePhone].map((number) => `${number} ${bareNumber(number)}`)
  return searchKey([name, name2, companyName, no, email, ...numbers, address, postCode, city].join(' '))
}

/** Those who bear every word of the text. */
export function bearing(text: string, evaluator: Evaluator): Bitmap {
  const { columns } = evaluator
  const words = [...new Set(wordsOf(text))].sort((a, b) => b.length - a.length)
  let found: Bitmap = evaluator.everybody.slice()
  for (const word of words) found = keepIn(bearingWord(word, evaluator), found)
  return keepIn(found, columns.live)
}

function bearingWord(word: string, { columns, derived }: Evaluator): Bitmap {
  const { texts } = columns.parts
  const found: Bitmap = new Uint32Array(columns.words)
  for (const field of plainFields) {
    const yes = texts[field].texts.bearing(word)
    if (!yes) continue
    const rows = texts[field].rows(yes, columns.words)
    if (field === 'name') addTo(found, derived.ofCompanies(rows))
    addTo(found, rows)
  }
  for (const field of numberFields) {
    const numbers = texts[field].texts
    const bare = numbers.folded(bareNumber)
    if (bare.mayHold(word)) addTo(found, texts[field].rows(bare.table({ how: 'contains', values: [word] }), columns.words))
    // What has no signs between its digits is found in the bare number, if at all.
    const yes = /[()/.-]/.test(word) || numbers.hasSpellings ? numbers.bearing(word) : undefined
    if (yes) addTo(found, texts[field].rows(yes, columns.words))
  }
  return found
}
