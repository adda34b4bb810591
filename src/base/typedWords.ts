// Words with {{names}} among them, taken apart. A name begins with a letter and holds no brace, as in documents that come from outside.

export type TypedPiece = { words: string } | { field: string }

const pattern = /\{\{\s*([\p{L}_][^{}]{0,78}?)\s*\}\}/gu

/** The words and names of a text, in their order; no words are blank pieces. */
export function typedPieces(text: string): TypedPiece[] {
  const pieces: TypedPiece[] = []
  let at = 0
  for (const { 0: typed, 1: field = '', index } of text.matchAll(pattern)) {
    if (index > at) pieces.push({ words: text.slice(at, index) })
    pieces.push({ field })
    at = index + typed.length
  }
  return at < text.length ? [...pieces, { words: text.slice(at) }] : pieces
}

/** The names in a text, each once. */
export const typedFields = (text: string): string[] => [
  ...new Set(typedPieces(text).flatMap((piece) => ('field' in piece ? [piece.field] : []))),
]
