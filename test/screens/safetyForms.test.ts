// The sheets of backup and restore, without drawing: passwords, a stop, a file handed over, one tablet or two.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ok, refuse, type Result } from '../../src/base/result.ts'
import type { Failure } from '../../src/model/failure.ts'
import { BackupMaking } from '../../src/screens/files/backupMaking.svelte.ts'
import { LongAct } from '../../src/screens/pieces/longAct.svelte.ts'
import { Restoring } from '../../src/screens/pieces/restoring.svelte.ts'
import type { BackupContents, MadeBackup, RestoreAs } from '../../src/workers/jobs/backupJobs.ts'

const saveFile = vi.hoisted(() => vi.fn(() => Promise.resolve('downloaded')))
vi.mock('../../src/parts/save.ts', () => ({ saveFile }))

const made = { name: 'fieldbook-2026-11-22.fieldbook', file: new Blob(), size: 4 } as MadeBackup

describe('A long act', () => {
  it('says that it was stopped, not that it failed', async () => {
    const act = new LongAct()
    const running = act.run<number>(
      ({ signal }) => new Promise((done) => signal?.addEventListener('abort', () => done(refuse({ code: 'stopped' })))),
    )
    act.stop()
    expect(await running).toBeUndefined()
    expect([act.stopped, act.failure, act.running]).toEqual([true, undefined, undefined])
  })

  it('keeps what it failed with, also when it was thrown, until it begins again', async () => {
    const act = new LongAct()
    await act.run(() => Promise.reject(new Error('no paper')))
    expect(act.failure).toEqual({ code: 'bug', detail: 'no paper' })
    expect(await act.run(() => Promise.resolve(ok(undefined)))).toEqual({ value: undefined })
    expect(act.failure).toBeUndefined()
  })
})

describe('A backup', () => {
  let making: BackupMaking
  let passwords: string[] = []
  let noted: string[] = []
  beforeEach(() => {
    passwords = []
    noted = []
    making = new BackupMaking({
      make: (password) => Promise.resolve(ok((passwords.push(password), made))),
      saved: ({ name }) => Promise.resolve(ok(noted.push(name))),
    })
  })

  it('is made without a password unless one is wished for, whatever was typed before', async () => {
    making.password = 'left over from before'
    await making.make()
    expect(passwords).toEqual([''])
    expect(making.made).toBe(made)
  })

  it.each([
    ['a short password', 'lerche', 'lerche', false, 'short'],
    ['two that differ', 'Lerche im Feld', 'Lerche im Felt', false, 'differs'],
    ['one typed in the open', 'Lerche im Feld', '', true, undefined],
    ['eight letters that take two bytes each', 'äöüßäöüß', 'äöüßäöüß', false, undefined],
  ] as const)('with %s', async (_what, password, again, shown, trouble) => {
    Object.assign(making, { locked: true, password, again, shown })
    expect(making.trouble).toBeUndefined()
    await making.make()
    expect(making.trouble).toBe(trouble)
    expect(passwords).toEqual(trouble ? [] : [password])
  })

  it('is remembered only when it was handed over', async () => {
    await making.make()
    saveFile.mockResolvedValueOnce('given up')
    await making.save()
    expect([noted, making.savedAs]).toEqual([[], ''])
    await making.save()
    expect([noted, making.savedAs]).toEqual([[made.name], made.name])
  })

  it('is made anew when another kind is wished for', async () => {
    await making.make()
    making.changed()
    expect(making.made).toBeUndefined()
  })
})

describe('A restore', () => {
  const holds = {
    at: '2026-11-20T09:00:00.000Z',
    prefix: 'V',
    counts: {},
    unreadable: [] as BackupContents['unreadable'],
  } as BackupContents
  const file = { name: 'a.fieldbook', file: new Blob() }
  let wishes: { as: RestoreAs; password: string }[] = []
  const restoring = (check: (password: string) => Result<BackupContents, Failure>) =>
    new Restoring({
      check: (_chosen, password) => Promise.resolve(check(password)),
      restore: (_chosen, wish) => Promise.resolve(ok(wishes.push(wish))),
    })
  beforeEach(() => (wishes = []))

  it('asks for the password without blaming, then says when it is wrong, and keeps it for the restore', async () => {
    const one = restoring((password) =>
      password === 'Lerche' ? ok(holds) : refuse({ code: 'backupPassword', why: password ? 'wrong' : 'needed', fileName: file.name }),
    )
    await one.choose(file)
    expect([one.look.asksPassword, one.look.failure, one.look.holds]).toEqual([true, undefined, undefined])
    one.look.password = 'Amsel'
    await one.look.look()
    expect(one.look.failure).toMatchObject({ code: 'backupPassword', why: 'wrong' })
    one.look.password = 'Lerche'
    await one.look.look()
    expect([one.look.failure, one.look.holds]).toEqual([undefined, holds])
    one.as = 'takesOver'
    await one.restore()
    expect(wishes).toEqual([{ as: 'takesOver', password: 'Lerche' }])
    expect(one.done).toBe(true)
  })

  it('does nothing before it is said whether there is one tablet or two', async () => {
    const one = restoring(() => ok(holds))
    await one.choose(file)
    await one.restore()
    expect(wishes).toEqual([])
  })

  it.each([
    ['no name', '  ', 'M', 'nameBlank'],
    ['no prefix', 'Mats’ tablet', ' ', 'prefixBlank'],
    ['the prefix of the other tablet, in small letters', 'Mats’ tablet', ' v', 'prefixTaken'],
  ] as const)('as a second tablet with %s is refused', async (_what, name, prefix, trouble) => {
    const one = restoring(() => ok(holds))
    await one.choose(file)
    Object.assign(one, { as: 'second', name, prefix })
    await one.restore()
    expect([one.trouble, wishes]).toEqual([trouble, []])
    Object.assign(one, { name: ' Mats ', prefix: ' M ' })
    await one.restore()
    expect(wishes).toEqual([{ as: { name: 'Mats', prefix: 'M' }, password: '' }])
  })

  it('of another file begins anew', async () => {
    const one = restoring(() => ok(holds))
    await one.choose(file)
    one.as = 'takesOver'
    await one.choose({ ...file, name: 'b.fieldbook' })
    expect([one.as, one.look.chosen?.name]).toEqual([undefined, 'b.fieldbook'])
  })
})
