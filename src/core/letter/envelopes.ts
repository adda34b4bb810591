// Envelopes, and where on them the post looks for the address and the sender. Lengths in millimetres; an envelope lies on its long side.
// Sources: ISO 269 and DIN 678 (sizes), ANSI Y14 / USPS Domestic Mail Manual 202 (number 10, address area), Deutsche Post "Automationsfähige
// Briefsendungen" (address below 40 mm from the top, 15 mm from the other edges).

export interface Envelope {
  id: string
  width: number
  height: number
  /** Windows' number of this envelope, by which a printer finds its tray: DEVMODE's dmPaperSize. */
  code?: number
}

export const envelopes: readonly Envelope[] = [
  { id: 'C6/5', width: 229, height: 114, code: 32 },
  { id: 'DL', width: 220, height: 110, code: 27 },
  { id: 'C6', width: 162, height: 114, code: 31 },
  { id: 'C5', width: 229, height: 162, code: 28 },
  { id: 'C4', width: 324, height: 229, code: 30 },
  { id: '#10', width: 241.3, height: 104.775, code: 20 },
]

/** The smallest envelope the post takes, and the largest page of Word. */
const least = { width: 140, height: 90 }
const most = 558.8

/** What is wrong with an envelope of one's own; lengths that are no numbers are too small. */
export function envelopeProblem({ width, height }: { width: number; height: number }): 'tooSmall' | 'tooLarge' | undefined {
  if (!(width >= least.width && height >= least.height)) return 'tooSmall'
  return width > most || height > most ? 'tooLarge' : undefined
}

/** Lying on its long side. */
export const lying = (envelope: Envelope): Envelope =>
  envelope.width >= envelope.height ? envelope : { ...envelope, width: envelope.height, height: envelope.width }

export interface Zone {
  x: number
  y: number
  width: number
  height: number
}

export interface EnvelopeZones {
  sender: Zone
  address: Zone
}

/** Where what stands. The right upper corner stays free for the stamp, and the lower edge for the sorting machine's marks. */
export function envelopeZones({ width, height }: Envelope): EnvelopeZones {
  const edge = 15
  const top = Math.max(40, height * 0.45)
  const left = Math.max(width * 0.45, width - 110)
  const sender = { x: 10, y: 8, width: Math.min(90, width - 10 - 74 - edge / 3), height: Math.min(30, top - 10) }
  return { sender, address: { x: left, y: top, width: width - left - edge, height: height - top - edge } }
}
