// Which template is used by itself: for calls, e-mails, cover sheets. BC: Interaction/InteractionTemplateSetup.Table.al
import { ok, type Result } from '../base/result.ts'
import { asRead, given } from '../core/asRead.ts'
import type { SetupUse } from '../core/interaction/template.ts'
import type { Failure } from '../model/failure.ts'
import type { TemplateId } from '../model/ids.ts'
import type { InteractionSetup } from '../model/settings.ts'
import { noChanges } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readInteractionSetup } from '../storage/read/templates.ts'
import { planAndWrite, type House } from './house.ts'

/** Says which template this automatic event takes; without one the person is asked each time. */
export function chooseTemplateFor(
  house: House,
  use: SetupUse,
  templateId: TemplateId | undefined,
): Promise<Result<Committed & { value: undefined }, Failure>> {
  return planAndWrite(house, 'saveInteractionSetup', async () => {
    const stored: InteractionSetup = (await readInteractionSetup(house.db)) ?? { id: 'interactionSetup', rev: 0 }
    const row = given({ ...stored, [`${use}TemplateId`]: templateId })
    return ok({ changes: { ...noChanges(), put: { settings: [row] }, requires: [asRead('settings', stored)] }, value: undefined })
  })
}
