// The form of an interaction with one contact, without drawing: what a template fills in, what stands against it, what is logged.
// It is kept at any moment, complete or not, in place of the reference's "finish later".
import { createInteraction } from '../../actions/interactions.ts'
import type { House } from '../../actions/house.ts'
import { isDay, timeOf } from '../../base/day.ts'
import {
  documentOf,
  interactionProblems,
  setByTemplate,
  type InteractionFields,
  type InteractionProblem,
} from '../../core/interaction/oneContact.ts'
import { readNumber } from '../../base/number.ts'
import type { Around } from '../../core/segment/effective.ts'
import type { Contact } from '../../model/contact.ts'
import type { TaskId, TemplateId } from '../../model/ids.ts'
import { typedNumber } from '../../text/format.ts'
import { Draft } from '../../parts/draft.svelte.ts'
import type { Question } from '../../workers/jobs/documents.ts'
import { DocumentFields } from './documentFields.svelte.ts'

export type InteractionKind = 'interaction' | 'call'
type Text = 'templateId' | 'description' | 'salespersonId' | 'day' | 'time' | 'correspondenceType' | 'languageCode' | 'informationFlow'
type More = 'initiatedBy' | 'campaignId' | 'subject' | 'comment' | 'evaluation' | 'cost' | 'duration' | 'contactVia' | 'opportunityId'
/** As it is typed: texts, a blank one is not filled in. */
export type InteractionForm = Record<Text | More, string> &
  Record<'campaignTarget' | 'campaignResponse' | 'attemptFailed' | 'withLetter', boolean> & {
    /** To the questions of the letter's document, by their keys. */
    answers: Record<string, string>
  }

/** What is known before anything is typed: of a line of a segment, of the entry it is done again for. */
export type InteractionPreset = Partial<InteractionForm>

export interface OfContact {
  contact: Contact
  kind: InteractionKind
  around: Around
  /** Template for calls by the setup, and whose tablet this is. */
  callsTemplateId: TemplateId | undefined
  salespersonId: string | undefined
  /** The task it is done for. */
  taskId?: TaskId | undefined
}

export class InteractionEditor {
  readonly draft: Draft<InteractionForm>
  /** The button was pressed once: what is missing is said at its field. */
  tried = $state(false)
  readonly #house: House
  readonly #documents: DocumentFields
  readonly #of: () => OfContact
  /** The campaign it was begun for goes before the template's. BC: SegmentLine.Table.al, "Interaction Template Code" OnValidate */
  readonly #campaign: InteractionPreset

  constructor(house: House, of: () => OfContact, preset: InteractionPreset) {
    this.#house = house
    this.#documents = new DocumentFields(house)
    this.#of = of
    const { campaignId, campaignTarget = false, campaignResponse = false } = preset
    this.#campaign = campaignId ? { campaignId, campaignTarget, campaignResponse } : {}
    const { contact, kind } = of()
    this.draft = new Draft<InteractionForm>(`${kind}:${contact.id}`, house.drafts, this.#start(preset))
  }

  get form(): InteractionForm {
    return this.draft.value
  }

  /** Everything that stands against it now. */
  readonly problems: InteractionProblem[] = $derived.by(() => interactionProblems(this.fields(), this.#of().around))

  /** Whether the template has a document for this contact, in the language chosen. */
  readonly hasDocument: boolean = $derived.by(() => {
    const fields = { ...this.fields(), withLetter: true }
    return fields.templateId !== undefined && !interactionProblems(fields, this.#of().around).includes('noDocument')
  })

  /** The document of its letter; nothing without a letter. */
  readonly #document = $derived.by(() => (this.form.withLetter ? documentOf(this.fields(), this.#of().around) : undefined))

  /** What the document of its letter asks. */
  readonly questions: readonly Question[] = $derived.by(
    () => (this.#document && this.#documents.questionsOf(this.#document.attachmentId)) ?? [],
  )

  /** To be called in an effect: reads the document of the letter. */
  readDocument(): void {
    if (this.#document) this.#documents.need([this.#document.attachmentId])
  }

  changed(): void {
    this.draft.changed()
  }

  /** Another template: everything that it sets is set again; what was typed as description stays. */
  setTemplate(): void {
    const { contact, around } = this.#of()
    const { form } = this
    const before = [...around.templates.values()].map(({ description }) => description)
    const typed = form.description.trim() !== '' && !before.includes(form.description)
    const set = byTemplate(form.templateId, contact, around)
    Object.assign(form, set, this.#campaign, typed ? { description: form.description } : {}, {
      withLetter: form.withLetter && form.templateId !== '',
    })
    this.changed()
  }

  clear(): void {
    this.draft.value = this.#start({})
    this.tried = false
    void this.draft.drop()
  }

  async log(): ReturnType<typeof createInteraction> {
    const done = await createInteraction(this.#house, this.fields())
    if (done.ok) void this.draft.drop()
    return done
  }

  fields(): InteractionFields {
    const { contact, taskId } = this.#of()
    const form = this.draft.value
    const { description, time, subject, comment, contactVia, campaignTarget, campaignResponse, attemptFailed, withLetter, answers } = form
    const chosen = <T>(value: string) => (value === '' ? undefined : (value as T))
    return {
      ...{ contactId: contact.id, description, time, subject, comment, contactVia },
      ...{ campaignTarget, campaignResponse, attemptFailed, withLetter, answers, taskId },
      templateId: chosen(form.templateId),
      salespersonId: chosen(form.salespersonId),
      opportunityId: chosen(form.opportunityId),
      day: isDay(form.day) ? form.day : undefined,
      correspondenceType: chosen(form.correspondenceType),
      languageCode: chosen(form.languageCode),
      informationFlow: form.informationFlow as InteractionFields['informationFlow'],
      initiatedBy: form.initiatedBy as InteractionFields['initiatedBy'],
      campaignId: chosen(form.campaignId),
      evaluation: chosen(form.evaluation),
      ...{ cost: numberOf(form.cost), duration: numberOf(form.duration) },
    }
  }

  #start(preset: InteractionPreset): InteractionForm {
    const { contact, kind, around, callsTemplateId, salespersonId } = this.#of()
    const { today, now } = this.#house.occasion()
    const templateId = preset.templateId ?? (kind === 'call' ? (callsTemplateId ?? '') : '')
    return {
      ...{ templateId, ...byTemplate(templateId, contact, around) },
      ...{
        salespersonId: salespersonId ?? contact.salespersonId ?? '',
        day: today,
        time: nextMinute(now),
        comment: '',
        evaluation: '',
        opportunityId: '',
      },
      ...{ contactVia: '', attemptFailed: false, withLetter: false, answers: {} },
      ...preset,
    }
  }
}

function byTemplate(templateId: string, contact: Contact, around: Around) {
  const set = setByTemplate(around.templates.get(templateId as TemplateId), contact, around)
  const { description, subject, informationFlow, initiatedBy, campaignTarget, campaignResponse } = set
  return {
    ...{ description, subject, informationFlow, initiatedBy, campaignTarget, campaignResponse },
    ...{ correspondenceType: set.correspondenceType ?? '', languageCode: set.languageCode ?? '', campaignId: set.campaignId ?? '' },
    ...{ cost: typedNumber(set.cost), duration: typedNumber(set.duration) },
  }
}

/** With a decimal comma or point; what is no number is none. */
const numberOf = (text: string) => readNumber(text) ?? Number.NaN

/** BC: CreateInteraction.Page.al begins with the next full minute */
const nextMinute = (now: string) => timeOf(new Date(Date.parse(now) + 59_999))
