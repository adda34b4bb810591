// A letter that is looked at is the letter that is made; and the odd ones of a segment, asked portion by portion.
import { beforeEach, describe, expect, it } from 'vitest'
import { plainOccasion, type House } from '../../src/actions/house.ts'
import { makeEntryLetter, makeOneLetter, makeTrialLetter } from '../../src/actions/letters.ts'
import { logSegment } from '../../src/actions/logSegment.ts'
import { addByHand, changeHeader, commentLine, createSegment } from '../../src/actions/segments.ts'
import { attachDocument } from '../../src/actions/templates.ts'
import type { SegmentId } from '../../src/model/ids.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { noChanges } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { letterText } from '../../src/word/index.ts'
import type { MadeLetters } from '../../src/workers/jobs/letterMaking.ts'
import type { LookedAtLetter } from '../../src/workers/jobs/letterLooks.ts'
import { company, ourCompany, person, salesperson, template } from '../make.ts'
import { good, letterBytes, openHouse } from '../open.ts'
import { char, code, field, makeDocx, para, text } from '../word/makeDocx.ts'

const de = toLetterLanguage('de')
const vera = salesperson({ name: 'Vera' })
const ahorn = company({ name: 'Ahorn', address: 'Ring 1', postCode: '89073', city: 'Ulm', countryCode: 'DE', languageCode: de })
const anna = person({ name: 'Anna Berg', company: ahorn, salutationCode: 'F', languageCode: de })
const bert = person({ name: 'Bert Adam', company: ahorn, languageCode: de })
const gone = person({ name: 'Frida Voss', company: ahorn, privacyBlocked: true, languageCode: de })
const letter = template({ documents: [], correspondenceType: 'hardCopy' })

let house: House
let id: SegmentId
beforeEach(async () => {
  house = openHouse()
  const rows = { contacts: [ahorn, anna, bert, gone], templates: [letter], salespeople: [vera], settings: [ourCompany()] }
  await commit(house.db, { ...noChanges(), put: rows }, 'seed', '')
  id = (await good(createSegment(house, 'Autumn'))).value
  await good(changeHeader(house, id, { templateId: letter.id, salespersonId: vera.id }, 'keep'))
  await good(addByHand(house, id, [anna.id, bert.id]))
})
const attach = (body: string) => good(attachDocument(house, letter.id, de, 'letter.docx', makeDocx({ body }).slice().buffer))
const greeting =
  para(field('MERGEFIELD CALC_Formal_Salutation')) + para(text('in ') + field('MERGEFIELD City')) + para(field('MERGEFIELD Comment'))
const lineNoAt = async (at: number) => (await house.db.segmentLines.get(id))!.lines[at]!.lineNo

const read = (bytes: Uint8Array): string[] => {
  const words = letterText(bytes)
  return words.ok ? words.value : []
}
const seen = async ({ content }: LookedAtLetter) => read(new Uint8Array(await content.arrayBuffer()))
const made = async ({ files }: MadeLetters) => read(await letterBytes(files[0]!))
const plain = (lines: string[]) => lines.map((line) => line.replace(/[\uE0F0\uE0F1]/g, ''))

describe('A letter that is looked at', () => {
  it('says what the letter says that is made, with signs around what was merged', async () => {
    await attach(greeting)
    const lineNo = await lineNoAt(0)
    await good(commentLine(house, id, lineNo, 'Until soon.\n\nBest wishes.'))
    const looked = await good(house.calls.work.lookAtLetter(id, lineNo, house.occasion().now))
    const words = await seen(looked)
    expect(words).toContain('\uE0F0Sehr geehrte Frau Berg,\uE0F1')
    expect(words).toContain('in \uE0F0Ulm\uE0F1')
    expect(plain(words)).toEqual(await made(await good(makeOneLetter(house, id, lineNo))))
    expect(looked).toMatchObject({ languageCode: 'de', notDrawn: [] })
  })

  it('is of today: what was changed since stands in it, though the document was compiled before', async () => {
    await attach(greeting)
    const lineNo = await lineNoAt(0)
    await good(house.calls.work.lookAtLetter(id, lineNo, house.occasion().now))
    await good(commentLine(house, id, lineNo, 'Changed.'))
    expect(plain(await seen(await good(house.calls.work.lookAtLetter(id, lineNo, house.occasion().now))))).toContain('Changed.')
  })

  it('is the same after it was logged, as its entry tells', async () => {
    await attach(greeting)
    const lineNo = await lineNoAt(1)
    const before = await seen(await good(house.calls.work.lookAtLetter(id, lineNo, house.occasion().now)))
    const { rev } = (await house.db.segments.get(id))!
    await good(logSegment(house, id, { rev, followUp: undefined }))
    const entry = (await house.db.entries.toArray()).find(({ contactId }) => contactId === bert.id)!
    expect(await seen(await good(house.calls.work.lookAtEntryLetter(entry.id)))).toEqual(before)
    expect(plain(before)).toEqual(await made(await good(makeEntryLetter(house, entry.id))))
  })

  it('may be of a template, for somebody on no segment', async () => {
    await attach(greeting)
    const looked = await good(house.calls.work.lookAtTrialLetter(anna.id, letter.id, de, plainOccasion(house)))
    expect(plain(await seen(looked))).toEqual(await made(await good(makeTrialLetter(house, anna.id, letter.id, de))))
  })

  it('is refused as making it would be', async () => {
    const lineNo = await lineNoAt(0)
    const refusal = async () => {
      const [looked, tried] = [
        await house.calls.work.lookAtLetter(id, lineNo, house.occasion().now),
        await makeOneLetter(house, id, lineNo),
      ]
      return [looked.ok || looked.failure.code, tried.ok || tried.failure.code]
    }
    expect(await refusal()).toEqual(['noDocument', 'noDocument'])
    const skip = char('begin') + code(' SKIPIF ') + field('MERGEFIELD City') + code(' = "Ulm" ') + char('separate') + char('end')
    await attach(para(skip) + para(text('Hello')))
    expect(await refusal()).toEqual(['leftOutByDocument', 'leftOutByDocument'])
  })

  it('tells what the preview does not draw', async () => {
    const box =
      '<w:r><w:pict><v:shape style="width:90pt;height:30pt"><v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></v:shape></w:pict></w:r>'
    await attach(para(box) + para(field('NEXT') + field('MERGEFIELD Name')))
    const looked = await good(house.calls.work.lookAtLetter(id, await lineNoAt(0), house.occasion().now))
    expect(looked.notDrawn).toEqual(['textBoxes', 'shapes', 'sheetOfSeveral'])
  })
})

describe('The odd letters of a segment', () => {
  const fields = ['CALC_Formal_Salutation', 'City']
  async function odd(turn: string) {
    const attachmentId = (await house.db.templates.get(letter.id))!.documents[0]!.attachmentId
    for (;;) {
      const answer = await house.calls.index.oddLetters(id, turn, { fields: [[attachmentId, fields]], order: 'list', language: 'en' })
      if (answer?.is === 'found') return answer
      if (!answer) throw new Error('There is no such segment')
      expect(answer.done).toBeLessThan(answer.total)
    }
  }

  it('are found, with the segment as it was looked at', async () => {
    await attach(greeting)
    const { odd: found, rev } = await odd('1')
    expect(found.odd).toEqual([
      { kind: 'fallbackGreeting', lines: [{ lineNo: await lineNoAt(1), greeting: 'Sehr geehrte Damen und Herren,' }] },
    ])
    expect(rev).toBe((await house.db.segments.get(id))!.rev)
  })

  it('are of the state in which they are asked anew', async () => {
    await attach(greeting)
    await odd('1')
    await good(commentLine(house, id, await lineNoAt(0), 'Hello'))
    expect((await odd('2')).odd.odd.map(({ kind }) => kind)).toEqual(['fallbackGreeting', 'ownText'])
  })

  it('are none of a segment that is gone', async () => {
    expect(await house.calls.index.oddLetters('gone' as SegmentId, '1', { fields: [], order: 'list', language: 'en' })).toBeUndefined()
  })
})
