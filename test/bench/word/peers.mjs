// Ours beside the peers: one document of many letters, and a document each.
import { short } from '../tablet.mjs'
import { inTurns, process } from './processes.mjs'

const peers = ['docxtemplater', 'easy-template-x', 'docx-templates', 'docx objects']
const combinedCounts = { warmUp: 1000, beside: 1000, alone: 10_000, bar: 5 }
const singlesCounts = { warmUp: 100, beside: 1000, alone: 10_000, bar: 8 }

async function beside(what, name, { warmUp, beside: count, alone, bar }, { file, rounds, median }) {
  const engines = Object.fromEntries(['ours', ...peers].map((engine) => [engine, process(file('runner'), [engine])]))
  try {
    const asks = Object.fromEntries(
      Object.entries(engines).map(([engine, { ask }]) => [engine, (first) => ask({ what, count: first ? warmUp : count, check: first })]),
    )
    const times = await inTurns(asks, rounds)
    const { ours, ...others } = Object.fromEntries(Object.entries(times).map(([engine, all]) => [engine, median(all)]))
    const ratio = Math.min(...Object.values(others)) / ours
    const shown = Object.fromEntries(Object.entries(others).map(([engine, time]) => [engine, short(time)]))
    const row = { name: name(count), unit: 'ms', ours: short(ours), peers: shown, ratio: short(ratio), bar, holds: ratio >= bar }
    return [row, await many(engines.ours, what, name(alone), alone, { rounds, median })]
  } finally {
    for (const { end } of Object.values(engines)) end()
  }
}

/** Ours alone, at a number at which the peers take gigabytes or minutes. */
async function many({ ask }, what, name, count, { rounds, median }) {
  const { ours } = await inTurns({ ours: (first) => ask({ what, count, check: first }) }, what === 'singles' ? 1 : rounds)
  return { name, unit: 'ms', ours: short(median(ours)), peers: {}, ratio: null, bar: null, holds: true }
}

export const measureCombined = (how) => beside('combined', (count) => `word/one document of ${count} letters`, combinedCounts, how)
export const measureSingles = (how) => beside('singles', (count) => `word/ZIP of ${count} documents`, singlesCounts, how)
