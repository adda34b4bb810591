// A letter as a form that is being typed: its text, its sheet, its subject, the words of its e-mail. Each is one value, kept on the disk
// shortly after each change; a letter that was changed elsewhere meanwhile is told, and neither of the two is written over.
import type { LetterBody, LetterSheet, WrittenLetter } from '../../../model/writtenLetter.ts'
import { FormDraft, type DraftKeeper } from '../../../parts/draft.svelte.ts'

/** Text and sheet as JSON: a draft is compared and kept whole. Blank = there is none. */
export interface LetterForm {
  text: string
  sheet: string
  subject: string
  emailText: string
}

export const noForm: LetterForm = { text: '', sheet: '', subject: '', emailText: '' }

export const formOf = (letter: WrittenLetter | undefined, subject: string, emailText: string): LetterForm => ({
  ...(letter ? { text: JSON.stringify(letter.text), sheet: JSON.stringify(letter.sheet) } : { text: '', sheet: '' }),
  subject,
  emailText,
})

export class LetterDraft {
  readonly form: FormDraft<LetterForm>
  /** The text as a tree, as the editor has it. */
  body = $state.raw<LetterBody | undefined>()
  /** It was changed elsewhere after writing began here. */
  conflict = $state(false)
  /** It is known whether something was found from before. */
  ready = $state(false)
  readonly #beginning: LetterForm | undefined
  #shown = ''
  #saving = ''
  /** What was stored before saving here: taking that back is no change elsewhere. */
  #before: LetterForm | undefined

  constructor(id: string, keeper: DraftKeeper, stored: LetterForm, beginning?: LetterForm) {
    this.form = new FormDraft(id, keeper, stored)
    this.#beginning = beginning
    if (stored.text === '' && beginning && !this.form.found) this.form.typed = { ...beginning }
    this.#take()
    void this.form.looked.then(() => {
      this.#take()
      this.ready = true
    })
  }

  get begun(): boolean {
    return this.form.typed.text !== ''
  }

  get sheet(): LetterSheet {
    return JSON.parse(this.form.typed.sheet) as LetterSheet
  }

  get changed(): boolean {
    return this.form.touched.length > 0
  }

  /** Begins with these words; typing goes on from them. */
  begin(form: LetterForm): void {
    this.form.typed = { ...form }
    this.form.changed()
    this.#take()
  }

  write(body: LetterBody): void {
    this.body = body
    this.#shown = this.form.typed.text = JSON.stringify(body)
    this.form.changed()
  }

  setSheet(sheet: LetterSheet): void {
    this.form.typed.sheet = JSON.stringify(sheet)
    this.form.changed()
  }

  /** What is stored now. @returns a text that has to be shown in place of the one before, where there is one */
  follow(now: LetterForm): LetterBody | undefined {
    const { base } = this.form.value
    const same = (field: keyof LetterForm) => now[field] === base[field] || now[field] === this.form.typed[field]
    const elsewhere = this.form.touched.some((field) => !same(field)) && now.text !== this.#saving && !this.#isBefore(now)
    if (elsewhere) this.conflict = true
    this.#followKeeping(now)
    if (!this.changed) this.conflict = false
    return this.form.typed.text === this.#shown ? undefined : this.#take()
  }

  #isBefore(now: LetterForm): boolean {
    const before = this.#before
    return before !== undefined && (Object.keys(before) as (keyof LetterForm)[]).every((field) => before[field] === now[field])
  }

  /** When saving is taken back and nothing stood there before, what was written is a draft again. */
  #followKeeping(now: LetterForm): void {
    const taken = this.form.take()
    const [base, value] = [{ ...taken.base }, { ...taken.value }]
    this.form.follow(now)
    if (now.text !== '' || base.text === '' || value.text === '') return
    this.form.typed = value
    this.form.changed()
  }

  /** The stored one, or what it began with, in place of this one. @returns its text */
  takeOther(): LetterBody | undefined {
    const { base } = this.form.take()
    this.form.typed = { ...(base.text === '' && this.#beginning ? this.#beginning : base) }
    this.conflict = false
    void this.form.drop()
    return this.#take()
  }

  /** This one stays, and is stored in place of the other. */
  keepOwn(): void {
    this.conflict = false
  }

  /** The letter as it stands, and the form it came from, to be told `saved`. */
  toSave(): { letter: WrittenLetter; form: LetterForm } {
    const { base, value } = this.form.take()
    const form = { ...value }
    this.#before = { ...base }
    this.#saving = form.text
    return { form, letter: { text: JSON.parse(form.text) as LetterBody, sheet: JSON.parse(form.sheet) as LetterSheet } }
  }

  async saved(form: LetterForm): Promise<void> {
    this.conflict = false
    await this.form.saved(form)
  }

  #take(): LetterBody | undefined {
    const { text } = this.form.typed
    this.#shown = text
    this.body = text === '' ? undefined : (JSON.parse(text) as LetterBody)
    return this.body
  }
}
