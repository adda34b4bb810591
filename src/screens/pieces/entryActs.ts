// What is said of entries of the log after they were logged, of one or of many at once: the act and its notice.
import { evaluateEntries, setDelivery } from '../../actions/entries.ts'
import type { House } from '../../actions/house.ts'
import { respond } from '../../actions/responses.ts'
import type { Day } from '../../base/day.ts'
import type { Given } from '../../core/campaign/respond.ts'
import type { EntryId } from '../../model/ids.ts'
import type { Delivery, Evaluation } from '../../model/parts.ts'
import { figure } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'
import { act } from './act.ts'

type Ids = readonly EntryId[]
const counted = (ids: Ids) => ({ count: ids.length, text: figure(ids.length) })

/** How they were received; nothing takes the evaluation away. */
export const evaluateAll = (house: House, ids: Ids, evaluation: Evaluation | undefined) =>
  act(house, evaluateEntries(house, ids, evaluation), () =>
    evaluation
      ? t('entries.evaluated', { ...counted(ids), how: t(`contact.evaluation.${evaluation}`) })
      : t('entries.unevaluated', counted(ids)),
  )

/** What they were answered with on that day; nothing: they were not after all. */
export const answerAll = (house: House, ids: Ids, given: Given, day: Day) =>
  act(house, respond(house, ids, given, { day }), () => t(given ? 'entries.answeredDone' : 'entries.unansweredDone', counted(ids)))

/** Where their letters are on their way. */
export const deliverAll = (house: House, ids: Ids, state: Delivery) =>
  act(house, setDelivery(house, ids, state), () => t('entries.delivered', { ...counted(ids), state: t(`entry.delivery.${state}`) }))
