// What a person is called where answers are recorded: also who has no name, and who was forgotten.
import { t } from '../../text/language.svelte.ts'
import type { RespondRow } from '../../workers/jobs/responses.ts'

export const respondentName = ({ name, no, erased }: Pick<RespondRow, 'name' | 'no' | 'erased'>): string =>
  erased ? t('forget.erased') : name.trim() || no || t('logged.nameless')
