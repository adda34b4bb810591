// Pages of the web as people write them down, and the addresses that are opened. Public source: URL Standard (whatwg), special schemes.

/** The address that is opened for what was typed, `www.berg.example` as well; nothing when it is no page of the web. */
export function pageAddress(typed: string): string | undefined {
  const text = typed.trim()
  // `berg.example:8080` names a port, `mailto:` and `javascript:` a scheme.
  const hasScheme = /^[a-z][a-z\d+.-]*:/i.test(text) && !/^[^/?#]*:\d+(?:[/?#]|$)/.test(text)
  const full = hasScheme ? text : `https://${text.replace(/^\/+/, '')}`
  if (text === '' || !URL.canParse(full)) return undefined
  const { protocol, hostname, username } = new URL(full)
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') && username === '' ? full : undefined
}

/** The address of a web source for a search word, which stands where the address says `%1`. BC: WebSource, ContactWebSource.Launch */
export const webSourceAddress = (url: string, word: string): string | undefined =>
  pageAddress(url.replaceAll('%1', encodeURIComponent(word.trim())))
