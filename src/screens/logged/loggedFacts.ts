// What a logged segment says of itself: its header as it was, and how many people each of its steps brought and took.
import type { LoggedLine, LoggedSegment } from '../../model/interaction.ts'
import type { Lists } from '../../storage/read/lists.ts'
import { letterLanguageName, longDay } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'

/** People who got an entry in the interaction log. */
export const peopleLogged = (logged: LoggedSegment): number => logged.counts.logged

export const lettersOf = (logged: LoggedSegment): number => logged.counts.letters

export function headerFacts({ header, templateDescription }: LoggedSegment, lists: Lists | undefined): { label: string; value: string }[] {
  const salesperson = lists?.salespeople.find(({ id }) => id === header.salespersonId)
  const campaign = lists?.campaigns.find(({ id }) => id === header.campaignId)
  const type = header.correspondenceType
  return [
    { label: t('logged.day'), value: longDay(header.day) },
    { label: t('logged.template'), value: templateDescription },
    {
      label: t('logged.correspondence'),
      value: type ? t(type === 'email' ? 'contact.byEmail' : 'contact.byLetter') : t('logged.asContact'),
    },
    { label: t('logged.language'), value: header.languageCode ? letterLanguageName(header.languageCode) : t('logged.asContact') },
    { label: t('logged.subject'), value: header.subject },
    { label: t('logged.campaign'), value: campaign ? `${campaign.no} · ${campaign.description}` : '' },
    { label: t('logged.salesperson'), value: salesperson?.name ?? '' },
  ].filter(({ value }) => value !== '')
}

export type LineKind = 'letter' | 'entry' | 'leftOut'

export function kindOf(line: LoggedLine): LineKind {
  if (line.leftOut) return 'leftOut'
  return line.attachmentId ? 'letter' : 'entry'
}

/** The second line of a person: company and town, and her comment. */
export const secondOf = ({ companyName, city, line }: LoggedLine): string =>
  [companyName, city, line.comment].filter((part) => part.trim() !== '').join(' · ')
