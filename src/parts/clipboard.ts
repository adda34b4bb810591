// Puts words where the next paste takes them from. Call it from a fresh tap.

/** @returns false when the browser does not let it: the words are still on the screen to be marked by hand. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
