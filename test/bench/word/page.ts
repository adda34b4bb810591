// What runs in the browser before letters are made: a segment with so many people, and the Word document of their letters.
import type { AttachmentId } from '../../../src/model/ids.ts'
import { seed } from '../log/seed.ts'

async function seedLetters(lines: number, document: readonly number[]): Promise<void> {
  const db = await seed('fieldbook', { lines })
  const bytes = Uint8Array.from(document).buffer
  await db.attachments.put({ id: 'bench-letter' as AttachmentId, rev: 1, fileName: 'letter.docx', size: bytes.byteLength, bytes })
  db.close()
}

/** Runs in the page: the longest time for which a timer of 5 ms was not heard, and the longest task that the browser itself reports. */
function watchPage(): void {
  const found = { gap: 0, task: 0 }
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    found.gap = Math.max(found.gap, now - last)
    last = now
  }, 5)
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) found.task = Math.max(found.task, duration)
  })
  observer.observe({ type: 'longtask' })
  stopWatching = () => {
    clearInterval(timer)
    observer.disconnect()
    return found
  }
}
let stopWatching = (): { gap: number; task: number } => ({ gap: 0, task: 0 })

Object.assign(globalThis, { bench: { seed: seedLetters, watchPage, stopWatching: () => stopWatching() } })
