// Where the search leads beside what is stored: acts that can be begun from anywhere, and the pages.
import type { IconName } from '../../parts/icons.ts'
import type { Key } from '../../text/language.svelte.ts'
import { settingsParts } from '../pieces/settingsParts.ts'

export interface Way {
  href: string
  icon: IconName
  label: Key
  /** What it is about, where its name does not say so. */
  second?: Key
}

/** Acts, the most usual first. */
export const acts: readonly Way[] = [
  { href: '/segments?open=new', icon: 'plus', label: 'segments.new' },
  { href: '/contacts?open=new', icon: 'plus', label: 'contacts.new' },
  { href: '/log?open=new', icon: 'plus', label: 'interaction.log' },
  { href: '/tasks?open=new', icon: 'plus', label: 'task.new' },
  { href: '/opportunities?open=new', icon: 'plus', label: 'opportunity.new' },
  { href: '/campaigns?open=new', icon: 'plus', label: 'campaigns.new' },
  { href: '/import', icon: 'save', label: 'import.title' },
  { href: '/files?do=backup', icon: 'shield', label: 'today.backUp' },
]

export const pages: readonly Way[] = [
  { href: '/', icon: 'today', label: 'nav.today' },
  { href: '/contacts', icon: 'contacts', label: 'nav.contacts' },
  { href: '/contacts/duplicates', icon: 'contacts', label: 'duplicates.pageTitle' },
  { href: '/segments', icon: 'segments', label: 'nav.segments' },
  { href: '/campaigns', icon: 'campaigns', label: 'nav.campaigns' },
  { href: '/tasks', icon: 'clock', label: 'tasks.side.tasks' },
  { href: '/opportunities', icon: 'clock', label: 'tasks.side.opportunities' },
  { href: '/logged', icon: 'check', label: 'more.logged', second: 'more.hint.logged' },
  { href: '/log', icon: 'list', label: 'more.log', second: 'more.hint.log' },
  { href: '/criteria', icon: 'save', label: 'more.criteria', second: 'more.hint.criteria' },
  { href: '/templates', icon: 'doc', label: 'more.templates', second: 'more.hint.templates' },
  { href: '/files', icon: 'shield', label: 'more.files', second: 'more.hint.files' },
  { href: '/settings', icon: 'cog', label: 'more.settings', second: 'more.hint.settings' },
  ...settingsParts.map(({ name, icon }): Way => ({
    href: `/settings?part=${name}`,
    icon,
    label: `settings.${name}`,
    second: 'more.settings',
  })),
  { href: '/help', icon: 'info', label: 'more.help', second: 'more.hint.help' },
  { href: '/help/contacts', icon: 'info', label: 'contactsHelp.title', second: 'more.help' },
  { href: '/help/campaigns', icon: 'info', label: 'campaignsHelp.title', second: 'more.help' },
  { href: '/help/letters', icon: 'info', label: 'lettersHelp.title', second: 'more.help' },
  { href: '/help/word', icon: 'info', label: 'wordHelp.title', second: 'more.help' },
]
