// Labels, envelopes and cover sheets through the actions, in memory; the printer's shift and formats of one's own are kept and backed up.
import { beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../../src/actions/house.ts'
import { makeCoverSheets, makeEnvelopes, makeLabels, makeLabelTest } from '../../src/actions/labels.ts'
import { removeLabelFormat, saveLabelFormat, saveNudge } from '../../src/actions/printing.ts'
import { addByHand, createSegment } from '../../src/actions/segments.ts'
import { saveCompany } from '../../src/actions/settings.ts'
import { envelopes } from '../../src/core/letter/envelopes.ts'
import { shippedLabels } from '../../src/core/letter/labelFormatsShipped.ts'
import type { SegmentId } from '../../src/model/ids.ts'
import { readPrinting } from '../../src/storage/read/printing.ts'
import { letterText } from '../../src/word/index.ts'
import { good, letterBytes, openHouse } from '../open.ts'
import { restored } from '../restored.ts'
import { takeFile } from '../takeFile.ts'

const csv = `Typ;Vorname;Nachname;Straße;PLZ;Ort;Land
Person;Zoë;Zwei;Weg 2;80331;München;DE
Person;Anna;Eins;Weg 1;01067;Dresden;DE
Person;Lara;Ohne;;;;DE
`
const format = shippedLabels.find(({ id }) => id === 'Avery Zweckform 3475')!
const common = { whom: 'all' as const, per: 'person' as const, order: 'postCode' as const }

describe('labels, envelopes and cover sheets', () => {
  let house: House
  let id: SegmentId
  beforeAll(async () => {
    house = openHouse()
    await good(saveCompany(house, { name: 'Landmaschinen Vera', address: 'Ring 5', postCode: '20095', city: 'Hamburg', countryCode: 'DE' }))
    await good(takeFile(house, csv, 'kontakte.csv'))
    const contacts = await house.db.contacts.toArray()
    id = (await good(createSegment(house, 'Messe/Herbst'))).value
    await good(
      addByHand(
        house,
        id,
        contacts.map((contact) => contact.id),
      ),
    )
  })
  const textOf = async (made: { files: { content: Blob }[] }) => {
    const text = letterText(await letterBytes(made.files[0]!))
    return text.ok ? text.value : []
  }

  it('labels come in the order of the post; who has no address is left out and was told before', async () => {
    const wishes = { ...common, format, each: 'same' as const, startAt: 7, fileName: 'labels' }
    const look = await good(house.calls.work.lookAtLabels(id, wishes))
    expect(look).toMatchObject({ count: 2, people: 2, sender: ['Landmaschinen Vera', 'Ring 5', '20095 Hamburg'], hasLogo: false })
    expect(look.leftOut).toMatchObject([{ why: 'noAddress', people: [{ name: 'Lara Ohne' }] }])
    expect(look.first.map(({ name }) => name)).toEqual(['Anna Eins', 'Zoë Zwei'])
    const made = await good(makeLabels(house, id, wishes, {}))
    expect(made).toMatchObject({ letters: 1, lines: 2, without: 1, files: [{ name: 'Messe Herbst labels.docx', letters: 1 }] })
    expect((await textOf(made)).filter(Boolean)).toEqual([
      expect.stringMatching(/Anna Eins\s+Weg 1\s+01067 Dresden/),
      expect.stringContaining('Zoë'),
    ])
  })

  it('envelopes carry the sender when wished, cover sheets our head, the day and the words', async () => {
    const envelope = envelopes[0]!
    const withSender = await good(makeEnvelopes(house, id, { ...common, envelope, sender: true, logo: false, fileName: 'envelopes' }, {}))
    expect((await textOf(withSender)).join('\n').match(/Landmaschinen Vera/g)).toHaveLength(2)
    const without = await good(makeEnvelopes(house, id, { ...common, envelope, sender: false, logo: false, fileName: 'envelopes' }, {}))
    expect((await textOf(without)).join('\n')).not.toContain('Landmaschinen')
    const words = { paper: 'A4' as const, heading: 'For you', text: 'One\nTwo', remarks: true, logo: true, ruled: 2, ruledWords: 'Remarks' }
    const covers = await good(makeCoverSheets(house, id, { ...common, ...words, fileName: 'cover sheets' }, {}))
    const text = (await textOf(covers)).join('\n')
    expect(covers).toMatchObject({ letters: 2, without: 1 })
    for (const part of ['For you', 'One', 'Two', 'Remarks', 'Anna Eins', '20 November 2026']) expect(text).toContain(part)
  })

  it('nobody with an address is a refusal, and stopping one as well', async () => {
    const empty = (await good(createSegment(house, 'Empty'))).value
    const wishes = { ...common, format, each: 'same' as const, startAt: 1, fileName: 'labels' }
    expect(await makeLabels(house, empty, wishes, {})).toEqual({ ok: false, failure: { code: 'nobodyAddressed', count: 0 } })
    const stopped = new AbortController()
    stopped.abort()
    expect(await makeLabels(house, id, wishes, { signal: stopped.signal })).toEqual({ ok: false, failure: { code: 'stopped' } })
    expect((await good(makeLabelTest(house, format, ['At 100 %'], 'Test', 'en'))).files).toHaveLength(1)
  })

  it('the shift and her own formats are kept, taken back, and come back from a backup', async () => {
    await good(saveNudge(house, { x: 1.5, y: -0.5 }))
    const own = { ...format, id: 'own-1', name: 'Lager' }
    await good(saveLabelFormat(house, own))
    await good(saveLabelFormat(house, { ...own, name: 'Halle' }))
    expect(await readPrinting(house.db)).toMatchObject({ nudge: { x: 1.5, y: -0.5 }, labelFormats: [{ id: 'own-1', name: 'Halle' }] })
    const { file, name } = await good(house.calls.work.makeBackup({ app: 'test', at: house.occasion().now, tablet: '' }, 0))
    expect(await readPrinting((await restored(file, name)).db)).toMatchObject({
      nudge: { x: 1.5, y: -0.5 },
      labelFormats: [{ name: 'Halle' }],
    })
    await good(removeLabelFormat(house, 'own-1'))
    expect((await readPrinting(house.db)).labelFormats).toEqual([])
  })
})
