// What each engine can do: fill the letter for people, all in one document, or a document each in one ZIP.
import { Zip, ZipPassThrough } from 'fflate'
import type { Person } from './letter.ts'

export interface Engine {
  combined: (people: readonly Person[]) => Promise<Uint8Array[]>
  singles: (people: readonly Person[]) => Promise<Uint8Array[]>
}

/** What the loop of a peer's template goes over. */
export const inLoop = (people: readonly Person[]) => ({ letters: people.map((person, at) => ({ ...person, notFirst: at > 0 })) })

/** A ZIP of documents for engines that make them one by one: stored, since they are packed already. */
export async function zipOf(people: readonly Person[], make: (person: Person) => Uint8Array | Promise<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, data) => {
    if (error) throw error
    chunks.push(data)
  })
  for (const [at, person] of people.entries()) {
    const made = make(person)
    const file = new ZipPassThrough(fileName(person, at))
    zip.add(file)
    file.push(made instanceof Promise ? await made : made, true)
  }
  zip.end()
  return chunks
}

export const fileName = (person: Person, at: number) => `${String(at + 1).padStart(5, '0')} ${person.lastName}.docx`
