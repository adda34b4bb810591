// What is to be done, and what may come of it: tasks and opportunities.
// BC: Task/Todo.Table.al (5080), Opportunity/Opportunity.Table.al (5092)
import * as z from 'zod/mini'
import {
  id,
  type CampaignId,
  type ContactId,
  type EntryId,
  type LoggedSegmentId,
  type OpportunityId,
  type SalespersonId,
  type SegmentId,
  type TaskId,
} from './ids.ts'
import { day, row, time } from './parts.ts'

/** BC: Task/TaskType.Enum.al; missing = neither */
export const TaskType = z.enum(['meeting', 'phoneCall'])
export type TaskType = z.infer<typeof TaskType>

/** BC: Task/TaskStatus.Enum.al. Completed ones are closed, and only those. */
export const TaskStatus = z.enum(['notStarted', 'inProgress', 'waiting', 'postponed', 'completed'])
export type TaskStatus = z.infer<typeof TaskStatus>

export const TaskPriority = z.enum(['low', 'normal', 'high'])
export type TaskPriority = z.infer<typeof TaskPriority>

/** Done, it comes again so much later: than the day it was due, or than the day it was done. BC: "Recurring Date Interval", "Calc. Due Date From" */
export const Recurring = z.object({
  every: z.number(),
  unit: z.enum(['day', 'week', 'month', 'year']),
  from: z.enum(['due', 'done']),
  /** The day of the month it is meant for, where a shorter month brought it forward: the 31st, on 28 February. */
  monthDay: z.optional(z.number()),
})
export type Recurring = z.infer<typeof Recurring>

/** For whom it is, and where it came from; the same of tasks and opportunities. */
const about = {
  contactId: z.optional(id<ContactId>()),
  /** The contact's company, or the contact itself when it is one. */
  companyId: z.optional(id<ContactId>()),
  salespersonId: z.optional(id<SalespersonId>()),
  campaignId: z.optional(id<CampaignId>()),
  /** The open segment it was made from; it stays when that is logged or deleted. BC: "Segment No." */
  segmentId: z.optional(id<SegmentId>()),
  loggedSegmentId: z.optional(id<LoggedSegmentId>()),
  /** The interaction log entry it follows. */
  entryId: z.optional(id<EntryId>()),
}

export const Task = z.object({
  ...row,
  id: id<TaskId>(),
  no: z.string(),
  type: z.optional(TaskType),
  description: z.string(),
  /** When it is due; of a meeting when it begins. */
  day,
  time: z.optional(time),
  /** In minutes; of a meeting without one: all day. */
  duration: z.optional(z.number()),
  location: z.string(),
  status: TaskStatus,
  priority: TaskPriority,
  notes: z.string(),
  closedDay: z.optional(day),
  /** Not to be done any more; it stays to be seen. */
  cancelled: z.boolean(),
  recurring: z.optional(Recurring),
  /** Closed, it came again as this one. */
  nextTaskId: z.optional(id<TaskId>()),
  opportunityId: z.optional(id<OpportunityId>()),
  ...about,
})
export type Task = z.infer<typeof Task>

/** BC: Opportunity/OpportunityStatus.Enum.al: not started and in progress are open here */
export const OpportunityStatus = z.enum(['open', 'won', 'lost'])
export type OpportunityStatus = z.infer<typeof OpportunityStatus>

export const Opportunity = z.object({
  ...row,
  id: id<OpportunityId>(),
  no: z.string(),
  description: z.string(),
  status: OpportunityStatus,
  /** When it was seen. */
  day,
  /** When it is expected to be decided. BC: "Estimated Closing Date" */
  expectedDay: z.optional(day),
  /** In our own currency. BC: "Estimated Value (LCY)" */
  estimatedValue: z.number(),
  /** In percent. BC: "Chances of Success %" */
  chance: z.number(),
  closedDay: z.optional(day),
  /** Of a won one: what it brought. BC: "Calcd. Current Value (LCY)" of the last entry */
  closedValue: z.optional(z.number()),
  /** Why it was won or lost. BC: Close Opportunity Code */
  closeReason: z.string(),
  notes: z.string(),
  ...about,
})
export type Opportunity = z.infer<typeof Opportunity>
