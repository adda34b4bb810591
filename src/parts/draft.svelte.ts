// What is being typed in an open form. It is mirrored on the disk shortly after each change, so that a reload, a crash or an
// update loses nothing, and it is offered again when the form is opened. A write that fails is tried again, and said once.
import { untrack } from 'svelte'

export interface DraftKeeper {
  read: (id: string) => Promise<unknown>
  write: (id: string, value: unknown, at: string) => Promise<void>
  drop: (id: string) => Promise<void>
}

const shortly = 250
/** Drafts with something typed that may not be on the disk yet. */
const open = new Set<Draft<object>>()
let tellFailure: (error: unknown) => void = () => undefined

/** Who hears that typing could not be kept: once per form, until a write succeeds again. */
export function onDraftFailure(tell: (error: unknown) => void): void {
  tellFailure = tell
}

/** Writes all open drafts at once: before the app moves to a new version. @returns whether all of them are on the disk */
export async function flushDrafts(): Promise<boolean> {
  const written = await Promise.all([...open].map((draft) => draft.flush()))
  return written.every(Boolean)
}

export class Draft<T extends object> {
  value: T = $state()!
  /** True when the form was found half filled from before. */
  found = $state(false)
  /** True while what was typed could not be written; the next change or flush tries again. */
  failed = $state(false)
  /** True while all that was typed is on the disk. */
  kept = $state(false)
  /** Settled when it is known whether there was a draft from before. */
  readonly looked: Promise<void>
  readonly #id: string
  readonly #keeper: DraftKeeper
  #timer: ReturnType<typeof setTimeout> | undefined
  #pending = false
  /** Something was typed here, or the form was closed: what was kept before comes too late. */
  #begun = false
  /** The row on the disk is one that this form wrote or found; another window's is none of its business. */
  #ours = false
  #left = false
  #turn = 0
  #writing: Promise<boolean> = Promise.resolve(true)
  readonly #start: T

  /** @param start the empty form. A kept draft with other keys or kinds of values, from before an update, is not taken. */
  constructor(id: string, keeper: DraftKeeper, start: T) {
    this.#id = id
    this.#keeper = keeper
    const plain: unknown = untrack(() => $state.snapshot(start))
    this.#start = plain as T
    this.value = start
    this.looked = this.#takeOver() ? Promise.resolve() : this.#offerKept(start)
  }

  /** Tell after each change of `value`. */
  changed(): void {
    this.#begun = true
    this.#pending = true
    this.kept = false
    this.#left = false
    open.add(this)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), shortly)
  }

  /** Writes what was typed. Never rejects. @returns whether it is on the disk */
  flush(): Promise<boolean> {
    clearTimeout(this.#timer)
    if (this.#pending) {
      this.#pending = false
      this.#writing = this.#write(++this.#turn)
    }
    return this.#writing
  }

  /** The finished value, as plain data that can be stored. */
  take(): T {
    const plain: unknown = $state.snapshot(this.value)
    return plain as T
  }

  /** What was found is given up: the form is as it was before anybody typed, and stays open. */
  beginAnew(): Promise<void> {
    this.value = structuredClone(this.#start)
    return this.drop()
  }

  /** The form is done with, saved or given up: nothing of it is kept. It may stay open, and be typed in again. */
  async drop(): Promise<void> {
    this.#forget()
    if (!this.#ours) return
    this.#ours = false
    try {
      await this.#keeper.drop(this.#id)
    } catch (error) {
      this.#ours = true
      this.#fail(error)
    }
  }

  /** The form is left open: the draft stays on the disk; in memory as long as it cannot be written. */
  async leave(): Promise<void> {
    this.#begun = true
    this.#left = true
    if ((await this.flush()) && this.#left) open.delete(this)
  }

  async #write(turn: number): Promise<boolean> {
    this.#ours = true
    try {
      await this.#keeper.write(this.#id, this.take(), new Date().toISOString())
      this.failed = false
      if (turn === this.#turn) this.kept = !this.#pending
      return true
    } catch (error) {
      // A later write, or the end of the form, has taken its place.
      if (turn !== this.#turn) return true
      this.#pending = true
      this.#fail(error)
      return false
    }
  }

  async #offerKept(start: T): Promise<void> {
    try {
      const kept = await this.#keeper.read(this.#id)
      if (kept === undefined || (this.#begun && !open.has(this))) return
      this.#ours = true
      if (this.#begun || !fits(kept, start)) return
      this.value = grown(kept, start) as T
      this.found = this.kept = true
    } catch (error) {
      this.#fail(error)
    }
  }

  /** A form of the same name was left while its writing failed: its typing goes on here. */
  #takeOver(): boolean {
    const before = [...open].find((other) => other.#left && other.#id === this.#id && other.#keeper === this.#keeper)
    if (!before) return false
    this.value = before.take() as T
    this.found = true
    before.#forget()
    this.changed()
    return true
  }

  #forget(): void {
    clearTimeout(this.#timer)
    this.#begun = true
    this.#pending = false
    this.found = false
    this.failed = false
    this.kept = false
    this.#turn++
    this.#writing = Promise.resolve(true)
    open.delete(this)
  }

  #fail(error: unknown): void {
    if (this.failed) return
    this.failed = true
    tellFailure(error)
  }
}

/**
 * A form over several fields of a stored row. Beside what is typed it keeps what it began from: a field that was not touched
 * follows the row, also when another window changes it meanwhile, and only touched fields are written.
 */
export class FormDraft<V extends object> extends Draft<{ base: V; value: V }> {
  constructor(id: string, keeper: DraftKeeper, stored: V) {
    super(id, keeper, { base: { ...stored }, value: { ...stored } })
  }

  /** What stands in the fields. */
  get typed(): V {
    return this.value.value
  }

  set typed(values: V) {
    this.value.value = values
  }

  /** The fields that say something else than the stored row. */
  get touched(): (keyof V)[] {
    const { base, value } = this.value
    return fieldsOf(value).filter((field) => !isSame(value[field], base[field]))
  }

  /** The touched fields with their values, as plain data: what is to be written. */
  patch(): Partial<V> {
    const { value } = this.take()
    return Object.fromEntries(this.touched.map((field) => [field, value[field]])) as Partial<V>
  }

  /** What the row says now; to be called in an effect, so that it is called again when the row or a kept draft comes. */
  follow(now: V): void {
    void this.value
    untrack(() => {
      const { base, value } = this.value
      for (const field of fieldsOf(now)) {
        if (isSame(value[field], base[field])) value[field] = now[field]
        base[field] = now[field]
      }
    })
  }

  /** These values are stored. The draft is done with; what was typed in the meantime stays, and is kept. */
  async saved(values: V): Promise<void> {
    const { base, value } = this.value
    for (const field of fieldsOf(values)) if (isSame(value[field], values[field])) base[field] = value[field]
    await this.drop()
    if (this.touched.length > 0) this.changed()
  }

  /** A form in which nothing is touched leaves no draft behind. */
  override leave(): Promise<void> {
    return this.touched.length > 0 ? super.leave() : this.drop()
  }
}

const fieldsOf = <V extends object>(values: V) => Object.keys(values) as (keyof V)[]

const isSame = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b)

/** No other keys and the same kinds of values, all the way down; what stands in a list is not looked at. */
function fits(kept: unknown, start: unknown): boolean {
  if (start === undefined) return true
  if (typeof kept !== typeof start || Array.isArray(kept) !== Array.isArray(start)) return false
  if (typeof start !== 'object' || Array.isArray(start)) return true
  if (start === null || kept === null) return start === kept
  const names = Object.keys(start)
  const known: Partial<Record<string, unknown>> = { ...kept }
  return (
    Object.keys(known).every((name) => names.includes(name)) &&
    Object.entries(start).every(([name, value]) => !(name in known) || fits(known[name], value))
  )
}

/** What was typed before an update, in a form that has more fields by now: those begin as they stand. */
function grown(kept: unknown, start: unknown): unknown {
  if (typeof start !== 'object' || start === null || Array.isArray(start)) return kept
  const known: Partial<Record<string, unknown>> = { ...(kept as object) }
  for (const [name, value] of Object.entries(start) as [string, unknown][]) known[name] = name in known ? grown(known[name], value) : value
  return known
}
