// How a page acts: the act's failure becomes a sentence that stays, its success a notice with its undo.
import { undo, type House } from '../../actions/house.ts'
import type { Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import { notices } from '../../parts/notices.svelte.ts'
import type { Committed } from '../../storage/commit.ts'
import { failureText } from '../../text/failures.ts'
import { t } from '../../text/language.svelte.ts'

/**
 * Waits for an act. Says `done` with an Undo when it succeeded, the failure's sentence when not.
 * @returns the act's outcome, or nothing when it failed
 */
export async function act<T extends Committed>(
  house: House,
  doing: Promise<Result<T, Failure>>,
  done?: (value: T) => string,
): Promise<T | undefined> {
  const result = await settled(doing)
  if (!result.ok) {
    tell(result.failure)
    return undefined
  }
  if (done) notices.done(done(result.value), { label: t('act.undo'), run: () => void takeBackNow(house, result.value) })
  return result.value
}

/** Waits for something that cannot be undone or changes nothing; its failure is told. */
export async function ask<T>(doing: Promise<Result<T, Failure>>): Promise<T | undefined> {
  const result = await settled(doing)
  if (result.ok) return result.value
  tell(result.failure)
  return undefined
}

/** Says a failure; an abort is an answer and shown as nothing. */
export function tell(failure: Failure): void {
  if (failure.code !== 'stopped') notices.trouble(failureText(failure))
}

async function settled<T>(doing: Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  try {
    return await doing
  } catch (error) {
    return { ok: false, failure: { code: 'bug', detail: error instanceof Error ? error.message : String(error) } }
  }
}

async function takeBackNow(house: House, committed: Committed): Promise<void> {
  const taken = await ask(undo(house, committed.inverse, 'notice'))
  if (!taken) return
  notices.done(taken.kept.length > 0 ? t('act.undoneBut', { count: taken.kept.length }) : t('act.undone'))
}
