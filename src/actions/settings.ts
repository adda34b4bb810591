// Settings: our company, this tablet, with what is begun, the pace, and the number series.
import { ok, type Result } from '../base/result.ts'
import { asRead, given } from '../core/asRead.ts'
import { defaultsOr } from '../core/contact/defaults.ts'
import { paceOr } from '../core/contact/pace.ts'
import { seriesOr } from '../core/numbers.ts'
import type { Failure } from '../model/failure.ts'
import type { CompanyInformation, Defaults, NumberSeries, Pace, Settings, Tablet } from '../model/settings.ts'
import { noChanges, type Changes } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readCompany, readDefaults, readPace, readSeries, readTablet } from '../storage/read/lists.ts'
import { planAndWrite, type House } from './house.ts'

export const emptyCompanyInformation: CompanyInformation = {
  id: 'company',
  rev: 0,
  name: '',
  address: '',
  address2: '',
  postCode: '',
  city: '',
  county: '',
  countryCode: '',
  phone: '',
  email: '',
  homePage: '',
  bankName: '',
  bankAccount: '',
  vatNo: '',
  registrationNo: '',
}
export const newTablet: Tablet = { id: 'tablet', rev: 0, name: '', prefix: '', started: false }

type Done = Promise<Result<Committed & { value: undefined }, Failure>>

/** Writes a row of the settings on what is stored; nothing is written when it says the same. */
function saveRow<R extends Settings>(
  house: House,
  what: string,
  read: () => Promise<R | undefined>,
  row: (stored: R | undefined) => R,
): Done {
  return planAndWrite(house, what, async () => {
    const stored = await read()
    const after = row(stored)
    if (JSON.stringify(after) === JSON.stringify(stored)) return ok({ changes: noChanges(), value: undefined })
    const requires: Changes['requires'] = [{ table: 'settings', id: after.id, rev: stored?.rev ?? 'absent' }]
    return ok({ changes: { ...noChanges(), put: { settings: [after] }, requires }, value: undefined })
  })
}

/** Changes what stands on letters as the sender. */
export const saveCompany = (house: House, patch: Partial<CompanyInformation>): Done =>
  saveRow(
    house,
    'saveCompany',
    () => readCompany(house.db),
    (stored) => given({ ...(stored ?? emptyCompanyInformation), ...patch, id: 'company' as const }),
  )

/** Changes whose tablet this is, its number prefix, its language. */
export const saveTablet = (house: House, patch: Partial<Tablet>): Done =>
  saveRow(
    house,
    'saveTablet',
    () => readTablet(house.db),
    (stored) => ({ ...(stored ?? newTablet), ...patch, id: 'tablet' as const }),
  )

/** Changes with what new contacts and segments begin, and what people take over from their company. Those that are there stay as they are. */
export const saveDefaults = (house: House, patch: Partial<Omit<Defaults, 'id' | 'rev'>>): Done =>
  saveRow(
    house,
    'saveDefaults',
    () => readDefaults(house.db),
    (stored) => ({ ...defaultsOr(stored), ...patch, id: 'defaults' as const }),
  )

/** Changes how often contacts want to be heard of, and how often they are written to at most. */
export const savePace = (house: House, { cadences, quiet }: Pick<Pace, 'cadences' | 'quiet'>): Done =>
  saveRow(
    house,
    'savePace',
    () => readPace(house.db),
    (stored) => {
      // Whoever changes what came with the sample keeps it.
      const { sample: _, quiet: __, ...own } = paceOr(stored)
      return given<Pace>({ ...own, cadences, ...(quiet && { quiet }) })
    },
  )

export type SeriesFields = Pick<NumberSeries, 'prefix' | 'next' | 'digits'>

/** Changes how the next numbers are made; numbers that were given stay. */
export function saveSeries(house: House, noun: NumberSeries['id'], fields: SeriesFields): Done {
  return planAndWrite(house, 'saveSeries', async () => {
    const series = seriesOr(await readSeries(house.db, noun), noun)
    const after = { ...series, ...fields, prefix: fields.prefix.trim() }
    if (JSON.stringify(after) === JSON.stringify(series)) return ok({ changes: noChanges(), value: undefined })
    return ok({ changes: { ...noChanges(), put: { series: [after] }, requires: [asRead('series', series)] }, value: undefined })
  })
}
