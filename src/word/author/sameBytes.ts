// The same document gives the same bytes: packed anew in the order of the names, with one date and no clock.
import { strFromU8, strToU8, unzipSync, zipSync, type ZippableFile } from 'fflate'

/** No file in a ZIP is older than this; it says nothing. */
const noTime = new Date(1980, 0, 1)
const noInstant = '2000-01-01T00:00:00Z'

export function sameBytes(docx: Uint8Array): Uint8Array<ArrayBuffer> {
  const files = unzipSync(docx)
  const core = files['docProps/core.xml']
  if (core) files['docProps/core.xml'] = strToU8(strFromU8(core).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${noInstant}`))
  const names = Object.keys(files).sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1))
  const entries = names.map((name) => [name, [files[name]!, { mtime: noTime, level: 6 }]] as [string, ZippableFile])
  return zipSync(Object.fromEntries(entries))
}

/** What tells the kind of the file stands first, as programs look there. */
const rank = (name: string) => (name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2)
