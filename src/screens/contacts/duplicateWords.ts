// What speaks for two being one, in words: `same e-mail, name alike`.
import type { ContactId } from '../../model/ids.ts'
import { t } from '../../text/language.svelte.ts'
import type { LooksLike } from '../../workers/jobs/duplicates.ts'

type Why = Pick<LooksLike, 'because' | 'sameName'>
export type Reason = LooksLike['because'][number]

/** In the order of their weight. */
export const becauseText = ({ because, sameName }: Why): string =>
  because.map((reason) => (reason === 'name' && !sameName ? t('duplicates.nameAlike') : t(`duplicates.same.${reason}`))).join(', ')

/** Where two contacts stand side by side. */
export const pairPath = (kept: ContactId, lost: ContactId): string =>
  `/contacts/duplicates?${new URLSearchParams({ one: kept, other: lost }).toString()}`
