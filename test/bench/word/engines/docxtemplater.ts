// A peer: docxtemplater, as its page for Node shows: a new instance over a new PizZip for each document. A document of all is a loop.
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { inLoop, zipOf, type Engine } from '../engine.ts'
import { bracesLoop, bracesTemplate } from '../templates.ts'

const loop = bracesLoop()
const single = bracesTemplate()

function filled(template: Uint8Array, values: object): Uint8Array {
  const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true })
  document.render(values)
  return document.toBuffer()
}

export const engine: Engine = {
  combined: (people) => Promise.resolve([filled(loop, inLoop(people))]),
  singles: (people) => zipOf(people, (person) => filled(single, person)),
}
