// Pairs who may be one, in groups: three cards of one person are one thing to look at. How sure it is says how it can be treated.
import type { ContactId } from '../../model/ids.ts'
import { pairId } from '../../model/merge.ts'
import type { Because } from './likeness.ts'
import type { Pair } from './duplicateBook.ts'

/** `sure`: the same name and an e-mail address of her own, and nothing contradicts. */
export type Strength = 'sure' | 'likely' | 'possible'
export const strengths = ['sure', 'likely', 'possible'] as const

export interface Group {
  /** All who may be one; two or more. */
  ids: ContactId[]
  /** Those of them for whom something speaks, the strongest first. */
  pairs: (Pair & { strength: Strength })[]
  /** Of the weakest link that holds the group together. */
  strength: Strength
  because: Because[]
  sameName: boolean
}

/** From this weight on it is likely. */
const likelyFrom = 9

export function strengthOf({ score, ownEmail, sameName, contradicted }: Pair): Strength {
  if (sameName && ownEmail && !contradicted) return 'sure'
  return score >= likelyFrom ? 'likely' : 'possible'
}

/** @param apart pairs that were looked at and found to be two */
export function groupsOf(pairs: readonly Pair[], apart: ReadonlySet<string>): Group[] {
  const left = pairs.filter(({ one, other }) => !apart.has(pairId(one, other)))
  const links = new Links()
  for (const { one, other } of left) links.join(one, other)
  const byRoot = new Map<ContactId, Group>()
  for (const pair of left.map((one) => ({ ...one, strength: strengthOf(one) })).sort((a, b) => b.score - a.score)) {
    const root = links.rootOf(pair.one)
    const group = byRoot.get(root)
    if (!group) byRoot.set(root, grown(undefined, pair))
    else grown(group, pair)
  }
  return [...byRoot.values()].map(allSure).sort(byStrength)
}

function grown(group: Group | undefined, pair: Group['pairs'][number]): Group {
  if (!group) return { ids: [pair.one, pair.other], pairs: [pair], ...pickedOf(pair) }
  // A pair of two who are both in it already holds nothing together that did not hold before.
  const fresh = [pair.one, pair.other].filter((id) => !group.ids.includes(id))
  group.ids.push(...fresh)
  group.pairs.push(pair)
  if (fresh.length > 0 && strengths.indexOf(pair.strength) > strengths.indexOf(group.strength)) Object.assign(group, pickedOf(pair))
  return group
}

/** Of three and more it is sure only if it is of every two: else something speaks against two of them, or they were told apart. */
function allSure(group: Group): Group {
  const sure = group.pairs.filter(({ strength }) => strength === 'sure').length
  const all = (group.ids.length * (group.ids.length - 1)) / 2
  return group.strength === 'sure' && sure < all ? { ...group, strength: 'likely' } : group
}

const pickedOf = ({ strength, because, sameName }: Group['pairs'][number]) => ({ strength, because, sameName })

/** The surest first; among those the ones with the most to say. */
const byStrength = (a: Group, b: Group) =>
  strengths.indexOf(a.strength) - strengths.indexOf(b.strength) ||
  (b.pairs[0]?.score ?? 0) - (a.pairs[0]?.score ?? 0) ||
  (a.ids[0] ?? '').localeCompare(b.ids[0] ?? '')

/** Who hangs together with whom. After Tarjan's disjoint sets. */
class Links {
  readonly #parents = new Map<ContactId, ContactId>()

  rootOf(id: ContactId): ContactId {
    let root = id
    for (let parent = this.#parents.get(root); parent !== undefined; parent = this.#parents.get(root)) root = parent
    for (let at = id; at !== root;) {
      const next = this.#parents.get(at) ?? root
      this.#parents.set(at, root)
      at = next
    }
    return root
  }

  join(one: ContactId, other: ContactId): void {
    const [a, b] = [this.rootOf(one), this.rootOf(other)]
    if (a !== b) this.#parents.set(b, a)
  }
}
