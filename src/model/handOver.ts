// What two tablets that hand work over to each other know of their rows: who wrote which part of a row last, and what each tablet had seen of
// the other by then. So a part that only one of them changed is told from one that both did, however often and in whatever order files went.
// Version vectors as in Preguiça, Baquero et al.: Dotted Version Vectors, 2010.
import * as z from 'zod/mini'
import { id, type HandOverStateId } from './ids.ts'
import { row } from './parts.ts'

/** Which tablet wrote it, and the number of its commit. */
export const Dot = z.tuple([z.string(), z.number()])
export type Dot = z.infer<typeof Dot>

/** A mark of what a part said; of a part that is a list, one for each of its members. */
const Print = z.union([z.string(), z.array(z.string())])
export type Print = z.infer<typeof Print>

/**
 * What is known of one row that was handed over. It has no words of the row: a row that is erased leaves none behind.
 */
export const HandOverState = z.object({
  ...row,
  /** Table and key of the row: `contacts 0190…`. */
  id: id<HandOverStateId>(),
  /** Who wrote the parts that `dots` does not name. */
  made: Dot,
  dots: z.record(z.string(), Dot),
  /** By tablet, up to which of its commits the row is known here. */
  seen: z.record(z.string(), z.number()),
  prints: z.record(z.string(), Print),
  /** Of lists that changed since the last exchange: what they held then, and who had written that. */
  base: z.optional(z.record(z.string(), z.object({ dot: Dot, members: z.array(z.string()) }))),
  /** It was deleted: by whom. */
  gone: z.optional(Dot),
  /** She was forgotten: she does not come back by any file. */
  erased: z.optional(z.literal(true)),
})
export type HandOverState = z.infer<typeof HandOverState>

/** What a hand-over file says of itself. */
export const HandOverAbout = z.object({
  /** The tablet as the states name it. */
  tablet: z.string(),
  /** What it is called in the list of what comes: a campaign, a segment, or nothing where it is several. */
  title: z.string(),
})
export type HandOverAbout = z.infer<typeof HandOverAbout>

/** This tablet among those that exchange files. A restored one is another one: its commits are counted anew. */
export const HandOverTablet = z.object({ ...row, id: z.literal('handOver'), tablet: z.string() })
export type HandOverTablet = z.infer<typeof HandOverTablet>
