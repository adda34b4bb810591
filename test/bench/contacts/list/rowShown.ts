// The rows that both lists show.
import { contactAt } from '../../criteria/data.ts'

export interface RowShown {
  id: string
  name: string
  job: string
  company: string
  city: string
  last: string
  excluded: boolean
}

export const rowsShown = (size: number): RowShown[] =>
  Array.from({ length: size }, (_, at) => {
    const one = contactAt(at, size)
    const job = one.type === 'person' ? one.jobTitle : one.no
    return {
      id: one.id,
      name: one.name,
      job,
      company: one.email,
      city: one.city,
      last: one.changedAt.slice(0, 10),
      excluded: one.excludeFromSegment,
    }
  })
