// The ballast of a start leaves nothing behind, whatever happens to it.
import { IDBFactory as FakeFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { beginFreshLog, keepsLog } from '../../src/storage/keep/freshLog.ts'

describe('A fresh log', () => {
  it('leaves no database behind', async () => {
    const factory: Pick<IDBFactory, 'open' | 'deleteDatabase' | 'databases'> = new FakeFactory()
    const opened: string[] = []
    const watched: Pick<IDBFactory, 'open' | 'deleteDatabase'> = {
      open: (name, version) => (opened.push(name), factory.open(name, version)),
      deleteDatabase: (name) => factory.deleteDatabase(name),
    }
    await beginFreshLog(watched)
    expect(opened).toEqual(['fieldbook-ballast'])
    expect(await factory.databases()).toEqual([])
  })

  it('is quiet where nothing can be stored', async () => {
    const refuse = () => {
      const asked = { error: new DOMException('no room', 'QuotaExceededError') } as unknown as IDBOpenDBRequest
      queueMicrotask(() => void asked.onerror?.(new Event('error')))
      return asked
    }
    await expect(beginFreshLog({ open: refuse, deleteDatabase: refuse })).resolves.toBeUndefined()
  })

  it('is asked for in Chromium only', () => {
    expect(keepsLog({ userAgentData: {} })).toBe(true)
    expect(keepsLog({ userAgent: 'Safari' })).toBe(false)
  })
})
