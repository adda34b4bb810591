// Rows of a list that go into another one, get another code, or are deleted: everything that names them follows, in one commit with one undo.
import { refuse, type Result } from '../base/result.ts'
import { sameCode, type CodedList, type SetupList } from '../core/contact/lists.ts'
import { salutationCodeOf, salutationCodes } from '../core/letter/shippedFormulas.ts'
import type { ListMerge } from '../core/lists/merge.ts'
import type { Failure } from '../model/failure.ts'
import type { Salutation } from '../model/lists.ts'
import { readSalutations } from '../storage/read/salutations.ts'
import type { JobWatch } from '../workers/call.ts'
import type { ListMerged } from '../workers/jobs/listRows.ts'
import { plainOccasion, type House, type Undoable } from './house.ts'

/** What one row of each list is called in the journal. */
export const listNoun: Record<SetupList, string> = {
  mailingGroups: 'MailingGroup',
  industryGroups: 'IndustryGroup',
  businessRelations: 'BusinessRelation',
  jobResponsibilities: 'JobResponsibility',
  organizationalLevels: 'OrganizationalLevel',
  territories: 'Territory',
  webSources: 'WebSource',
  salespeople: 'Salesperson',
  salutations: 'Salutation',
  countries: 'Country',
  languages: 'Language',
  campaignStatuses: 'CampaignStatus',
}

/** So often it is begun again when something was written meanwhile. */
const attempts = 3

/** Failures: `listMergeDocuments`, `stale`, `stopped`, disk trouble; then nothing is written. */
export const mergeListRows = (house: House, merge: ListMerge, watch: JobWatch = {}): Promise<Result<Undoable & ListMerged, Failure>> =>
  changed(house, watch, async (job, work) => {
    const holders = await house.calls.index.holdersAt(merge.list, merge.from)
    return work.mergeListRows(merge, holders, `merge${listNoun[merge.list]}`, plainOccasion(house), job)
  })

/**
 * Changes code and description of a salutation of one's own. The code stands on contacts, in criteria and on greeting lines: all follow.
 * Failures: `codeTaken`, and those of a merge.
 */
export async function renameSalutation(
  house: House,
  salutation: Salutation,
  code: string,
  description: string,
): Promise<Result<Undoable & ListMerged, Failure>> {
  const to = code.trim().toUpperCase()
  if (to === '') return refuse({ code: 'codeBlank' })
  const others = (await readSalutations(house.db)).filter(({ id }) => id !== salutation.id)
  const taken = [...salutationCodes, ...others.map((other) => other.code)].find((other) => sameCode(other, to)) ?? salutationCodeOf(to)
  if (taken !== undefined) return refuse({ code: 'codeTaken', taken })
  const renamed = { ...salutation, code: to, description: description.trim() }
  const merge: ListMerge = { list: 'salutations', from: salutation.code === to ? [] : [salutation.code], to, salutation: renamed }
  return changed(house, {}, async (job, work) => {
    const holders = await house.calls.index.holdersAt('salutations', merge.from)
    return work.mergeListRows(merge, holders, 'renameSalutation', plainOccasion(house), job)
  })
}

/** Deletes a row of a short list and takes it from everybody who has it. @returns how many had it */
export const deleteListRow = (
  house: House,
  table: CodedList,
  id: string,
  watch: JobWatch = {},
): Promise<Result<Undoable & { value: number }, Failure>> =>
  changed(house, watch, async (job, work) => {
    const holders = await house.calls.index.holdersAt(table, [id])
    return work.deleteListRow(table, id, holders, `delete${listNoun[table]}`, plainOccasion(house), job)
  })

/** Does it anew with fresh eyes when another window was faster. */
async function changed<T extends { rev: number }>(
  house: House,
  watch: JobWatch,
  act: (job: number, work: House['calls']['work']) => Promise<Result<T, Failure>>,
): Promise<Result<Undoable & T, Failure>> {
  for (let attempt = 1; ; attempt++) {
    const done = await house.calls.watched(watch, (work, job) => act(job, work))
    if (!done.ok && done.failure.code === 'stale' && attempt < attempts) continue
    house.onWritten(done)
    if (!done.ok) return done
    return { ok: true, value: { ...done.value, takeBack: () => takeBack(house, done.value.rev) } }
  }
}

async function takeBack(house: House, rev: number): Promise<Result<{ rev: number }, Failure>> {
  const { now } = house.occasion()
  const done = await house.calls.watched({}, (work, job) => work.takeBackListChange(rev, now, job))
  house.onWritten(done)
  return done
}
