// "Check my data": everything on the tablet is gone through; nothing is changed.
import type { Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import type { JobWatch } from '../workers/call.ts'
import type { DataChecked } from '../workers/jobs/dataCheck.ts'
import type { House } from './house.ts'

export type { DataChecked }

/** Holds every row against the shapes and against each other. Failures: `stopped`, disk trouble. */
export const checkData = (house: House, watch: JobWatch = {}): Promise<Result<DataChecked, Failure>> =>
  house.calls.watched(watch, (work, job) => work.checkData(job))
