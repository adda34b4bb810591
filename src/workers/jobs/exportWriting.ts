// Writes a file portion by portion: reads some rows, hands on their bytes, tells how far it is, and hears a stop in between.
import { ok, refuse, type Result } from '../../base/result.ts'
import type { ZipOut } from '../../exchange/zipOut.ts'
import type { RowWriter } from '../../exchange/exportTable.ts'
import type { Failure } from '../../model/failure.ts'
import type { FileBeingWritten, Shelf } from '../../storage/keep/generatedFiles.ts'
import type { Rows } from './exportRows.ts'
import type { MadeExport } from './exports.ts'
import type { JobBook } from './jobBook.ts'

/** So many rows are read and written at once: a stop is heard in between. */
const portion = 500

type Bytes = Uint8Array<ArrayBuffer>[]
type Told = ReturnType<RowWriter<unknown>['told']>

type About = Pick<MadeExport, 'name' | 'mime' | 'rev'>

export class ExportMaker {
  readonly #shelf: Shelf
  readonly #book: JobBook
  readonly #job: number
  #done = 0
  #total = 0

  constructor(shelf: Shelf, book: JobBook, job: number) {
    this.#shelf = shelf
    this.#book = book
    this.#job = job
  }

  async file<Row>(rows: Rows<Row>, writer: RowWriter<Row>, about: About): Promise<Result<MadeExport, Failure>> {
    this.#total = rows.count
    return this.#written(about, async (file) => {
      await this.#write(rows, writer, (bytes) => put(file, bytes))
      return writer.told()
    })
  }

  async zip<Row>(
    files: readonly { name: string; rows: Rows<Row>; writer: RowWriter<Row> }[],
    zip: ZipOut,
    about: About,
  ): Promise<Result<MadeExport, Failure>> {
    this.#total = files.reduce((sum, { rows }) => sum + rows.count, 0)
    return this.#written(about, async (file) => {
      for (const { name, rows, writer } of files) {
        zip.file(name)
        await this.#write(rows, writer, async (bytes) => {
          for (const one of bytes) zip.add(one)
          await put(file, zip.take())
        })
      }
      zip.end()
      await put(file, zip.take())
      const told = files.map(({ writer }) => writer.told())
      const sum = (of: keyof Told) => told.reduce((total, one) => total + (one[of] ?? 0), 0)
      return { cut: sum('cut'), formulas: sum('formulas') }
    })
  }

  async #written(about: About, write: (file: FileBeingWritten) => Promise<Told>): Promise<Result<MadeExport, Failure>> {
    const run = this.#shelf.begin()
    const file = this.#shelf.open(run, 0)
    try {
      const told = await write(file)
      await file.close()
      if (!this.#stopped()) return ok({ ...about, ...told, content: await file.content(), rows: this.#done, run })
    } catch (error) {
      await file.abort()
      await this.#shelf.discard(run)
      throw error
    }
    await this.#shelf.discard(run)
    return refuse({ code: 'stopped' })
  }

  async #write<Row>(rows: Rows<Row>, writer: RowWriter<Row>, take: (bytes: Bytes) => Promise<void>): Promise<void> {
    await take(writer.begin())
    for (let from = 0; from < rows.count && !this.#stopped(); from += portion) {
      const some = await rows.read(from, portion)
      await take(writer.rows(some))
      this.#done += some.length
      this.#book.progress(this.#job, this.#done, this.#total)
      // A stop comes as a message: it is heard when others have their turn.
      await new Promise((resolve) => setTimeout(resolve))
    }
    await take(writer.end())
  }

  #stopped = () => this.#book.stopped(this.#job)
}

async function put(file: FileBeingWritten, bytes: Bytes): Promise<void> {
  for (const one of bytes) await file.write(one)
}
