// E-mail addresses as they stand in a contact: one, or several with a semicolon or a comma between them, also as a mail program writes them
// (`Anna Berg <anna@berg.no>`). RFC 5322 (addr-spec, mailbox-list), RFC 6531 (letters of all scripts).

const address = /^(?!.*\.\.)[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[^\s@<>()[\],;:".]{2,}$/u

/** Blank, one address, or several; also with the name in front. */
export const isEmail = (text: string): boolean => text.trim() === '' || partsOf(text).every((part) => address.test(bare(part)))

/** The addresses alone, as they are stored: `Anna Berg <anna@berg.no>, info@berg.no` → `anna@berg.no; info@berg.no`; else as it was typed. */
export function plainEmails(text: string): string {
  if (!isEmail(text)) return text.trim()
  const parts = partsOf(text)
  return parts.some((part) => part.includes('<')) || /^mailto:/i.test(text.trim()) ? parts.map(bare).join('; ') : text.trim()
}

/** A comma within quotation marks belongs to a name: `"Berg, Anna" <anna@berg.no>`. */
const partsOf = (text: string): string[] =>
  (text.match(/(?:"[^"]*"|[^;,"])+/g) ?? []).map((part) => part.trim()).filter((part) => part !== '')

const bare = (part: string): string => (/<\s*([^<>]*?)\s*>\s*$/.exec(part)?.[1] ?? part).replace(/^mailto:/i, '').trim()

/** What was probably meant: `gmial.com` → `gmail.com`, `web,de` → `web.de`, `(at)` → `@`; nothing when it looks right. */
export function suggestEmail(text: string): string | undefined {
  const typed = text.trim()
  if (typed === '') return undefined
  const mended = isEmail(typed) ? typed : mend(typed)
  if (!isEmail(mended)) return undefined
  const meant = partsOf(mended)
    .map((part) => part.replace(bare(part), domainMeant(bare(part))))
    .join('; ')
  return meant === partsOf(typed).join('; ') ? undefined : meant
}

/** What slips in while typing: blanks, a comma for the dot, a dot too many, the @ in words. */
const mend = (text: string): string =>
  text
    .replace(/\s*[([{]\s*(?:at|ät|@)\s*[)\]}]\s*/gi, '@')
    .replace(/\s+at\s+(?=\S+\.\S)/i, '@')
    .replace(/\s*@\s*/g, '@')
    .replace(/(@[^\s@;,]*)[,;:]\s*(?=[a-z]{2,4}\s*$)/i, '$1.')
    .replace(/\s*\.\s*/g, '.')
    .replace(/\.{2,}/g, '.')
    .replace(/[.,;]+$/, '')

/** Where very many people have their address: a name one slip away is probably theirs. */
const known = new Set([
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'outlook.de', 'hotmail.com', 'hotmail.de', 'yahoo.com', 'yahoo.de', 'icloud.com'],
  ...['web.de', 'gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch', 't-online.de', 'freenet.de', 'posteo.de', 'mailbox.org', 'arcor.de'],
  ...['aon.at', 'bluewin.ch', 'sunrise.ch', 'orange.fr', 'wanadoo.fr', 'laposte.net', 'hotmail.fr', 'yahoo.fr', 'sfr.fr'],
  ...['ziggo.nl', 'kpnmail.nl', 'hetnet.nl', 'planet.nl', 'live.nl', 'telenet.be', 'skynet.be', 'online.no', 'hotmail.no', 'live.no'],
  ...['hotmail.co.uk', 'btinternet.com', 'yahoo.co.uk', 'live.com', 'protonmail.com', 'proton.me'],
])
const slippedEnds = new Map([
  ...['con', 'cmo', 'ocm', 'vom', 'xom', 'comm', 'coom', 'cim'].map((slip): [string, string] => [slip, 'com']),
  ...['dee', 'ded', 'dw'].map((slip): [string, string] => [slip, 'de']),
])

function domainMeant(one: string): string {
  const at = one.lastIndexOf('@')
  const domain = one.slice(at + 1).toLowerCase()
  if (known.has(domain)) return one
  const dot = domain.lastIndexOf('.')
  const end = slippedEnds.get(domain.slice(dot + 1))
  const mended = end ? `${domain.slice(0, dot)}.${end}` : domain
  const near = known.has(mended) ? mended : [...known].find((other) => isNear(mended, other))
  return near || end ? `${one.slice(0, at + 1)}${near ?? mended}` : one
}

/** The same ending, a name of five signs or more, and one sign missing, too much, wrong, or two changed about. */
function isNear(typed: string, other: string): boolean {
  const [name, end] = cut(typed)
  const [otherName, otherEnd] = cut(other)
  if (end !== otherEnd || otherName.length < 5 || Math.abs(name.length - otherName.length) > 1) return false
  let from = 0
  while (from < name.length && name[from] === otherName[from]) from++
  const [rest, otherRest] = [name.slice(from), otherName.slice(from)]
  if (rest.slice(1) === otherRest.slice(1) || rest.slice(1) === otherRest || rest === otherRest.slice(1)) return true
  return rest.slice(2) === otherRest.slice(2) && rest[0] === otherRest[1] && rest[1] === otherRest[0]
}

const cut = (domain: string): [string, string] => [domain.slice(0, domain.indexOf('.')), domain.slice(domain.indexOf('.'))]
