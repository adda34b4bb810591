// Every page and its address. Pages load when they are first shown; all of them are on the tablet already.
import type { Component } from 'svelte'

export type Section = 'today' | 'contacts' | 'segments' | 'campaigns' | 'more'

interface Page {
  default: Component<{ params: Record<string, string> }>
}

export interface Route {
  pattern: string
  section: Section
  load: () => Promise<Page>
}

const page = (load: () => Promise<unknown>) => load as () => Promise<Page>

export const routes: readonly Route[] = [
  { pattern: '/', section: 'today', load: page(() => import('../screens/today/Today.svelte')) },
  { pattern: '/contacts', section: 'contacts', load: page(() => import('../screens/contacts/Contacts.svelte')) },
  { pattern: '/contacts/duplicates', section: 'contacts', load: page(() => import('../screens/contacts/Duplicates.svelte')) },
  { pattern: '/contacts/:id', section: 'contacts', load: page(() => import('../screens/contacts/ContactCard.svelte')) },
  { pattern: '/contacts/:id/forget', section: 'contacts', load: page(() => import('../screens/contacts/Forget.svelte')) },
  { pattern: '/segments', section: 'segments', load: page(() => import('../screens/segments/Segments.svelte')) },
  { pattern: '/segments/:id', section: 'segments', load: page(() => import('../screens/segments/Worksheet.svelte')) },
  { pattern: '/segments/:id/criteria', section: 'segments', load: page(() => import('../screens/segments/CriteriaPage.svelte')) },
  { pattern: '/segments/:id/calls', section: 'segments', load: page(() => import('../screens/calls/Calls.svelte')) },
  { pattern: '/segments/:id/letters', section: 'segments', load: page(() => import('../screens/segments/PreviewPage.svelte')) },
  { pattern: '/segments/:id/output', section: 'segments', load: page(() => import('../screens/segments/OutputPage.svelte')) },
  { pattern: '/segments/:id/write/:lineNo', section: 'segments', load: page(() => import('../screens/segments/WriteLinePage.svelte')) },
  { pattern: '/criteria', section: 'more', load: page(() => import('../screens/criteria/SavedCriteriaList.svelte')) },
  { pattern: '/criteria/:id', section: 'more', load: page(() => import('../screens/criteria/SavedCriteriaCard.svelte')) },
  { pattern: '/logged', section: 'more', load: page(() => import('../screens/logged/LoggedSegments.svelte')) },
  { pattern: '/logged/:id', section: 'more', load: page(() => import('../screens/logged/LoggedSegment.svelte')) },
  { pattern: '/tasks', section: 'more', load: page(() => import('../screens/tasks/Tasks.svelte')) },
  { pattern: '/opportunities', section: 'more', load: page(() => import('../screens/opportunities/Opportunities.svelte')) },
  { pattern: '/logged/:id/responses', section: 'more', load: page(() => import('../screens/responses/LoggedResponses.svelte')) },
  { pattern: '/logged/:id/results', section: 'more', load: page(() => import('../screens/logged/LoggedResults.svelte')) },
  { pattern: '/log', section: 'more', load: page(() => import('../screens/interactions/InteractionLog.svelte')) },
  { pattern: '/campaigns', section: 'campaigns', load: page(() => import('../screens/campaigns/Campaigns.svelte')) },
  { pattern: '/campaigns/:id', section: 'campaigns', load: page(() => import('../screens/campaigns/CampaignCard.svelte')) },
  {
    pattern: '/campaigns/:id/responses',
    section: 'campaigns',
    load: page(() => import('../screens/responses/CampaignResponses.svelte')),
  },
  { pattern: '/more', section: 'more', load: page(() => import('../screens/settings/More.svelte')) },
  { pattern: '/templates', section: 'more', load: page(() => import('../screens/templates/Templates.svelte')) },
  { pattern: '/templates/:id', section: 'more', load: page(() => import('../screens/templates/TemplatePage.svelte')) },
  { pattern: '/templates/:id/check/:language', section: 'more', load: page(() => import('../screens/templates/CheckPage.svelte')) },
  { pattern: '/templates/:id/write/:language', section: 'more', load: page(() => import('../screens/templates/WritePage.svelte')) },
  { pattern: '/files', section: 'more', load: page(() => import('../screens/files/FilesAndSafety.svelte')) },
  { pattern: '/handover', section: 'more', load: page(() => import('../screens/handOver/HandOver.svelte')) },
  { pattern: '/handover/in', section: 'more', load: page(() => import('../screens/handOver/TakeIn.svelte')) },
  { pattern: '/gallery', section: 'more', load: page(() => import('../screens/gallery/Gallery.svelte')) },
  { pattern: '/import', section: 'contacts', load: page(() => import('../screens/files/Import.svelte')) },
  { pattern: '/settings', section: 'more', load: page(() => import('../screens/settings/Settings.svelte')) },
  { pattern: '/help', section: 'more', load: page(() => import('../screens/help/Help.svelte')) },
  { pattern: '/help/campaigns', section: 'more', load: page(() => import('../screens/help/CampaignsHelp.svelte')) },
  { pattern: '/help/contacts', section: 'more', load: page(() => import('../screens/help/ContactsHelp.svelte')) },
  { pattern: '/help/letters', section: 'more', load: page(() => import('../screens/help/LettersHelp.svelte')) },
  { pattern: '/help/licences', section: 'more', load: page(() => import('../screens/help/Licences.svelte')) },
  { pattern: '/help/word', section: 'more', load: page(() => import('../screens/help/WordHelp.svelte')) },
]

export interface Found {
  route: Route
  params: Record<string, string>
}

/** A part of an address as it was meant; nothing when it cannot be read, as `%`. */
function meant(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}

/** The route of a path, with its parts; nothing when there is no such page. */
export function findRoute(path: string): Found | undefined {
  const parts = path.split('/').filter(Boolean)
  for (const route of routes) {
    const wanted = route.pattern.split('/').filter(Boolean)
    if (wanted.length !== parts.length) continue
    const params: Record<string, string> = {}
    const fits = wanted.every((name, at) => {
      const part = parts[at] ?? ''
      if (!name.startsWith(':')) return name === part
      const value = meant(part)
      if (value !== undefined) params[name.slice(1)] = value
      return value !== undefined
    })
    if (fits) return { route, params }
  }
  return undefined
}
