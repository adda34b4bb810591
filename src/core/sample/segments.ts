// Two logged segments and one half-finished one, made by the same rules that the person uses: each step has the outcome it really had,
// each log entry belongs to its line.
import { addDays } from '../../base/day.ts'
import { invariant } from '../../base/never.ts'
import type { Contact } from '../../model/contact.ts'
import type { Criteria, Rule, SavedCriteria } from '../../model/criteria.ts'
import type { SavedCriteriaId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import { toLetterLanguage } from '../../model/parts.ts'
import { joinChanges, type Changes } from '../../model/tables.ts'
import { factsOf } from '../criteria/facts.ts'
import { changesOfLog, planLog } from '../interaction/planLog.ts'
import type { Around } from '../segment/effective.ts'
import { defaultOptions, outcomeOf, type CriteriaStep } from '../segment/outcome.ts'
import { recipeOf } from '../segment/recipe.ts'
import { afterStep } from '../segment/replay.ts'
import { savedSteps } from '../segment/savedCriteria.ts'
import { newSegment, planStep, type SegmentFields, type SegmentState } from '../segment/steps.ts'
import type { Chance } from './generator.ts'
import { workday } from './log.ts'
import type { SampleLists } from './lists.ts'

interface Stage {
  occasion: Occasion
  chance: Chance
  lists: SampleLists
  contacts: readonly Contact[]
  entries: readonly InteractionLogEntry[]
}

type PlannedStep = [CriteriaStep, ...Rule[]]

const german: Rule = { kind: 'choice', field: 'countryCode', operator: 'isAnyOf', values: ['DE', 'AT', 'CH'] }
const persons: Rule = { kind: 'choice', field: 'type', operator: 'isAnyOf', values: ['person'] }

/** @param numbers three numbers of segments */
export function sampleSegments(stage: Stage, numbers: readonly string[]): Changes {
  const { lists } = stage
  const [first = '', second = '', third = ''] = numbers
  const [vera, jorn] = lists.salespeople
  const { fair, service } = lists.campaigns
  const invitation = logged({ ...stage, occasion: daysAgo(stage, 240) }, [['add', inGroup(lists.mailingGroups.fair.id)]], {
    ...{ no: first, description: 'Invitation to the spring fair', templateId: lists.templates.invitation.id, campaignTarget: true },
    ...{ campaignId: fair.id, salespersonId: vera.id, subject: 'Spring fair: your ticket' },
  })
  const letter = logged(
    { ...stage, occasion: daysAgo(stage, 70) },
    [
      ['add', inGroup(lists.mailingGroups.service.id)],
      ['refine', german],
    ],
    {
      ...{ no: second, description: 'Letter: service contracts', templateId: lists.templates.letter.id, campaignTarget: true },
      ...{ campaignId: service.id, salespersonId: jorn.id, subject: 'Your machines in good hands' },
    },
  )
  const entries = [...stage.entries, ...(invitation.put.entries ?? []), ...(letter.put.entries ?? [])]
  return joinChanges(invitation, letter, halfFinished({ ...stage, occasion: daysAgo(stage, 3), entries }, third))
}

const inGroup = (id: SampleLists['mailingGroups']['news']['id']): Rule => ({ kind: 'mailingGroup', operator: 'hasAnyOf', ids: [id] })

function daysAgo({ occasion, lists }: Stage, count: number): Occasion {
  const today = workday(addDays(occasion.today, -count))
  return { ...occasion, today, now: `${today}T09:30:00.000Z`, user: lists.salespeople[0].name }
}

function halfFinished(stage: Stage, no: string): Changes {
  const { lists } = stage
  const steps: PlannedStep[] = [
    ['add', { kind: 'industryGroup', operator: 'hasAnyOf', ids: [lists.industryGroups[0].id] }, persons],
    [
      'reduce',
      {
        ...{ kind: 'interaction', operator: 'has', atLeast: 1 },
        where: { within: { from: { kind: 'ago', count: 30, unit: 'day' } }, attempt: 'succeeded' },
      },
    ],
    ['refine', german],
  ]
  const state = stepped(stage, steps, {
    ...{ no, description: 'Spring letter, machine customers', templateId: lists.templates.letter.id },
    ...{ salespersonId: lists.salespeople[0].id, campaignId: lists.campaigns.service.id, subject: 'News for your workshop' },
  })
  const lines = state.lines.lines.map((line, index) => {
    if (index === 1) return { ...line, own: { salespersonId: lists.salespeople[1].id, subject: 'Your new lathe' } }
    if (index === 4) return { ...line, own: { languageCode: toLetterLanguage('en') } }
    return index === 2 ? { ...line, comment: 'Thank you for the tour of your workshop last week!' } : line
  })
  const put = { segments: [state.segment], segmentLines: [{ ...state.lines, lines }], steps: state.steps }
  return { put: { ...put, savedCriteria: [recipe(state, stage.occasion)] }, remove: {}, requires: [] }
}

/** The same steps under a name, to be used again. */
function recipe({ steps }: SegmentState, { nextId, now, user }: Occasion): SavedCriteria {
  const words = { code: 'MACHINES', description: 'Machine customers not in touch for 30 days' }
  return {
    ...{ rev: 0, id: nextId<SavedCriteriaId>(), ...words, savedBy: user, changedAt: now },
    steps: savedSteps(recipeOf(steps), new Map()),
  }
}

/** A segment with its steps, each applied to the lines as the one before left them. */
function stepped({ occasion, contacts, entries }: Stage, steps: readonly PlannedStep[], fields: SegmentFields): SegmentState {
  const facts = factsOf(
    contacts,
    entries.filter((entry) => entry.day <= occasion.today),
  )
  let state: SegmentState = { ...newSegment(occasion, fields), steps: [] }
  for (const [kind, ...items] of steps) {
    const criteria: Criteria = { kind: 'group', match: 'all', items }
    const outcome = outcomeOf(kind, state.lines, criteria, defaultOptions, facts, occasion.today)
    state = afterStep(state, planStep(state, { kind, criteria, options: defaultOptions }, outcome, occasion))
  }
  return state
}

function logged(stage: Stage, steps: readonly PlannedStep[], fields: SegmentFields): Changes {
  const begun = stepped(stage, steps, fields)
  const state: SegmentState = { ...begun, segment: { ...begun.segment, sample: true } }
  const plan = planLog(state, around(stage), {}, stage.occasion)
  invariant(plan.ok, 'A sample segment can be logged')
  const { put } = changesOfLog(plan.value, state)
  return { put: { ...put, entries: (put.entries ?? []).map((entry) => answered(entry, stage.chance)) }, remove: {}, requires: [] }
}

/** Some have answered, those who liked it within the week, and one or two were taken back. */
function answered(entry: InteractionLogEntry, chance: Chance): InteractionLogEntry {
  const cancelled = chance.happens(0.05)
  if (!chance.happens(0.3)) return { ...entry, cancelled }
  const evaluation = chance.pick(['veryPositive', 'positive', 'neutral', 'negative'] as const)
  const liked = evaluation === 'veryPositive' || evaluation === 'positive'
  return { ...entry, cancelled, evaluation, ...(liked && { respondedDay: workday(addDays(entry.day, 6)) }) }
}

const byId = <K extends string, T extends { id: K }>(rows: readonly T[]): ReadonlyMap<K, T> => new Map(rows.map((row) => [row.id, row]))

function around({ contacts, lists }: Stage): Around {
  return {
    contacts: byId<Contact['id'], Contact>(contacts),
    templates: byId<SampleLists['templates']['letter']['id'], SampleLists['templates']['letter']>(Object.values(lists.templates)),
    salespeople: byId<SampleLists['salespeople'][0]['id'], SampleLists['salespeople'][0]>(lists.salespeople),
    campaigns: byId<SampleLists['campaigns']['fair']['id'], SampleLists['campaigns']['fair']>(Object.values(lists.campaigns)),
    company: undefined,
    formulas: new Map(),
  }
}
