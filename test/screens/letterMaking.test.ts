// Letters that are made and not yet saved, while a person changes her mind about the kind of file.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ok, refuse, type Result } from '../../src/base/result.ts'
import type { Failure } from '../../src/model/failure.ts'
import { LetterMaking } from '../../src/screens/pieces/letterMaking.svelte.ts'
import type { LetterFile, MadeLetters } from '../../src/workers/jobs/letterMaking.ts'

const saveFile = vi.hoisted(() => vi.fn(() => Promise.resolve('saved')))
vi.mock('../../src/parts/save.ts', () => ({ saveFile }))

const file = (name: string): LetterFile => ({ name, content: new Blob(), size: 1, mime: '', letters: 1 })

describe('Letters that are made', () => {
  let making: LetterMaking
  let given: string[] = []
  let runs = 0
  let wentWrong = false

  beforeEach(async () => {
    given = []
    runs = 0
    wentWrong = false
    const keeper = { read: () => Promise.resolve(undefined), write: () => Promise.resolve(), drop: () => Promise.resolve() }
    const make = (): Promise<Result<MadeLetters, Failure>> => {
      const files = ['Letter de.docx', 'Letter en.docx'].map(file)
      if (wentWrong) return Promise.resolve(refuse({ code: 'stopped' }))
      return Promise.resolve(ok({ files, run: `run ${++runs}` } as MadeLetters))
    }
    making = new LetterMaking(keeper, { make, discard: (run) => Promise.resolve(void given.push(run)) })
    await making.make(2)
  })
  const saveAll = async () => {
    for (let next = making.unsaved; next; next = making.unsaved) await making.save(next)
  }

  it('stay when another kind of file is looked at before they are saved, and go when letters are made anew', async () => {
    making.choose('parts')
    expect([making.made?.run, making.outdated, given]).toEqual(['run 1', true, []])
    await making.make(2)
    expect([making.made?.run, making.outdated, given]).toEqual(['run 2', false, ['run 1']])
  })

  it('go with another wish once all of them are saved', async () => {
    await saveAll()
    making.choose('zip')
    expect([making.made, making.outdated, given]).toEqual([undefined, false, ['run 1']])
  })

  it('are there as before, with what was saved of them, when making them again is stopped or the disk is full', async () => {
    await making.save(making.unsaved!)
    wentWrong = true
    const again = making.make(2)
    expect(making.made).toBeUndefined()
    making.stop()
    await again
    expect([making.made?.run, making.unsaved?.name, making.stopped, given]).toEqual(['run 1', 'Letter en.docx', true, []])
  })

  it('are given up when their place is closed while they are made again', async () => {
    wentWrong = true
    const again = making.make(2)
    making.leave()
    await again
    expect([making.made, given]).toEqual([undefined, ['run 1']])
  })

  it('stay as they are when the same kind is tapped again', () => {
    making.choose('combined')
    expect([making.made?.run, making.outdated]).toEqual(['run 1', false])
  })

  it('are each saved by name as long as there are several, the last one too', async () => {
    await making.save(making.unsaved!)
    expect([making.unsaved?.name, making.more]).toEqual(['Letter en.docx', 'yes'])
  })
})
