// The occasion of an act on its way to a worker: it goes over without its function, and is made whole there.
import { v7 } from 'uuid'
import type { Occasion } from '../../model/occasion.ts'

/** The occasion without its function, so that it can cross to a worker. */
export type PlainOccasion = Omit<Occasion, 'nextId'>

/** The occasion as the rules take it. */
export const occasionOf = (plain: PlainOccasion): Occasion => ({ ...plain, nextId: <T extends string>() => v7() as T })
