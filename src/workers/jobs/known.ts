// Everything the tablet knows about one contact: gathered as data, and made into files, one to read and one for other programs.
import { docxType } from '../../base/fileTypes.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { knownAbout, type KnownData } from '../../core/contact/known.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId } from '../../model/ids.ts'
import type { Database } from '../../storage/database.ts'
import { guarded, Refused } from '../../storage/failure.ts'
import { newShelf, type Shelf } from '../../storage/keep/generatedFiles.ts'
import { readKnownRows } from '../../storage/read/known.ts'
import type { FactsWish } from '../../word/author/facts.ts'
import { paced } from '../../word/author/paced.ts'
import type { JobBook } from './jobBook.ts'
import type { MadeLetters } from './letterMaking.ts'
import { fileNameOf } from './letterNames.ts'
import { onShelf } from './onShelf.ts'

export type { FactsWish }

/** One file to read, in the words of the interface, or one of data, its names the same in every language. */
export type KnownWish = { name: string } & ({ format: 'docx'; facts: FactsWish } | { format: 'json'; data: KnownData })

export interface KnownJobs {
  /** Failures: `notFound`, `stopped`, disk trouble. */
  readKnown: (id: ContactId, job: number) => Promise<Result<KnownData, Failure>>
  /** Failures: `stopped`, disk trouble. */
  makeKnown: (wish: KnownWish, job: number) => Promise<Result<MadeLetters, Failure>>
}

export const knownJobs = (db: Database, book: JobBook, shelf: Shelf = newShelf()): KnownJobs => ({
  readKnown: (id, job) =>
    guarded(async () => {
      const ground = await readKnownRows(db, id, () => {
        if (book.stopped(job)) throw new Refused({ code: 'stopped' })
      })
      if (!ground) throw new Refused({ code: 'notFound', table: 'contacts', id })
      return knownAbout(ground)
    }),
  makeKnown: (wish, job) =>
    onShelf(shelf, async (file, run) => {
      const bytes = await bytesOf(wish, book, job)
      if (!bytes) return refuse({ code: 'stopped' })
      await file.write(bytes)
      await file.close()
      const content = await file.content()
      const mime = wish.format === 'docx' ? docxType : 'application/json'
      const made = { name: `${fileNameOf(wish.name)}.${wish.format}`, content, size: bytes.length, mime, letters: 1 }
      return ok({ files: [made], letters: 1, lines: 1, without: 0, skipped: 0, leftOut: [], cleaned: 0, run })
    }),
})

async function bytesOf(wish: KnownWish, book: JobBook, job: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (wish.format === 'json') return new TextEncoder().encode(`${JSON.stringify(wish.data, null, 2)}\n`)
  const { factsDocument } = await import('../../word/author/facts.ts')
  const total = wish.facts.sections.reduce((sum, { blocks }) => sum + blocks.length, 0)
  return factsDocument(
    wish.facts,
    paced(total, (done, of) => book.progress(job, done, of), book.signal(job)),
  )
}
