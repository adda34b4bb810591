// The system's share sheet: a file with words beside it, handed to the app that the person chooses there. Call it from a fresh tap, with the
// file ready. Not every browser has it, and some take no Word files: ask with the real file.

interface ToShare {
  title: string
  text: string
}
interface SharedFile {
  name: string
  content: Blob
  mime: string
}

const dataOf = (words: ToShare, file: SharedFile | undefined): ShareData => ({
  ...words,
  ...(file && { files: [new File([file.content], file.name, { type: file.mime })] }),
})

/** Whether this can be handed on here. */
export function canShareFile(words: ToShare, file: SharedFile | undefined): boolean {
  const { canShare, share } = navigator as Partial<Navigator>
  return typeof share === 'function' && typeof canShare === 'function' && navigator.canShare(dataOf(words, file))
}

/** `given up`: closed by the person, or the tap was too long ago for the browser; the next tap may try again. */
export async function shareFile(words: ToShare, file: SharedFile | undefined): Promise<'shared' | 'given up'> {
  try {
    await navigator.share(dataOf(words, file))
    return 'shared'
  } catch (error) {
    if (error instanceof DOMException && (error.name === 'AbortError' || error.name === 'NotAllowedError')) return 'given up'
    throw error
  }
}
