// A peer: docx-templates, without its sandbox, as its README advises for speed, and packing lightly, which is its default.
import { createReport } from 'docx-templates'
import { inLoop, zipOf, type Engine } from '../engine.ts'
import { commandLoop, commandTemplate } from '../templates.ts'

const loop = commandLoop()
const single = commandTemplate()
const filled = (template: Uint8Array, data: object) =>
  createReport({ template, data, cmdDelimiter: ['{', '}'], noSandbox: true, maximumWalkingDepth: Infinity })

export const engine: Engine = {
  combined: async (people) => [await filled(loop, inLoop(people))],
  singles: (people) => zipOf(people, (person) => filled(single, person)),
}
