// What can come out of a segment: each kind with its words, its icon, where it stands among the others, and the panel that makes it. A
// panel is loaded when it is first opened.
import type { Component } from 'svelte'
import type { Segment } from '../../model/segment.ts'
import type { IconName } from '../../parts/icons.ts'
import type { Key } from '../../text/language.svelte.ts'
import type { Worksheet } from './worksheet.svelte.ts'

export type OutputKind = 'letters' | 'emails' | 'labels' | 'envelopes' | 'coverSheets' | 'contactList' | 'callList' | 'recipients'

/** What every panel gets. It draws itself in an `OutputPane`. */
export interface PanelProps {
  work: Worksheet
  segment: Segment
  kind: OutputKind
}

export interface OutputKindRow {
  kind: OutputKind
  label: Key
  icon: IconName
  /** Kinds of one group stand together: what is written to them, what is stuck or laid beside it, who they are. */
  group: 'writing' | 'paper' | 'lists'
  /** How those it is made for get their letters; so many stand beside it. Missing: all. */
  channel?: 'print' | 'email'
  load: () => Promise<{ default: Component<PanelProps> }>
}

const panel = (load: () => Promise<unknown>) => load as OutputKindRow['load']

/** In the order in which they are offered. */
export const outputKinds: readonly OutputKindRow[] = [
  {
    kind: 'letters',
    label: 'output.letters',
    icon: 'doc',
    group: 'writing',
    channel: 'print',
    load: panel(() => import('./LettersPanel.svelte')),
  },
  {
    ...{ kind: 'emails', label: 'output.emails', icon: 'mail', group: 'writing', channel: 'email' },
    load: panel(() => import('./EmailsPanel.svelte')),
  },
  {
    ...{ kind: 'labels', label: 'output.labels', icon: 'table', group: 'paper', channel: 'print' },
    load: panel(() => import('./LabelsPanel.svelte')),
  },
  {
    ...{ kind: 'envelopes', label: 'output.envelopes', icon: 'envelope', group: 'paper', channel: 'print' },
    load: panel(() => import('./EnvelopesPanel.svelte')),
  },
  {
    ...{ kind: 'coverSheets', label: 'output.coverSheets', icon: 'note', group: 'paper', channel: 'print' },
    load: panel(() => import('./CoverSheetsPanel.svelte')),
  },
  {
    ...{ kind: 'contactList', label: 'lists.contactList', icon: 'contacts', group: 'lists' },
    load: panel(() => import('./ListsPanel.svelte')),
  },
  { ...{ kind: 'callList', label: 'lists.callList', icon: 'phone', group: 'lists' }, load: panel(() => import('./ListsPanel.svelte')) },
  { ...{ kind: 'recipients', label: 'lists.recipients', icon: 'list', group: 'lists' }, load: panel(() => import('./ListsPanel.svelte')) },
]

/** The address of an output page. */
export const outputPath = (segmentId: string, kind: OutputKind = 'letters'): string => `/segments/${segmentId}/output?kind=${kind}`
