// The names that Word gives relations and elements: those of every day, or those of its strict form.

const usual = 'http://schemas.openxmlformats.org/'
const strict = 'http://purl.oclc.org/ooxml/'

/** `office` stands before a relation's kind, `drawing` before a kind of drawing, `word` is the space of Word's own elements. */
export interface Spaces {
  office: string
  drawing: string
  word: string
}

const usualSpaces: Spaces = {
  office: `${usual}officeDocument/2006/relationships`,
  drawing: `${usual}drawingml/2006/`,
  word: `${usual}wordprocessingml/2006/main`,
}
const strictSpaces: Spaces = {
  office: `${strict}officeDocument/relationships`,
  drawing: `${strict}drawingml/`,
  word: `${strict}wordprocessingml/main`,
}

/** As the relations of a part name their kinds. */
export const spacesOfRelations = (xml: string): Spaces => (xml.includes(`${strictSpaces.office}/`) ? strictSpaces : usualSpaces)

/** As the head of a part names Word's elements. */
export const spacesOfHead = (xml: string): Spaces => (xml.slice(0, 10_000).includes(strictSpaces.word) ? strictSpaces : usualSpaces)
