// What comes to Fieldbook from outside: dropped on the window, pasted, opened from the device, shared by another app. Each file goes where
// it belongs: a backup to restoring, a Word document to its template (which is said), all else to the import. Several come one by one.
import { untrack } from 'svelte'
import { goTo } from '../../parts/place.svelte.ts'
import { notices } from '../../parts/notices.svelte.ts'
import { sheets } from '../../parts/sheets.svelte.ts'
import { t } from '../../text/language.svelte.ts'
import { openImportWith } from './incoming.svelte.ts'

class Arrivals {
  /** Files that wait for their turn. */
  waiting = $state.raw<readonly File[]>([])
  /** The backup that the restore sheet is to look into. */
  backup = $state.raw<File | undefined>()
  /** A hand-over of another tablet, which its page is to look into. */
  #handOver = $state.raw<File | undefined>()
  /** Before the tablet is set up there is nothing that contacts could come into. */
  #ready = false

  /** The app can take files in; those that came before wait on the bar. */
  ready(yes: boolean): void {
    this.#ready = yes
  }

  /** Files that came at once. `lost` names those that could not be read. */
  async come(files: readonly File[], lost: readonly string[] = []): Promise<void> {
    for (const fileName of lost) notices.trouble(t('import.unreadable', { fileName }))
    const [first] = files
    if (!first) return
    // A sheet that is open would be left: what comes by itself waits on the bar until it is closed.
    if (sheets.top) {
      this.waiting = [...this.waiting, ...files]
      return
    }
    if (files.length > 1) notices.done(t('doors.several', { count: files.length, fileName: first.name }))
    this.waiting = [...this.waiting, ...files.slice(1)]
    await this.#open(first)
  }

  /** A table that was copied somewhere. */
  comeAsText(text: string): void {
    if (this.#ready) openImportWith(text)
  }

  /** The next one of those that wait. */
  async next(): Promise<void> {
    const [first, ...rest] = this.waiting
    this.waiting = rest
    if (first) await this.#open(first)
  }

  /** Those that wait are not taken: nothing happens to them, they lie where they lay. */
  leave(): void {
    this.waiting = []
  }

  /** What came as a hand-over, once. */
  takeHandOver(): File | undefined {
    const file = this.#handOver
    if (file) untrack(() => (this.#handOver = undefined))
    return file
  }

  async #open(file: File): Promise<void> {
    const start = await beginningOf(file)
    if (start === undefined) return notices.trouble(t('import.unreadable', { fileName: file.name }))
    if (this.#ready && isHandOver(file.name)) {
      this.#handOver = file
      goTo('/handover/in')
    } else if (isBackup(file.name, start)) {
      this.backup = file
    } else if (isWord(file.name)) {
      notices.trouble(t('doors.word', { fileName: file.name }))
    } else if (this.#ready) {
      openImportWith(file)
    } else {
      this.waiting = [file, ...this.waiting]
      notices.done(t('doors.later', { fileName: file.name }))
    }
  }
}

export const arrivals = new Arrivals()

/** The first bytes as text; nothing when the file cannot be read, as a folder or one in a cloud that is out of reach. */
async function beginningOf(file: File): Promise<string | undefined> {
  try {
    return new TextDecoder('latin1').decode(await file.slice(0, 300).arrayBuffer())
  } catch {
    return undefined
  }
}

/** As this app calls them; another name of the same file is told by its lock. */
const isHandOver = (name: string): boolean => /^handover-.*\.fieldbook$/i.test(name)

const isBackup = (name: string, start: string): boolean => /\.fieldbook$/i.test(name) || start.includes('"fieldbook-backup"')
const isWord = (name: string): boolean => /\.do[ct][xm]?$/i.test(name)

const separators = ['\t', ';', '|', ','] as const

/** Whether a text that was pasted is a table or a card, and not words that were meant for a field: at least two lines are cut alike. */
export function isTable(text: string): boolean {
  if (/^BEGIN:VCARD/im.test(text)) return true
  const [first, second] = text.split(/\r?\n/, 50).filter((line) => line.trim() !== '')
  if (first === undefined || second === undefined) return false
  return separators.some((sign) => cutsOf(first, sign) > 0 && cutsOf(first, sign) === cutsOf(second, sign))
}

/** How often a line is cut; a separator in quotation marks cuts nothing. */
const cutsOf = (line: string, sign: string): number => line.replaceAll(/"[^"]*"/g, '').split(sign).length - 1
