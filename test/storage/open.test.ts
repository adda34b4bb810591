// Opening the data: an older app does not touch what a newer one wrote, an old window lets go.
import Dexie from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { schemaVersion } from '../../src/storage/database.ts'
import { openDatabase } from '../../src/storage/open.ts'

const memory = () => ({ indexedDB: new IDBFactory(), IDBKeyRange })

describe('Opening', () => {
  it('makes an empty database on a new tablet', async () => {
    const opened = await openDatabase('fieldbook', memory())
    expect(opened.ok && (await opened.value.contacts.count())).toBe(0)
  })

  it('refuses data that a newer app wrote, and leaves it alone', async () => {
    const place = memory()
    const newer = new Dexie('fieldbook', place)
    newer.version(schemaVersion + 1).stores({ contacts: '&id', hereafter: '&id' })
    await newer.table('hereafter').put({ id: 'x' })
    newer.close()
    const opened = await openDatabase('fieldbook', place)
    expect(opened).toEqual({ ok: false, failure: { code: 'newerData', stored: schemaVersion + 1, known: schemaVersion } })
    await newer.open()
    expect(await newer.table('hereafter').count()).toBe(1)
  })

  it('an old window can no longer write once a newer app has opened the data', async () => {
    const place = memory()
    const old = await openDatabase('fieldbook', place)
    if (!old.ok) throw new Error(old.failure.code)
    const newer = new Dexie('fieldbook', place)
    newer.version(schemaVersion + 1).stores({ contacts: '&id' })
    await newer.open()
    await expect(old.value.drafts.put({ id: 'late', at: '', value: 1 })).rejects.toThrow(/closed/i)
  })

  it('says when the browser cannot open its own files', async () => {
    const place = memory()
    const why = 'Internal error opening backing store for indexedDB.open.'
    place.indexedDB.open = () => {
      throw new DOMException(why, 'UnknownError')
    }
    const opened = await openDatabase('fieldbook', place, 0)
    expect(opened).toEqual({ ok: false, failure: { code: 'storeDamaged', detail: expect.stringContaining(why) as string } })
  })
})
