// Whom an e-mail goes to: the addresses that stand in a contact's one field, each looked at before a draft is made of it.
// Public source: RFC 5321 4.5.3.1 (lengths), RFC 5322 3.4.1 (addr-spec), 3.2.3 (dot-atom)

/** The addresses of a contact; `wrong` names the first that no mail program would take. */
export type MailAddresses = { is: 'blank' } | { is: 'wrong'; address: string } | { is: 'fine'; addresses: string[] }

const atom = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
/** Letters, digits and hyphens of any script, as a German or French domain may have them. */
const label = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u
const longest = { local: 64, whole: 254 }

/** One or several, with a semicolon or comma between them; none twice. */
export function mailAddresses(text: string): MailAddresses {
  const parts = text
    .split(/[;,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length === 0) return { is: 'blank' }
  const wrong = parts.find((part) => !isAddress(part))
  if (wrong !== undefined) return { is: 'wrong', address: wrong }
  const once = new Map(parts.map((part) => [part.toLowerCase(), part]))
  return { is: 'fine', addresses: [...once.values()] }
}

function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@')
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)]
  const labels = domain.split('.')
  return (
    at > 0 &&
    text.length <= longest.whole &&
    local.length <= longest.local &&
    atom.test(local) &&
    labels.length > 1 &&
    labels.every((part) => label.test(part)) &&
    // A domain of figures only is a machine, not somebody's mail.
    !/^\d+$/.test(labels.at(-1) ?? '')
  )
}
