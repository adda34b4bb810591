// What runs in the browser before the page of contacts is measured: people on the disk.
import { seed } from '../criteria/seed.ts'

Object.assign(globalThis, { bench: { seed: async (name: string, size: number) => (await seed(name, size, false)).close() } })
