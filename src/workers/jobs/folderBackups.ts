// A folder of the device with a backup a day, each opened again after it was written; the last ten of this tablet stay.
import { dayOf } from '../../base/day.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import { folderPermission, folderWritten, readFolder, type BackupFolder } from '../../storage/keep/handles.ts'
import type { BackupJobs, BackupWish, MadeBackup } from './backupJobs.ts'
import { watching, withFiles, writeWhole, type BackupPlace, type Told } from './backupWriting.ts'

const most = 10

export function folderJobs(place: BackupPlace): Pick<BackupJobs, 'folder' | 'writeToFolder'> {
  const { db, book } = place
  return {
    folder: async () => {
      const row = await readFolder(db)
      if (!row) return undefined
      return { name: row.name, permission: await folderPermission(row), ...(row.writtenAt ? { writtenAt: row.writtenAt } : {}) }
    },
    writeToFolder: async (wish, job) => {
      const row = await readFolder(db)
      if (!row) return refuse({ code: 'folderGone', name: '', detail: '' })
      if ((await folderPermission(row)) !== 'granted') return refuse({ code: 'folderPermission', name: row.name })
      const done = await write(place, row.handle as BackupFolder, wish, watching(book, job))
      if (done.ok) await folderWritten(db, wish.at)
      return done
    },
  }
}

/** Several tablets may write into one folder. */
const wordOf = (tablet: string) =>
  tablet
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
/** Not as a backup by hand is called: the daily ones replace each other. */
const startOf = (tablet: string) => (wordOf(tablet) ? `fieldbook-daily-${wordOf(tablet)}-` : 'fieldbook-daily-')

async function write({ db }: BackupPlace, folder: BackupFolder, wish: BackupWish, told: Told): Promise<Result<MadeBackup, Failure>> {
  const start = startOf(wish.tablet)
  const name = `${start}${dayOf(new Date(wish.at))}.fieldbook`
  try {
    const wasThere = await folder.getFileHandle(name).then(
      () => true,
      () => false,
    )
    const file = await folder.getFileHandle(name, { create: true })
    // The browser writes beside the old file, and puts the new one in its place when it is closed.
    const writing = await file.createWritable()
    const made = await withFiles(async () => {
      try {
        const opened = async () => {
          await writing.close()
          return file.getFile()
        }
        return await writeWhole(db, wish, writing, opened, told)
      } catch (error) {
        await writing.abort().catch(() => undefined)
        throw error
      }
    })
    if (!made.ok) {
      // An empty file would count among the last ten.
      if (!wasThere) await folder.removeEntry(name).catch(() => undefined)
      return made.failure.code === 'storage' ? refuse(gone(folder, made.failure.detail)) : made
    }
    await tidy(folder, start)
    return ok({ ...made.value, name, file: await file.getFile(), encrypted: Boolean(wish.password), verifiedAt: wish.at })
  } catch (error) {
    const { name: kind, message } = error as Error
    return refuse(kind === 'NotAllowedError' ? { code: 'folderPermission', name: folder.name } : gone(folder, message))
  }
}

const gone = ({ name }: BackupFolder, detail: string): Failure => ({ code: 'folderGone', name, detail })

/** The oldest go; files that are not of this tablet's daily ones are never touched. */
async function tidy(folder: BackupFolder, start: string): Promise<void> {
  const names: string[] = []
  for await (const name of folder.keys())
    if (name.startsWith(start) && /^\d{4}-\d\d-\d\d\.fieldbook$/.test(name.slice(start.length))) names.push(name)
  for (const name of names.sort().slice(0, -most)) await folder.removeEntry(name).catch(() => undefined)
}
