// A peer: easy-template-x, as its README shows: one handler, `process` for each document. A document of all is a loop.
import { TemplateHandler } from 'easy-template-x'
import { inLoop, zipOf, type Engine } from '../engine.ts'
import { bracesLoop, bracesTemplate } from '../templates.ts'

const loop = Buffer.from(bracesLoop())
const single = Buffer.from(bracesTemplate())
const handler = new TemplateHandler()

export const engine: Engine = {
  combined: async (people) => [await handler.process(loop, inLoop(people))],
  singles: (people) => zipOf(people, (person) => handler.process(single, person)),
}
