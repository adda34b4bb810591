// One engine in a process of its own. It measures by itself, so that the way of the message is not measured.
import { checkCombined, checkSingles } from './checked.ts'
import type { Engine } from './engine.ts'
import { people } from './letter.ts'

const engines: Record<string, () => Promise<{ engine: Engine }>> = {
  ours: () => import('./engines/ours.ts'),
  docxtemplater: () => import('./engines/docxtemplater.ts'),
  'easy-template-x': () => import('./engines/easyTemplateX.ts'),
  'docx-templates': () => import('./engines/docxTemplates.ts'),
  'docx objects': () => import('./engines/docxObjects.ts'),
}

export interface Order {
  what: 'combined' | 'singles'
  count: number
  /** Looks at what was made as well, outside of the time. */
  check: boolean
}

async function run(engine: Engine, { what, count, check }: Order): Promise<number> {
  const all = people(count)
  globalThis.gc?.()
  const start = performance.now()
  const chunks = await engine[what](all)
  const time = performance.now() - start
  if (check) (what === 'combined' ? checkCombined : checkSingles)(chunks, count)
  return time
}

const { engine } = (await engines[process.argv[2] ?? '']?.()) ?? {}
if (!engine) throw new Error('which engine?')
process.on('message', (order: Order) => {
  run(engine, order).then(
    (value) => process.send?.({ value }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
  )
})
