// The e-mail of a line: whom it goes to, from whom, its subject and text, and a mark of all that it says.
import type { LetterValues } from '../../model/letter.ts'
import type { Segment } from '../../model/segment.ts'
import type { Around, Effective } from '../segment/effective.ts'
import { markOf } from '../segment/sharedEmail.ts'
import { emailTextOf } from './emailText.ts'
import { mailAddresses } from './mailAddress.ts'
import { letterValues } from './values.ts'

export interface Email {
  name: string
  addresses: readonly string[]
  /** Who writes: the salesperson, else our company; nothing where neither has an address. */
  from: { name: string; address: string } | undefined
  subject: string
  text: string
  /** Another one as soon as the e-mail or its letter says something else. */
  mark: string
}

/**
 * What goes out to a line by e-mail; nothing where there is no address that a mail program takes.
 * @param attached whether the letter goes with it
 */
export function emailOf(line: Effective, segment: Segment, around: Around, attached: boolean): Email | undefined {
  const found = mailAddresses(line.reached?.email ?? '')
  if (found.is !== 'fine' || !line.contact) return undefined
  const { addresses } = found
  const values = letterValues(line, segment, around)
  const said = values['Subject']
  const subject = typeof said === 'string' ? said.trim() : ''
  const text = emailTextOf(line, values)
  const mark = markOf({ addresses, subject, text, letter: attached ? letterIn(line, values) : undefined })
  return { name: line.contact.name, addresses, from: senderOf(line, around), subject, text, mark }
}

const letterIn = ({ document }: Effective, values: LetterValues) =>
  document && { attachmentId: document.attachmentId, mapping: document.mapping, values }

function senderOf({ salesperson }: Effective, { company }: Around): Email['from'] {
  const first = (text: string | undefined) => {
    const found = mailAddresses(text ?? '')
    return found.is === 'fine' ? found.addresses[0] : undefined
  }
  const [hers, ours] = [first(salesperson.value?.email), first(company?.email)]
  if (hers) return { name: salesperson.value?.name ?? '', address: hers }
  return ours ? { name: company?.name ?? '', address: ours } : undefined
}
