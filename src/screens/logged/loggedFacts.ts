// What a logged segment says of itself: its header as it was, and how many people each of its steps brought and took.
import type { LoggedLine, LoggedSegment } from '../../model/interaction.ts'
import type { Lists } from '../../storage/read/lists.ts'
import type { LoggedPage } from '../../storage/read/logged.ts'
import { letterLanguageName, longDay, mediumDay } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'

/** People who got an entry in the interaction log. */
export const peopleLogged = (logged: LoggedSegment): number => logged.counts.logged

export const lettersOf = (logged: LoggedSegment): number => logged.counts.letters

export interface Fact {
  label: string
  value: string
  href?: string | undefined
}

export function headerFacts({ logged, campaignEntries }: LoggedPage, lists: Lists | undefined): Fact[] {
  const { header, templateDescription } = logged
  const salesperson = lists?.salespeople.find(({ id }) => id === header.salespersonId)
  const campaign = lists?.campaigns.find(({ id }) => id === header.campaignId)
  const type = header.correspondenceType
  return [
    { label: t('logged.day'), value: longDay(header.day) },
    { label: t('logged.template'), value: templateDescription },
    { label: t('logged.correspondence'), value: type ? t(`entry.type.${type}`) : t('logged.asContact') },
    { label: t('segment.lettersPer'), value: header.lettersPer ? t(`segment.lettersPer.${header.lettersPer}`) : '' },
    { label: t('logged.language'), value: header.languageCode ? letterLanguageName(header.languageCode) : t('logged.asContact') },
    { label: t('logged.subject'), value: header.subject || t('logged.asTemplate') },
    {
      label: t('logged.campaign'),
      value: campaign ? `${campaign.no} · ${campaign.description}` : '',
      href: campaign && `#/campaigns/${encodeURIComponent(campaign.id)}`,
    },
    {
      label: t('logged.campaignEntry'),
      value: campaignEntries.map(({ day, description }) => [mediumDay(day), description].filter(Boolean).join(' · ')).join(', '),
    },
    { label: t('logged.salesperson'), value: salesperson?.name ?? '' },
  ].filter(({ value }) => value !== '')
}

/** The second line of a person: company and town, and her comment. */
export const secondOf = ({ companyName, city, line }: LoggedLine): string =>
  [companyName, city, line.comment].filter((part) => part.trim() !== '').join(' · ')
