// The samples of all folders.
import type { Sample } from './sample.ts'

const found = import.meta.glob<{ default: Sample | readonly Sample[] }>('./samples/*/sample.ts', { eager: true })

export const samples: (Sample & { folder: string })[] = Object.entries(found).flatMap(([path, module]) =>
  [module.default].flat().map((each) => ({ ...each, folder: path.split('/')[2] ?? path })),
)
