// The paragraph styles of documents written in the app, by the names that a person reads in Word: by them such a document is known again.
export const styleNames = {
  list: 'Letter list',
  words: 'Letter words for one person',
  some: 'Letter words for some',
  table: 'Letter table',
  senderName: 'Letter sender name',
  sender: 'Letter sender',
  returnLine: 'Letter return line',
  address: 'Letter address',
  footer: 'Letter footer',
  pageNumber: 'Letter page number',
  gap: 'Letter gap',
} as const

/**
 * In these a paragraph goes when it holds nothing but conditions and merge fields, and none of them shows anything. In other documents only
 * lines of merge fields go, as in Word.
 */
export const fallingStyles: ReadonlySet<string> = new Set([
  ...[styleNames.list, styleNames.words, styleNames.some, styleNames.table],
  ...[styleNames.senderName, styleNames.sender, styleNames.footer],
])
