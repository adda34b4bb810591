// What else lets go of a row of a short list that is deleted: a default of new contacts, the rhythm of a class, a questionnaire that was for one
// relation only, and campaigns of a status.
import { asRead } from '../asRead.ts'
import type { Campaign } from '../../model/campaign.ts'
import type { Questionnaire } from '../../model/lists.ts'
import type { Cadence, Defaults, Pace } from '../../model/settings.ts'
import { noChanges, type Changes } from '../../model/tables.ts'

/** The questionnaire is then one for all of its kind of contacts. */
export function planLetGo(
  id: string,
  defaults: Defaults | undefined,
  questionnaires: readonly Questionnaire[],
  campaigns: readonly Campaign[] = [],
  pace?: Pace,
): Changes {
  const changes = noChanges()
  if (defaults?.contact.territoryId === id) {
    const { territoryId: _, ...contact } = defaults.contact
    changes.put.settings = [{ ...defaults, contact }]
    changes.requires.push(asRead('settings', defaults))
  }
  const freed = questionnaires.filter(({ businessRelationId }) => businessRelationId === id)
  if (freed.length > 0) changes.put.questionnaires = freed.map(({ businessRelationId: _, ...row }) => row)
  for (const row of freed) changes.requires.push(asRead('questionnaires', row))
  joinPace(changes, pace, (one) => one === id)
  const open = campaigns.filter(({ statusId }) => statusId === id)
  if (open.length > 0) changes.put.campaigns = open.map(({ statusId: _, ...row }) => row)
  for (const row of open) changes.requires.push(asRead('campaigns', row))
  return changes
}

/** The rhythm of a class that goes, goes with it. */
function joinPace(changes: Changes, pace: Pace | undefined, goes: (id: string) => boolean): void {
  const { put, requires } = planPace(pace, (id) => (goes(id) ? undefined : id))
  changes.put.settings = [...(changes.put.settings ?? []), ...(put.settings ?? [])]
  if (changes.put.settings.length === 0) delete changes.put.settings
  changes.requires.push(...requires)
}

/** The rhythms of classes that go, go with them; those of what became something else hold for that, the shortest where there are several. */
export function planPace(pace: Pace | undefined, now: (id: string) => string | undefined): Changes {
  const changes = noChanges()
  if (!pace?.cadences.some(({ id }) => now(id) !== id)) return changes
  const cadences = new Map<string, Cadence>()
  for (const cadence of pace.cadences) {
    const id = now(cadence.id)
    const known = id === undefined ? undefined : cadences.get(`${cadence.list} ${id}`)
    if (id !== undefined && !(known && known.days <= cadence.days)) cadences.set(`${cadence.list} ${id}`, { ...cadence, id })
  }
  changes.put.settings = [{ ...pace, cadences: [...cadences.values()] }]
  changes.requires.push(asRead('settings', pace))
  return changes
}
