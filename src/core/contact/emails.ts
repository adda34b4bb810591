// The e-mail addresses of a contact, each once: the first field before the second, several in one field. RFC 5321 2.4 (case).
import type { Contact } from '../../model/contact.ts'
import { plainEmails } from './email.ts'

export const emailsIn = (text: string | undefined): string[] =>
  plainEmails(text ?? '')
    .split(/[;,]/)
    .flatMap((one) => one.trim() || [])

export function emailsOf({ email, email2 }: Pick<Contact, 'email' | 'email2'>): string[] {
  const seen = new Set<string>()
  return [...emailsIn(email), ...emailsIn(email2)].filter((one) => {
    const isNew = !seen.has(one.toLowerCase())
    seen.add(one.toLowerCase())
    return isNew
  })
}
