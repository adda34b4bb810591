// How a page acts: the act's failure becomes a sentence that stays, its success a notice with its undo.
import { undo, type House, type Undoable } from '../../actions/house.ts'
import type { Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import { notices, type Notice } from '../../parts/notices.svelte.ts'
import type { Committed } from '../../storage/commit.ts'
import { readWhat } from '../../storage/read/journal.ts'
import { failureText } from '../../text/failures.ts'
import { t } from '../../text/language.svelte.ts'
import { failureOf } from '../../workers/call.ts'

/**
 * Waits for an act. Says `done` with an Undo when it succeeded, the failure's sentence when not.
 * @param refused where the failure is said, when it has a place of its own
 * @param offer what may follow it
 * @returns the act's outcome, or nothing when it failed
 */
export async function act<T extends Committed | Undoable>(
  house: House,
  doing: Promise<Result<T, Failure>>,
  done?: (value: T) => string,
  refused: (failure: Failure) => void = tell,
  offer?: (value: T) => Notice['offer'],
): Promise<T | undefined> {
  const result = await settled(doing)
  if (!result.ok) {
    // Beside the old word of success, this one would read as if it had gone well.
    if (refused !== tell) notices.pass()
    refused(result.failure)
    return undefined
  }
  // An act that found nothing to change wrote nothing, and there is nothing to undo.
  const undone = { label: t('act.undo'), run: () => void takeBackNow(house, result.value) }
  if (done) notices.done(done(result.value), result.value.rev > 0 ? undone : undefined, offer?.(result.value))
  return result.value
}

/**
 * Waits for a long act whose undo is kept where it was done, and asked for by the number of its commit.
 * @returns the act's outcome, or nothing when it failed
 */
export async function actLong<T extends { rev: number }>(
  doing: Promise<Result<T, Failure>>,
  done: (value: T) => string,
  takeBack: (rev: number) => Promise<Result<unknown, Failure>>,
): Promise<T | undefined> {
  const value = await ask(doing)
  if (!value) return undefined
  const run = async () => {
    if ((await ask(takeBack(value.rev))) !== undefined) notices.done(t('act.undone'))
  }
  notices.done(done(value), { label: t('act.undo'), run: () => void run() })
  return value
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
    return { ok: false, failure: failureOf(error) }
  }
}

/** Takes an act back under its own name, so that the journal says what was undone. */
const undoNamed = async (house: House, { rev, inverse }: Committed) => undo(house, inverse, (await readWhat(house.db, rev)) ?? 'other')

async function takeBackNow(house: House, done: Committed | Undoable): Promise<void> {
  if ('takeBack' in done) {
    if ((await ask(done.takeBack())) !== undefined) notices.done(t('act.undone'))
    return
  }
  const taken = await ask(undoNamed(house, done))
  if (taken) notices.done(taken.kept.length > 0 ? t('act.undoneBut', { count: taken.kept.length }) : t('act.undone'))
}
