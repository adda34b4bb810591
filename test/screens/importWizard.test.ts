// The import without its screens: a person goes forth and back, is interrupted, and nothing of what she chose is lost.
import { beforeEach, describe, expect, it } from 'vitest'
import type { House } from '../../src/actions/house.ts'
import { draftOfChoices, draftOfFile, largestKept, type ImportFile } from '../../src/screens/files/importDraft.ts'
import { importCalls, type ImportCalls } from '../../src/screens/files/importHouse.ts'
import { largestFile } from '../../src/screens/files/importFile.ts'
import { withTarget } from '../../src/screens/files/importTargets.ts'
import { ImportWizard } from '../../src/screens/files/importWizard.svelte.ts'
import { isTable } from '../../src/screens/pieces/arrivals.svelte.ts'
import { limits } from '../../src/exchange/sheet.ts'
import { openHouse } from '../open.ts'

const file = (text: string, fileName = 'fair.csv'): ImportFile => ({ fileName, bytes: new TextEncoder().encode(text).buffer })
const fair = file(
  'Name;Firma;E-Mail;Geburtstag\nAnna Berg;Huber;anna@huber.example;03/04/1980\nMax Tal;Huber;;\n;;;\n;;nobody@x.example;\n',
)
const rows = (house: House) => house.db.contacts.count()
/** What happens between two taps: drafts are written, the disk answers. */
const moment = (wizard: ImportWizard) => wizard.draft.flush()

describe('The import', () => {
  let house: House
  let calls: ImportCalls
  let wizard: ImportWizard
  const again = async () => {
    const next = new ImportWizard(calls)
    while (!next.draft.found) await new Promise((done) => setTimeout(done))
    await next.resume()
    return next
  }

  beforeEach(() => {
    house = openHouse()
    calls = importCalls(house)
    wizard = new ImportWizard(calls)
  })

  it('opens a file, guesses its columns, and asks only what the file leaves open', async () => {
    await wizard.choose(fair)
    expect(wizard.columns.map(({ target }) => target)).toEqual(['fullName', 'companyName', 'email', 'birthday'])
    expect([wizard.questions, wizard.stepFor('check')]).toEqual([[3], 'columns'])
    wizard.change({ columns: wizard.columns.map((column, at) => (at === 3 ? { ...column, dayOrder: 'dmy' } : column)) })
    expect([wizard.questions, wizard.stepFor('check')]).toEqual([[], 'check'])
  })

  it('is not asked about a day in a column that is not taken', async () => {
    await wizard.choose(fair)
    wizard.change({ columns: withTarget(wizard.columns, 3, undefined) })
    expect(wizard.stepFor('check')).toBe('check')
  })

  it('does not go on without a column that gives a name', async () => {
    await wizard.choose(file('Foo;Bar\n1;2\n'))
    expect([wizard.nameless, wizard.stepFor('check')]).toEqual([true, 'columns'])
    wizard.change({ columns: withTarget(wizard.columns, 0, 'companyName') })
    expect([wizard.nameless, wizard.stepFor('check')]).toEqual([false, 'check'])
  })

  it('keeps the file before and all choices when the next one cannot be read', async () => {
    await wizard.choose(fair)
    wizard.change({ tag: 'FAIR' })
    await wizard.choose(file('', 'empty.csv'))
    expect([wizard.trouble !== '', wizard.opened?.fileName, wizard.wishes.tag]).toEqual([true, 'fair.csv', 'FAIR'])
    wizard.change({ columns: withTarget(wizard.columns, 3, undefined) })
    expect([await wizard.check(), wizard.counts?.new]).toEqual([true, 2])
  })

  it('mends a problem where it stands: the row comes in', async () => {
    await wizard.choose(fair)
    wizard.change({ columns: withTarget(wizard.columns, 3, undefined) })
    await wizard.check()
    const before = wizard.counts
    const [problem] = await calls.rows('problem', 0, 10)
    await wizard.mend(problem!.lineNo, 0, 'Nora Neu')
    expect([before?.problem, wizard.counts?.problem, wizard.counts?.new]).toEqual([1, 0, 3])
    expect(wizard.mendedOf(problem!.lineNo, 0)).toBe('Nora Neu')
  })

  it('leaves a row out, and takes it in after all', async () => {
    await wizard.choose(fair)
    wizard.decide(2, { as: 'leaveOut' })
    await wizard.check()
    expect([wizard.decisionOf(2), wizard.counts?.taken]).toEqual(['leaveOut', 1])
    wizard.decide(2, undefined)
    await wizard.check()
    expect([wizard.decisionOf(2), wizard.counts?.taken]).toEqual([undefined, 2])
  })

  it('goes on after a reload where it was: the same file, columns, decisions and mended cells', async () => {
    await wizard.choose(fair)
    wizard.change({ columns: withTarget(wizard.columns, 3, undefined), step: 'check', tag: 'FAIR' })
    wizard.decide(3, { as: 'leaveOut' })
    await wizard.mend(5, 0, 'Nora Neu')
    await moment(wizard)
    const next = await again()
    expect([next.file?.fileName, next.columns, next.wishes.step, next.wishes.tag]).toEqual(['fair.csv', wizard.columns, 'check', 'FAIR'])
    expect([next.decisionOf(3), next.mendedOf(5, 0)]).toEqual(['leaveOut', 'Nora Neu'])
    await next.check()
    expect([next.counts?.new, next.counts?.taken]).toEqual([wizard.counts?.new, wizard.counts?.taken])
  })

  it('asks for a large file once more after a reload, and knows it again with all choices', async () => {
    await wizard.choose(fair)
    wizard.change({ tag: 'FAIR' })
    await moment(wizard)
    await house.drafts.drop(draftOfFile)
    const next = await again()
    expect([next.chooseAgain, next.stepFor('check')]).toEqual([true, 'file'])
    await next.choose(fair)
    expect([next.chooseAgain, next.wishes.tag, next.opened?.rows]).toEqual([false, 'FAIR', wizard.opened?.rows])
    expect(largestKept).toBeGreaterThan(fair.bytes.byteLength)
  })

  it('sends the file again by itself when the worker has forgotten it', async () => {
    await wizard.choose(fair)
    await calls.close()
    expect([await wizard.check(), wizard.trouble, wizard.counts?.new]).toEqual([true, '', 2])
    await calls.close()
    expect(await wizard.take()).toHaveLength(2)
  })

  it('is taken in, stays on its last screen over a reload, and is taken back whole from there', async () => {
    await wizard.choose(fair)
    await wizard.check()
    const people = await wizard.take()
    expect([wizard.stepFor('check'), (await rows(house)) > 0, people?.length]).toEqual(['done', true, 2])
    const next = await again()
    expect([next.stepFor('file'), next.people]).toEqual(['done', people])
    await next.takeBack()
    expect([next.takenBack?.kept, await rows(house)]).toEqual([[], 0])
  })

  it('leaves nothing behind when it is done with', async () => {
    await wizard.choose(fair)
    await moment(wizard)
    await wizard.leave()
    expect([await house.drafts.read(draftOfChoices), await house.drafts.read(draftOfFile), wizard.opened]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('says no to a mapping it recognised, and the columns are guessed from the file', async () => {
    await wizard.choose(fair)
    wizard.change({ columns: withTarget(wizard.columns, 3, undefined), mappingName: 'Fair export' })
    await wizard.take()
    await wizard.leave()
    await wizard.choose(fair)
    expect([wizard.opened?.recognised?.name, wizard.columns[3]?.target]).toEqual(['Fair export', undefined])
    await wizard.forgetMapping()
    expect([wizard.opened?.recognised, wizard.columns[3]?.target]).toEqual([undefined, 'birthday'])
  })

  it('reads rows that were pasted like those of a file', async () => {
    await wizard.choosePasted('Name\tOrt\nAnna Berg\tBonn\n')
    expect([wizard.opened?.source, wizard.opened?.rows, wizard.columns.map(({ target }) => target)]).toEqual([
      'clipboard',
      1,
      ['fullName', 'city'],
    ])
  })

  it('counts the rows that come in without something of the file, and names the columns that go nowhere', async () => {
    const rows = 'Name;E-Mail;Geburtstag;Notizen\nAnna Berg;a@x.example;31/02/1980;lang\nMax Tal;keine mail;;\nIda Ås;;1980-05-31;\n'
    await wizard.choose(file(rows))
    wizard.change({ columns: withTarget(withTarget(wizard.columns, 2, 'birthday'), 3, undefined) })
    await wizard.check()
    expect([wizard.told, wizard.leftColumns]).toEqual([{ new: 2, update: 0, duplicate: 0 }, ['Notizen']])
    await wizard.take()
    expect(wizard.taken?.told).toBe(2)
  })

  it('counts what was typed and not handed in before anything is taken in', async () => {
    await wizard.choose(fair)
    wizard.change({ columns: withTarget(wizard.columns, 3, undefined) })
    await wizard.check()
    const [problem] = await calls.rows('problem', 0, 10)
    wizard.typing(problem!.lineNo, 0, 'Nora Neu')
    expect([await wizard.countTyped(), wizard.counts?.new, wizard.taken]).toEqual([true, 3, undefined])
    expect([await wizard.countTyped(), (await wizard.take())?.length]).toEqual([false, 3])
  })

  it('is not shown as taken in once it was taken back, here or from the journal', async () => {
    await wizard.choose(fair)
    await wizard.take()
    await wizard.takeBack()
    expect([await house.drafts.read(draftOfChoices), await house.drafts.read(draftOfFile)]).toEqual([undefined, undefined])
    await wizard.leave()
    await wizard.choose(fair)
    await wizard.take()
    await calls.takeBack(wizard.taken!.importId, {})
    const next = await again()
    expect([next.taken, next.stepFor('done'), next.people]).toEqual([undefined, 'file', []])
  })

  it('says that it is begun once she went on or chose something, so that nothing replaces it unasked', async () => {
    const states = [wizard.begun]
    await wizard.choose(fair)
    states.push(wizard.begun)
    wizard.change({ columns: withTarget(wizard.columns, 3, undefined) })
    states.push(wizard.begun)
    await wizard.take()
    states.push(wizard.begun)
    expect(states).toEqual([false, false, true, false])
  })

  it('takes no other file while rows are being written', async () => {
    await wizard.choose(fair)
    wizard.change({ columns: withTarget(wizard.columns, 3, undefined) })
    const taking = wizard.take()
    await Promise.all([wizard.choose(file('Name\nIda\n', 'other.csv')), taking])
    expect([wizard.wishes.fileName, wizard.taken?.counts.new, (await taking)?.length]).toEqual(['fair.csv', 2, 2])
  })

  it('looks how large a file is before reading it', async () => {
    const huge = Object.defineProperties(new File(['x'], 'huge.csv'), {
      size: { value: largestFile + 1 },
      arrayBuffer: { value: () => Promise.reject(new Error('read')) },
    })
    await wizard.choose(huge)
    expect([wizard.trouble.includes('150'), wizard.opened]).toEqual([true, undefined])
    expect(largestFile).toBe(limits.bytes)
  })
})

describe('What is pasted anywhere', () => {
  it.each([
    ['a table of two columns', 'Name\tOrt\nIda\tBergen', true],
    ['a CSV', 'Name;Ort\r\n\r\nIda;Bergen', true],
    ['a comma in quotation marks', 'Name,Ort\n"Ås, Ida",Bergen', true],
    ['a card', 'BEGIN:VCARD\nFN:Ida\nEND:VCARD', true],
    ['two lines of text', 'Dear Ida,\nthank you for your letter', false],
    ['an address', 'Ida Ås\nBryggen 1\n5003 Bergen', false],
    ['one line', 'Ida\tBergen', false],
    ['a word', 'Ida', false],
  ])('%s', (_what, text, table) => expect(isTable(text)).toBe(table))
})
