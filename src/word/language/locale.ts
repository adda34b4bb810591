// The language of a letter as this machine knows it, and what is dear to make once per language.

/** Whatever is made once per key: formatters are dear, and ten thousand letters ask for the same few. */
export function remembering<T>(make: (key: string) => T, most = 500): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    if (known.size >= most) known.clear()
    const made = make(key)
    known.set(key, made)
    return made
  }
}

/**
 * The language if this machine knows it, else English; plain English is the British. Never one that Intl would refuse.
 * @param language BCP 47; may be empty or nonsense
 */
export const localeOf = remembering((language: string): string => {
  const tag = language.trim().replace(/_/g, '-').toLowerCase()
  if (tag === 'en' || !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(tag)) return tag === 'en' || tag === '' ? 'en-GB' : 'en'
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([tag])[0] ?? 'en'
  } catch {
    return 'en'
  }
})

/** `de` of `de-AT`; Norwegian is `nb`, whichever way it is named. */
export const plainLanguage = remembering((language: string): string => {
  const plain = localeOf(language).split('-')[0] as string
  return plain === 'no' ? 'nb' : plain
})
