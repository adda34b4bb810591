// What stands against deleting somebody: where it leads, and what it says.
import type { Blocker } from '../../core/contact/deleteContact.ts'
import { t } from '../../text/language.svelte.ts'

/** The segment, the task, the opportunity, or the very form that was begun. */
export function blockerHref(blocker: Blocker): string {
  switch (blocker.kind) {
    case 'segment':
      return `#/segments/${blocker.segmentId}`
    case 'task':
      return `#/tasks?task=${encodeURIComponent(blocker.taskId)}`
    case 'opportunity':
      return `#/opportunities?opportunity=${encodeURIComponent(blocker.opportunityId)}`
    case 'draft':
      return `#/contacts/${encodeURIComponent(blocker.contactId)}?open=${blocker.draft}`
  }
}

export function blockerWords(blocker: Blocker): string {
  const { name } = blocker
  switch (blocker.kind) {
    case 'segment':
      return t('delete.blocker.segment', { name, count: blocker.lines, segment: blocker.description || blocker.no })
    case 'task':
    case 'opportunity':
      return t(`delete.blocker.${blocker.kind}`, { name, description: blocker.description })
    case 'draft':
      return t(`delete.blocker.${blocker.draft}`, { name })
  }
}

/** What to do about it. */
export const blockerDo = ({ kind }: Blocker): string => t(`delete.blocker.${kind}Do`)

export const blockerIcon = { segment: 'segments', task: 'check', opportunity: 'note', draft: 'edit' } as const
