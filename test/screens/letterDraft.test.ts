// A letter that is being written while the stored one changes: told, and neither is written over; what is taken back is a draft again.
import { describe, expect, it } from 'vitest'
import { formOf, LetterDraft, noForm, type LetterForm } from '../../src/screens/pieces/writing/letterDraft.svelte.ts'
import type { LetterBody, LetterSheet } from '../../src/model/writtenLetter.ts'

const sheet: LetterSheet = {
  ...{ paper: 'A4', window: 'dinB', sender: '', returnLine: true, footer: [], pageNumbers: true, font: 'Calibri', fontSize: 11 },
}
const saying = (words: string): LetterBody => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] })
const form = (words: string, subject = ''): LetterForm => formOf({ text: saying(words), sheet }, subject, '')

function tablet() {
  const kept = new Map<string, unknown>()
  const keeper = {
    read: (id: string) => Promise.resolve(kept.get(id)),
    write: (id: string, value: unknown) => Promise.resolve(void kept.set(id, value)),
    drop: (id: string) => Promise.resolve(void kept.delete(id)),
  }
  return { kept, open: (stored: LetterForm, beginning?: LetterForm) => new LetterDraft('letter', keeper, stored, beginning) }
}

describe('A letter that is being written', () => {
  it('follows the stored one while nothing is typed', () => {
    const draft = tablet().open(form('old'))
    expect(draft.follow(form('new'))).toEqual(saying('new'))
    expect([draft.conflict, draft.changed]).toEqual([false, false])
  })

  it('says when the stored one was changed elsewhere, and keeps what was typed until one is chosen', () => {
    const draft = tablet().open(form('old'))
    draft.write(saying('mine'))
    expect(draft.follow(form('theirs'))).toBeUndefined()
    expect([draft.conflict, draft.body]).toEqual([true, saying('mine')])
    draft.keepOwn()
    expect([draft.conflict, draft.changed, draft.toSave().letter.text]).toEqual([false, true, saying('mine')])
  })

  it('takes the other one when that is chosen', () => {
    const draft = tablet().open(form('old'))
    draft.write(saying('mine'))
    draft.follow(form('theirs'))
    expect(draft.takeOther()).toEqual(saying('theirs'))
    expect([draft.conflict, draft.changed]).toEqual([false, false])
  })

  it('a subject changed elsewhere is no quarrel with a text that is written here', () => {
    const draft = tablet().open(form('old', 'a'))
    draft.write(saying('mine'))
    draft.follow(form('old', 'b'))
    expect([draft.conflict, draft.form.typed.subject]).toEqual([false, 'b'])
  })

  it('saving is no change elsewhere, also when one goes on writing meanwhile', async () => {
    const draft = tablet().open(form('old'))
    draft.write(saying('mine'))
    const { form: saved } = draft.toSave()
    draft.write(saying('mine and more'))
    draft.follow(saved)
    await draft.saved(saved)
    expect([draft.conflict, draft.changed, draft.body]).toEqual([false, true, saying('mine and more')])
  })

  it('when saving the first version is taken back, what was written is a draft again', async () => {
    const draft = tablet().open(noForm, form('begun'))
    draft.write(saying('mine'))
    const { form: saved } = draft.toSave()
    await draft.saved(saved)
    draft.follow(saved)
    expect(draft.changed).toBe(false)
    draft.follow(noForm)
    expect([draft.changed, draft.body]).toEqual([true, saying('mine')])
  })

  it('taking her own saving back while she goes on writing is no change elsewhere', async () => {
    const draft = tablet().open(form('old'))
    draft.write(saying('mine'))
    const { form: saved } = draft.toSave()
    draft.follow(saved)
    await draft.saved(saved)
    draft.write(saying('mine and more'))
    draft.follow(form('old'))
    expect([draft.conflict, draft.changed, draft.body]).toEqual([false, true, saying('mine and more')])
    draft.follow(form('theirs'))
    expect(draft.conflict).toBe(true)
  })

  it('what was begun and given up begins anew', () => {
    const draft = tablet().open(noForm, form('begun'))
    draft.write(saying('mine'))
    expect(draft.takeOther()).toEqual(saying('begun'))
  })

  it('lives through a crash, also with a logo that the stored sheet has not', async () => {
    const { open } = tablet()
    const draft = open(form('old'))
    draft.write(saying('mine'))
    draft.setSheet({ ...sheet, logo: { attachmentId: 'a' as never, width: 40, align: 'left' } })
    await draft.form.flush()
    const again = open(form('old'))
    await again.form.looked
    await Promise.resolve()
    expect([again.form.found, again.ready, again.body, again.sheet.logo?.width]).toEqual([true, true, saying('mine'), 40])
  })
})
