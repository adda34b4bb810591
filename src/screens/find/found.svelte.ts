// One search over everything that is stored, and over what the app can do. Rows are read when it is opened, contacts are asked of the index.
import { wordsOf } from '../../base/fold.ts'
import type { House } from '../../actions/house.ts'
import { Live } from '../../parts/live.svelte.ts'
import { watchLoggedSegments } from '../../storage/read/logged.ts'
import type { Lists } from '../../storage/read/lists.ts'
import { watchOpportunities } from '../../storage/read/opportunities.ts'
import { watchSegments } from '../../storage/read/segments.ts'
import { watchTasks } from '../../storage/read/tasks.ts'
import { mediumDay } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'
import { ContactSearch } from '../pieces/contactSearch.svelte.ts'
import { matching, mostOfGroup, type Hit, type HitGroup } from './hits.ts'
import { acts, pages, type Way } from './places.ts'

const hitOf = ({ href, icon, label, second }: Way): Hit => ({ href, icon, name: t(label), second: second ? t(second) : '' })

/** Behind the first ones the way to all of them, where there are more. */
function withWay(hits: readonly Hit[], total: number, label: string, href: string | undefined): readonly Hit[] {
  if (href === undefined || total <= hits.length) return hits
  return [...hits, { href, icon: 'right', name: t('find.all', { count: total, list: label }), second: '', isWay: true }]
}

export class Found {
  readonly search: ContactSearch
  readonly #lists: () => Lists | undefined
  readonly #segments
  readonly #logged
  readonly #tasks
  readonly #opportunities

  constructor(house: House, lists: () => Lists | undefined) {
    this.search = new ContactSearch(house, mostOfGroup)
    this.#lists = lists
    this.#segments = new Live(watchSegments(house.db))
    this.#logged = new Live(watchLoggedSegments(house.db))
    this.#tasks = new Live(watchTasks(house.db, false))
    this.#opportunities = new Live(watchOpportunities(house.db))
  }

  readonly words = $derived.by(() => wordsOf(this.search.text))

  /** Every table has been looked through for what is typed now. */
  readonly looked = $derived.by(
    () =>
      this.search.answer?.text === this.search.text.trim() &&
      this.#lists() !== undefined &&
      [this.#segments, this.#logged, this.#tasks, this.#opportunities].every(({ value }) => value !== undefined),
  )

  readonly groups = $derived.by((): HitGroup[] => {
    if (this.words.length === 0) return [this.#group('acts', t('find.acts'), acts.map(hitOf))]
    const stored = [this.#contacts(), ...this.#stored()]
    const ways = [this.#group('acts', t('find.acts'), acts.map(hitOf)), this.#group('pages', t('find.pages'), pages.map(hitOf))]
    return [...stored, ...ways].filter(({ total }) => total > 0)
  })

  /** All that can be stepped through, in the order in which it stands. */
  readonly hits = $derived.by(() => this.groups.flatMap(({ hits }) => hits))

  readonly total = $derived.by(() => this.groups.reduce((sum, { total }) => sum + total, 0))

  #group(name: string, label: string, all: readonly Hit[], list?: string): HitGroup {
    const found = this.words.length === 0 ? [...all] : matching(all, this.words)
    return { name, label, total: found.length, hits: withWay(found.slice(0, mostOfGroup), found.length, label, list) }
  }

  #contacts(): HitGroup {
    // The answer to no text would be everybody.
    const answer = this.search.answer?.text ? this.search.answer : undefined
    const rows = answer?.rows.slice(0, mostOfGroup) ?? []
    const hits = rows.map(({ id, name, companyName, city, no }): Hit => ({
      href: `/contacts/${encodeURIComponent(id)}`,
      icon: 'contacts',
      name,
      second: [companyName, city, no].filter(Boolean).join(' · '),
    }))
    const total = answer?.total ?? 0
    const list = `/contacts?q=${encodeURIComponent(this.search.text.trim())}`
    const label = t('nav.contacts')
    return { name: 'contacts', label, total, hits: withWay(hits, total, label, list) }
  }

  #stored(): HitGroup[] {
    const { templates = [], campaigns = [], savedCriteria = [] } = this.#lists() ?? {}
    const segments = (this.#segments.value ?? []).map(({ segment }): Hit => ({
      href: `/segments/${segment.id}`,
      icon: 'segments',
      name: segment.description,
      second: segment.no,
    }))
    const logged = (this.#logged.value ?? []).map(({ logged: { id, no, header } }): Hit => ({
      href: `/logged/${id}`,
      icon: 'check',
      name: header.description,
      second: no,
    }))
    const tasks = (this.#tasks.value ?? []).map(({ id, no, description, day }): Hit => ({
      ...{ href: `/tasks?task=${encodeURIComponent(id)}`, icon: 'clock', name: description, second: `${no} · ${mediumDay(day)}` },
    }))
    const opportunities = (this.#opportunities.value?.opportunities ?? []).map(({ id, no, description }): Hit => ({
      ...{ href: `/opportunities?opportunity=${encodeURIComponent(id)}`, icon: 'clock', name: description, second: no },
    }))
    const text = encodeURIComponent(this.search.text.trim())
    return [
      this.#group('segments', t('nav.segments'), segments, '/segments'),
      this.#group('logged', t('search.logged'), logged, '/logged'),
      this.#group(
        'campaigns',
        t('nav.campaigns'),
        campaigns.map(({ id, description, no }) => ({ href: `/campaigns/${id}`, icon: 'campaigns', name: description, second: no })),
        `/campaigns?text=${text}`,
      ),
      this.#group('tasks', t('tasks.side.tasks'), tasks, '/tasks'),
      this.#group('opportunities', t('tasks.side.opportunities'), opportunities, '/opportunities'),
      this.#group(
        'templates',
        t('search.templates'),
        templates.map(({ id, description, code }) => ({ href: `/templates/${id}`, icon: 'doc', name: description, second: code })),
        '/templates',
      ),
      this.#group(
        'criteria',
        t('more.criteria'),
        savedCriteria.map(({ id, code, description }) => ({ href: `/criteria/${id}`, icon: 'save', name: description, second: code })),
        '/criteria',
      ),
    ]
  }
}
