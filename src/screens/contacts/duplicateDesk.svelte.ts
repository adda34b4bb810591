// The desk on which duplicates are worked through: those that were found, which of them are shown, which one is being looked at, and how many
// are done. Without drawing.
import type { House } from '../../actions/house.ts'
import type { ContactId } from '../../model/ids.ts'
import { Live } from '../../parts/live.svelte.ts'
import { watchCommits } from '../../storage/read/watch.ts'
import type { DuplicateGroup, DuplicateList } from '../../workers/jobs/duplicates.ts'
import { LongAct } from '../pieces/longAct.svelte.ts'
import type { Reason } from './duplicateWords.ts'

export type Strength = DuplicateGroup['strength']

/** A group is known by who is in it. */
export const keyOf = ({ members }: Pick<DuplicateGroup, 'members'>): string =>
  members
    .map(({ id }) => id)
    .sort()
    .join(' ')

/** Made while a component is set up: it looks again after every commit. */
export class DuplicateDesk {
  readonly scan = new LongAct()
  list = $state.raw<DuplicateList | undefined>()
  strength = $state<Strength | 'all'>('all')
  reason = $state<Reason | 'all'>('all')
  /** Those to be looked at later stand behind the others. */
  #later = $state.raw<ReadonlySet<string>>(new Set())
  #settled = $state.raw<ReadonlySet<string>>(new Set())
  #chosen = $state('')
  readonly #house: House
  #looking = false
  #again = false

  readonly left: readonly DuplicateGroup[] = $derived(this.list?.groups ?? [])
  readonly done = $derived([...this.#settled].filter((key) => !this.left.some((group) => keyOf(group) === key)).length)
  readonly sure = $derived(this.left.filter(({ strength }) => strength === 'sure'))
  readonly groups: readonly DuplicateGroup[] = $derived.by(() => {
    const shown = this.left.filter(
      ({ strength, because }) =>
        (this.strength === 'all' || strength === this.strength) && (this.reason === 'all' || because.includes(this.reason)),
    )
    const isLater = (group: DuplicateGroup) => this.#later.has(keyOf(group))
    return [...shown.filter((group) => !isLater(group)), ...shown.filter(isLater)]
  })
  readonly current: DuplicateGroup | undefined = $derived(this.groups.find((group) => keyOf(group) === this.#chosen) ?? this.groups[0])

  constructor(house: House) {
    this.#house = house
    const commits = new Live(watchCommits(house.db))
    $effect(() => {
      if (commits.value !== undefined) void this.look()
    })
  }

  /** Finds them; the first time with word about how far it is. */
  async look(): Promise<void> {
    if (this.#looking) {
      this.#again = true
      return
    }
    this.#looking = true
    const found = await this.scan.run((watch) => this.#house.calls.watched(watch, (work, job) => work.findDuplicates(job)))
    this.#looking = false
    if (found) this.list = found.value
    if (this.#again) {
      this.#again = false
      if (found) await this.look()
    }
  }

  choose(group: DuplicateGroup): void {
    this.#chosen = keyOf(group)
  }

  /** The one before or behind the one that is looked at. */
  step(by: 1 | -1): void {
    const at = this.groups.findIndex((group) => group === this.current)
    const next = this.groups[at + by]
    if (next) this.choose(next)
  }

  later(group: DuplicateGroup): void {
    this.#next(group)
    this.#later = new Set([...this.#later, keyOf(group)])
  }

  /** Somebody of a group went into another one: it need not be waited for until the worker says so. */
  settle(group: DuplicateGroup, gone: readonly ContactId[]): void {
    this.#shrink(group, (pair) => !gone.includes(pair.one) && !gone.includes(pair.other))
  }

  /** Two of a group are not the same. */
  apart(group: DuplicateGroup, one: ContactId, other: ContactId): void {
    this.#shrink(group, (pair) => !isOf(pair, one) || !isOf(pair, other))
  }

  /** Each of these has become one. */
  settleAll(groups: readonly DuplicateGroup[]): void {
    for (const group of groups)
      this.settle(
        group,
        group.members.slice(1).map(({ id }) => id),
      )
  }

  #shrink(group: DuplicateGroup, stays: (pair: DuplicateGroup['pairs'][number]) => boolean): void {
    this.#next(group)
    this.#settled = new Set([...this.#settled, keyOf(group)])
    if (!this.list) return
    const pairs = group.pairs.filter(stays)
    const members = group.members.filter(({ id }) => pairs.some((pair) => isOf(pair, id)))
    const rest = members.length > 1 ? [{ ...group, members, pairs }] : []
    this.list = { ...this.list, groups: this.list.groups.flatMap((other) => (keyOf(other) === keyOf(group) ? rest : other)) }
    if (rest[0]) this.choose(rest[0])
  }

  #next(group: DuplicateGroup): void {
    const at = this.groups.findIndex((other) => keyOf(other) === keyOf(group))
    const next = this.groups[at + 1] ?? this.groups[at - 1]
    this.#chosen = next ? keyOf(next) : ''
  }
}

const isOf = (pair: DuplicateGroup['pairs'][number], id: ContactId) => pair.one === id || pair.other === id
