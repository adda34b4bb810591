// Where bytes go and come from, piece by piece: a file is never in memory as a whole.

/** Takes bytes one piece after the other; throws what the disk throws. */
export interface ByteSink {
  write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>
}

/** Gives any stretch of a file. */
export interface ByteSource {
  size: number
  read: (from: number, to: number) => Promise<Uint8Array<ArrayBuffer>>
}

/** A file as the browser gives it; its bytes stay where they are until they are asked for. */
export const blobSource = (file: Blob): ByteSource => ({
  size: file.size,
  read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
})
