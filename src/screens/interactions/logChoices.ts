// Names of what the log can be narrowed by: a template, a salesperson, a campaign, an evaluation, an answer; blank stands for "without".
import type { ResponseStatusId } from '../../model/ids.ts'
import type { Evaluation } from '../../model/parts.ts'
import type { Lists } from '../../storage/read/lists.ts'
import { t } from '../../text/language.svelte.ts'
import { statusName } from '../pieces/responseText.ts'

export type Choice = 'template' | 'salesperson' | 'campaign' | 'evaluation' | 'response'

export function choiceName(choice: Choice, value: string, lists: Lists | undefined): string {
  if (value === '') return t(`interactions.without.${choice}`)
  const found = {
    template: () => lists?.templates.find(({ id }) => id === value)?.description,
    salesperson: () => lists?.salespeople.find(({ id }) => id === value)?.name,
    campaign: () => lists?.campaigns.find(({ id }) => id === value)?.description,
    evaluation: () => t(`entry.evaluation.${value as Evaluation}`),
    response: () => (value === 'answered' ? t('entry.responseUnsaid') : statusName(value as ResponseStatusId, lists?.campaigns ?? [])),
  }[choice]()
  return found || t('interactions.unknown')
}
