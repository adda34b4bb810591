// The border where trouble with the disk becomes a failure with words. Dexie wraps errors, so the causes are walked.
import { refuse, type Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'

/** A failure thrown inside a transaction, so that the transaction rolls back, and caught at its border. */
export class Refused extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

interface Wrapped {
  name?: string
  message?: string
  inner?: unknown
  cause?: unknown
  failure?: Failure
  failures?: Wrapped[]
}

function causesOf(error: unknown): Wrapped[] {
  const causes: Wrapped[] = []
  for (let next = error as Wrapped | undefined; next && causes.length < 8; next = (next.inner ?? next.cause) as Wrapped | undefined) {
    causes.push(next)
  }
  return causes
}

/** Whether a row could not be added because its key is there already. */
export const wasThere = (error: unknown): boolean => causesOf(error).some((cause) => cause.name === 'ConstraintError' || hasOne(cause))

/** Dexie gathers what single rows ran into. */
const hasOne = ({ failures }: Wrapped): boolean => failures?.some((one) => one.name === 'ConstraintError') ?? false

const lostWords = /connection to indexed database server lost|database connection is closing|the database connection is closed/i

const saysLost = ({ message = '' }: Wrapped): boolean => lostWords.test(message)

/** A power cut or a failing disk can leave the browser's own files of the stored data so that it cannot open them. */
const saysDamaged = ({ message = '' }: Wrapped): boolean => /backing store|corrupt|database disk image is malformed/i.test(message)

/** Whether a browser let go of the stored data by itself, as some do with a tablet that slept: opened anew they answer again. */
export const isLost = (error: unknown): boolean => causesOf(error).some(saysLost)

/** Whether the stored data do not answer this window any more: lost, or closed because another window has a newer version. */
export const isClosed = (error: unknown): boolean =>
  isLost(error) || causesOf(error).some(({ name }) => name === 'DatabaseClosedError' || name === 'InvalidStateError')

/** Turns whatever the database threw into a failure; a bug of ours is thrown on. */
export function storageFailure(error: unknown): Failure {
  const causes = causesOf(error)
  const refused = causes.find((cause) => cause instanceof Refused)
  if (refused?.failure) return refused.failure
  const named = (name: string) => causes.some((cause) => cause.name === name)
  if (named('QuotaExceededError')) return { code: 'diskFull' }
  if (isClosed(error)) return { code: 'connectionLost' }
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError) throw error
  const detail = causes.map((cause) => `${cause.name ?? 'Error'}: ${cause.message ?? ''}`).join(' < ')
  return { code: causes.some(saysDamaged) ? 'storeDamaged' : 'storage', detail }
}

/** Runs something that touches the disk; its trouble comes back as a value. */
export async function guarded<T>(act: () => Promise<T>): Promise<Result<T, Failure>> {
  try {
    return { ok: true, value: await act() }
  } catch (error) {
    return refuse(storageFailure(error))
  }
}
