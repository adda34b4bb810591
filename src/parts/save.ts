// Hands a finished file to the person: the share sheet in an installed app on an iPad or iPhone (a download would trap her there),
// a download everywhere else. Call it from a fresh tap, with the file ready.

export type Saved = 'shared' | 'downloaded' | 'given up'

interface AppleNavigator extends Navigator {
  standalone?: boolean
}

/** @param content bytes, or a file that may lie on the disk: then it is not read into memory here */
export async function saveFile(name: string, content: ArrayBuffer | Blob, mime: string): Promise<Saved> {
  const file = new File([content], name, { type: mime })
  const installed = (navigator as AppleNavigator).standalone === true
  if (installed && typeof navigator.canShare === 'function' && navigator.canShare({ files: [file] })) return share(file)
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return 'downloaded'
}

async function share(file: File): Promise<Saved> {
  try {
    await navigator.share({ files: [file] })
    return 'shared'
  } catch (error) {
    // Closed by the person, or the tap was too long ago for the browser: the file is still there for the next tap.
    if (error instanceof DOMException && (error.name === 'AbortError' || error.name === 'NotAllowedError')) return 'given up'
    throw error
  }
}
