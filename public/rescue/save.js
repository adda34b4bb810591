// Hands a finished file to the person: the share sheet in an installed app on an iPad or iPhone, where a download would trap her; a
// download everywhere else.

/** @returns whether it was handed on; not when she closed the sheet */
export async function saveFile(name, content) {
  const file = new File([content], name, { type: content.type || 'application/octet-stream' })
  if (navigator.standalone === true && navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file] })
      return true
    } catch (error) {
      if (error?.name === 'AbortError' || error?.name === 'NotAllowedError') return false
      throw error
    }
  }
  const url = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return true
}

export function sizeText(bytes, language) {
  const [value, unit] = bytes < 1e6 ? [Math.max(1, bytes / 1000), 'kB'] : [bytes / 1e6, 'MB']
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: unit === 'MB' ? 1 : 0 }).format(value)} ${unit}`
}
