// Lines under headings: by town, salesperson, template or language, each with its count.
import { mailPlace } from '../../core/letter/address.ts'
import type { Effective } from '../../core/segment/effective.ts'
import type { Line } from '../../model/segment.ts'
import { languageText } from './valueText.ts'

export const groupings = ['none', 'town', 'salesperson', 'template', 'language'] as const
export type Grouping = (typeof groupings)[number]

export type ListRow = { kind: 'line'; line: Line; group: number } | { kind: 'head'; name: string; count: number; group: number }

/** Where a line's letter goes: a person without an address is written to at the company's. */
export function townOf({ reached, company }: Effective): string {
  const place = reached && mailPlace(reached, company)
  return [place?.countryCode, place?.city].filter(Boolean).join(' ')
}

function nameOf(resolved: Effective, by: Exclude<Grouping, 'none'>): string {
  switch (by) {
    case 'town':
      return townOf(resolved)
    case 'salesperson':
      return resolved.salesperson.value?.name ?? ''
    case 'template':
      return resolved.template.value?.description ?? ''
    case 'language':
      return languageText(resolved.languageCode.value)
  }
}

/** The groups by name, those without a name at the end; within a group the lines keep their order. */
export function groupsOf(
  lines: readonly Line[],
  by: Exclude<Grouping, 'none'>,
  resolve: (line: Line) => Effective,
): { name: string; lines: Line[] }[] {
  const groups = new Map<string, Line[]>()
  for (const line of lines) {
    const name = nameOf(resolve(line), by)
    const members = groups.get(name)
    if (members) members.push(line)
    else groups.set(name, [line])
  }
  return [...groups]
    .map(([name, members]) => ({ name, lines: members }))
    .sort((a, b) => (a.name === '' ? 1 : b.name === '' ? -1 : a.name.localeCompare(b.name)))
}

/** Headings and lines as one list. */
export const rowsOf = (groups: readonly { name: string; lines: readonly Line[] }[]): ListRow[] =>
  groups.flatMap(({ name, lines }, group): ListRow[] => [
    { kind: 'head', name, count: lines.length, group },
    ...lines.map((line): ListRow => ({ kind: 'line', line, group })),
  ])
