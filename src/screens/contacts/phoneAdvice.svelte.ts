// What the worker makes of the phone numbers that stand in a form, shortly after the finger rests. Whatever it says, the number is kept.
import { onDestroy } from 'svelte'
import type { House } from '../../actions/house.ts'
import { t } from '../../text/language.svelte.ts'
import type { SeenPhone } from '../../workers/jobs/phoneNumbers.ts'

const rest = 350

export class PhoneAdvice<Name extends string> {
  #seen = $state.raw<Partial<Record<Name, SeenPhone[]>>>({})
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked = 0

  /** Made while a component is set up. @param typed what stands in each field, and the country of numbers without a code */
  constructor(house: House, typed: () => { numbers: Record<Name, string>; country: string }) {
    $effect(() => {
      const { numbers, country } = typed()
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => void this.#ask(house, { ...numbers }, country), rest)
    })
    onDestroy(() => clearTimeout(this.#timer))
  }

  /** The worker may be away: then nothing is said. */
  async #ask(house: House, numbers: Record<Name, string>, country: string): Promise<void> {
    const turn = ++this.#asked
    const names = (Object.keys(numbers) as Name[]).filter((name) => numbers[name].trim() !== '')
    const asked = names.map((name) => ({ text: numbers[name], country }))
    const answer = asked.length > 0 ? await house.calls.work.phoneNumbers(asked).catch(() => []) : []
    if (turn === this.#asked)
      this.#seen = Object.fromEntries(names.map((name, at) => [name, answer[at] ?? []])) as Partial<Record<Name, SeenPhone[]>>
  }

  #of(name: Name, text: string): SeenPhone[] {
    // What was asked before the last letters were typed says nothing of them.
    return (this.#seen[name] ?? []).filter((one) => text.includes(one.text))
  }

  warning(name: Name, text: string): string {
    const why = this.#of(name, text).find((one) => one.why)?.why
    return why ? t(`contact.phoneWhy.${why}`) : ''
  }

  /** How it is dialled, where that is more than what was typed. */
  hint(name: Name, text: string): string {
    const seen = this.#of(name, text)
    const said = seen.flatMap((one) => (one.international ? [dialledAs(one.international, one.extension)] : []))
    return said.length === 0 || said.join('; ') === text.trim() ? '' : t('contact.phoneIs', { number: said.join(' · ') })
  }
}

const dialledAs = (number: string, extension: string | undefined) =>
  extension ? t('contact.phoneExtension', { number, extension }) : number
