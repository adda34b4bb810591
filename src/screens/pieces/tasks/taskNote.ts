// What came of a task, as the form of its interaction begins: the same words, the day it is, the campaign and opportunity it is about.
import type { Task } from '../../../model/task.ts'
import type { InteractionPreset } from '../interactionForm.svelte.ts'

export function notePreset(task: Task, figure: (minutes: number) => string): InteractionPreset {
  const { description, campaignId, opportunityId, duration, salespersonId } = task
  return {
    description,
    ...(campaignId && { campaignId }),
    ...(opportunityId && { opportunityId }),
    ...(salespersonId && { salespersonId }),
    ...(duration !== undefined && { duration: figure(duration) }),
  }
}
