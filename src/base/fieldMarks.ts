// Signs that stand around what was merged into a letter that is only looked at, so that it can be shown: two of the private use area of
// Unicode, which no keyboard writes. A letter that goes out has none.
export const markOpens = '\uE0F0'
export const markCloses = '\uE0F1'

const signs = /[\uE0F0\uE0F1]/g

/** The words as they are to stand between the signs, line by line: none of a person's own text may look like a sign. */
export const marked = (words: string): string => words.replace(signs, '').replace(/[^\n\t]+/g, (line) => markOpens + line + markCloses)
