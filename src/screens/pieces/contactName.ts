// How somebody is called where a list or a sentence needs a word for everybody: also for who has no name, and for who is gone.
import type { Contact } from '../../model/contact.ts'
import { t } from '../../text/language.svelte.ts'

/** The name; the number of who has none. */
export const nameOf = (contact: Pick<Contact, 'name' | 'no'> | undefined): string =>
  contact ? contact.name.trim() || contact.no : t('segment.contactGone')
