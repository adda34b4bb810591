// What of the contacts is exported: everybody, all who are shown, or all who are selected, however many are drawn.
import { unpackIds } from '../../base/packedIds.ts'
import type { ContactId } from '../../model/ids.ts'
import { t } from '../../text/language.svelte.ts'
import type { ExportOffer } from '../pieces/exportMaking.svelte.ts'
import type { ContactList } from './contactList.svelte.ts'
import type { ContactSelection } from './contactSelection.svelte.ts'

export const exportOffer = (list: ContactList): ExportOffer => ({
  kind: 'contacts',
  label: t('export.kind.contacts'),
  source: async () => {
    const { text, within, quick } = list.ask
    if (!text.trim() && !within && quick.length === 0) return { of: 'contacts', who: 'all' }
    return { of: 'contacts', who: unpackIds<ContactId>(await list.ids()) }
  },
})

export const selectionOffer = (selection: ContactSelection): ExportOffer => ({
  kind: 'contacts',
  label: t('export.kind.contacts'),
  source: async () => ({ of: 'contacts', who: unpackIds<ContactId>(await selection.packed()) }),
})
