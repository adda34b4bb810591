// Whether names are typed whole or in parts: as it was chosen last, while the app is open.
import { t } from '../../text/language.svelte.ts'

export type NameWay = 'parts' | 'whole'

class Remembered {
  now = $state<NameWay>('parts')
  options = (): { value: NameWay; label: string }[] => [
    { value: 'parts', label: t('contact.nameParts') },
    { value: 'whole', label: t('contact.nameWhole') },
  ]
}

export const nameWay = new Remembered()
