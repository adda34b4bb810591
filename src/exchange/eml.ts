// An e-mail as a file: headers, its text, and the letter beside it. `X-Unsent: 1` says that it was never sent, so that a mail program that
// knows the mark (Outlook, and what is made like it) opens it to be looked at and sent.
// Public sources: RFC 5322 (messages), RFC 2045 and 2046 5.1 (parts), RFC 2183 and 2231 (the file's name); X-Unsent: Microsoft,
// Exchange SDK "x-unsent field".
import { joinedBytes } from '../base/bytes.ts'
import { base64Lines, textContent } from './emlContent.ts'
import { asciiName, mailboxHeader, nameParameters, plainHeader, textHeader, type Mailbox } from './emlWords.ts'

export type { Mailbox } from './emlWords.ts'

export interface EmailDraft {
  /** Missing: the mail program puts in who sends it. */
  from?: Mailbox
  to: readonly Mailbox[]
  subject: string
  text: string
  /** When it was made. */
  at: Date
  /** Of this e-mail and no other. */
  id: string
  attachment?: { name: string; mime: string; bytes: Uint8Array }
}

const encoder = new TextEncoder()
/** No line of quoted-printable and none of base64 can hold it: after an equals sign come figures there. RFC 2045 6.7 */
const boundary = '=_Fieldbook_letter_='

/** The file. Whatever stands in names and texts, it is one message with these headers and no others. */
export function eml(draft: EmailDraft): Uint8Array<ArrayBuffer> {
  const { attachment } = draft
  const text = textContent(draft.text)
  const aboutText =
    plainHeader('Content-Type', 'text/plain;', ' charset=utf-8') + plainHeader('Content-Transfer-Encoding', text.encoding) + '\r\n'
  if (!attachment) return joinedBytes([encoder.encode(`${headers(draft)}${aboutText}`), text.body, encoder.encode('\r\n')])
  const open = headers(draft) + plainHeader('Content-Type', 'multipart/mixed;', ` boundary="${boundary}"`)
  const parts = [
    encoder.encode(`${open}\r\n--${boundary}\r\n${aboutText}`),
    text.body,
    encoder.encode(`\r\n--${boundary}\r\n${aboutFile(attachment)}`),
    base64Lines(attachment.bytes),
    encoder.encode(`\r\n--${boundary}--\r\n`),
  ]
  return joinedBytes(parts)
}

function headers({ from, to, subject, at, id }: EmailDraft): string {
  return [
    'X-Unsent: 1\r\n',
    ...(from ? [mailboxHeader('From', [from])] : []),
    mailboxHeader('To', to),
    textHeader('Subject', subject),
    plainHeader('Date', mailDate(at)),
    plainHeader('Message-ID', `<${id.replace(/[^A-Za-z0-9.-]/g, '')}@${domainOf(from)}>`),
    'MIME-Version: 1.0\r\n',
  ].join('')
}

function aboutFile({ name, mime }: NonNullable<EmailDraft['attachment']>): string {
  return (
    plainHeader('Content-Type', `${mime};`, ` name="${asciiName(name)}"`) +
    plainHeader('Content-Transfer-Encoding', 'base64') +
    plainHeader('Content-Disposition', 'attachment;', ...nameParameters('filename', name)) +
    '\r\n'
  )
}

/** `invalid` belongs to nobody. RFC 2606 2 */
const domainOf = (from: Mailbox | undefined): string => /@([A-Za-z0-9.-]+)$/.exec(from?.address ?? '')?.[1] ?? 'fieldbook.invalid'

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Fri, 20 Nov 2026 09:00:00 +0000`. RFC 5322 3.3 */
function mailDate(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const clock = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':')
  return `${days[at.getUTCDay()] ?? ''}, ${at.getUTCDate()} ${months[at.getUTCMonth()] ?? ''} ${at.getUTCFullYear()} ${clock} +0000`
}
