// How a new template begins: with one of our letters, with a blank sheet, with a Word document, or with nothing but its name.
import { onDestroy } from 'svelte'
import type { House } from '../../actions/house.ts'
import { createTemplateWithStarter } from '../../actions/starter.ts'
import { attachDocument, createTemplate, newTemplateFields } from '../../actions/templates.ts'
import { ok, type Result } from '../../base/result.ts'
import {
  starterLanguages,
  starterLetter,
  starterNames,
  type StarterLanguage,
  type StarterName,
} from '../../core/letter/starters/starterLetters.ts'
import type { Failure } from '../../model/failure.ts'
import type { TemplateId } from '../../model/ids.ts'
import { toLetterLanguage } from '../../model/parts.ts'
import { FormDraft } from '../../parts/draft.svelte.ts'
import { failureText } from '../../text/failures.ts'
import { language } from '../../text/language.svelte.ts'

export type Beginning = StarterName | 'blank' | 'word' | 'bare'

/** The interface's language where there are letters in it, else English. */
export const ourLanguage = (): StarterLanguage => starterLanguages.find((one) => one === language()) ?? 'en'

const isStarter = (beginning: Beginning): beginning is StarterName => (starterNames as readonly Beginning[]).includes(beginning)

/** Ours first: the template's letter is shown in it, and who has no language of her own gets it. */
export const offeredLanguages = (): StarterLanguage[] => [ourLanguage(), ...starterLanguages.filter((one) => one !== ourLanguage())]

interface Form {
  beginning: Beginning
  name: string
  /** Of the starter letters. */
  languages: StarterLanguage[]
  /** Of a blank letter or a Word document. */
  language: string
}

export class NewTemplate {
  readonly #draft: FormDraft<Form>
  /** A file is not kept when the sheet is left: it is where it was. */
  file = $state.raw<File | undefined>()
  busy = $state(false)
  trouble = $state('')
  readonly #house: House

  /** To be made while the sheet is made. */
  constructor(house: House) {
    this.#house = house
    const usual: Form = { beginning: 'business', name: '', languages: [ourLanguage()], language: ourLanguage() }
    this.#draft = new FormDraft('template:new', house.drafts, usual)
    onDestroy(() => void this.#draft.leave())
  }

  /** What was chosen and typed; what is changed here is told by `changed`. */
  get form(): Form {
    return this.#draft.typed
  }

  changed(): void {
    this.#draft.changed()
  }

  /** What the letter is called stands in for a name until one is typed. */
  get suggested(): string {
    const { beginning } = this.form
    if (isStarter(beginning)) return starterLetter(beginning, ourLanguage()).name
    return this.file && beginning === 'word' ? this.file.name.replace(/\.[^.]+$/, '') : ''
  }

  get called(): string {
    return this.form.name.trim() || this.suggested
  }

  get ready(): boolean {
    if (this.busy || this.called === '') return false
    const { beginning, languages } = this.form
    if (isStarter(beginning)) return languages.length > 0
    return beginning !== 'word' || this.file !== undefined
  }

  /** @returns where to go on */
  async make(): Promise<string | undefined> {
    this.busy = true
    this.trouble = ''
    const { beginning, language: letterLanguage } = this.form
    const made = await this.#made()
    if (made.ok) await this.#draft.drop()
    this.busy = false
    if (made.ok) return beginning === 'blank' ? `/templates/${made.value}/write/${letterLanguage}` : `/templates/${made.value}`
    this.trouble = failureText(made.failure)
    return undefined
  }

  async #made(): Promise<Result<TemplateId, Failure>> {
    const { called } = this
    const { beginning, languages } = this.form
    if (isStarter(beginning)) return valueOf(await createTemplateWithStarter(this.#house, called, beginning, $state.snapshot(languages)))
    if (beginning === 'word' && this.file) return this.#withWord(this.file)
    const fields = newTemplateFields(called)
    // A call or a visit asks for no letter.
    const { correspondenceType: _letter, ...bare } = fields
    return valueOf(await createTemplate(this.#house, beginning === 'bare' ? bare : fields))
  }

  /** A file that cannot be read makes no template. */
  async #withWord(file: File): Promise<Result<TemplateId, Failure>> {
    const bytes = await file.arrayBuffer()
    const read = await this.#house.calls.work.inspectDocument(bytes, file.name)
    if (!read.ok) return read
    const made = await createTemplate(this.#house, newTemplateFields(this.called))
    if (!made.ok) return made
    const attached = await attachDocument(this.#house, made.value.value, toLetterLanguage(this.form.language), file.name, bytes)
    return attached.ok ? ok(made.value.value) : attached
  }
}

const valueOf = <T>(done: Result<{ value: T }, Failure>): Result<T, Failure> => (done.ok ? ok(done.value.value) : done)
