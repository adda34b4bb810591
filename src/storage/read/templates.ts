// Interaction templates and groups: all of them, and what still rests on one.
import type { InteractionGroupId, TemplateId } from '../../model/ids.ts'
import type { InteractionTemplate } from '../../model/interaction.ts'
import type { InteractionGroup } from '../../model/lists.ts'
import type { Segment } from '../../model/segment.ts'
import type { InteractionSetup } from '../../model/settings.ts'
import type { Database } from '../database.ts'
import { watch, type Watched } from './watch.ts'

export const readTemplates = (db: Database): Promise<InteractionTemplate[]> => db.templates.toArray()

export const readInteractionGroups = (db: Database): Promise<InteractionGroup[]> => db.interactionGroups.toArray()

export const readTemplatesOfGroup = (db: Database, id: InteractionGroupId): Promise<InteractionTemplate[]> =>
  db.templates.filter(({ interactionGroupId }) => interactionGroupId === id).toArray()

export async function readInteractionSetup(db: Database): Promise<InteractionSetup | undefined> {
  const row = await db.settings.get('interactionSetup')
  return row?.id === 'interactionSetup' ? row : undefined
}

export interface TemplateUses {
  /** Open segments with it, in the header or on some line. */
  segments: Segment[]
  /** It is set up to be used by itself. */
  setup: boolean
}

export async function readTemplateUses(db: Database, id: TemplateId): Promise<TemplateUses> {
  const [segments, lines, setup] = await Promise.all([db.segments.toArray(), db.segmentLines.toArray(), readInteractionSetup(db)])
  const onLines = new Set(lines.filter((row) => row.lines.some(({ own }) => own.templateId === id)).map((row) => row.id))
  return {
    segments: segments.filter((segment) => segment.templateId === id || onLines.has(segment.id)),
    setup: [setup?.callsTemplateId, setup?.emailsTemplateId, setup?.coverSheetsTemplateId].includes(id),
  }
}

export const watchTemplateUses = (db: Database, id: TemplateId): Watched<TemplateUses> => watch(() => readTemplateUses(db, id))
