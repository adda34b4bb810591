// The names that Word gives relations and its own elements: those of every day, or those of its strict form.
import type { TemplatePlan } from '../plan.ts'

const strict = 'http://purl.oclc.org/ooxml/'

/** Before a relation's kind, as the template's own relations are named. */
export const officeOf = ({ mainRels }: Pick<TemplatePlan, 'mainRels'>): string =>
  mainRels.xml.includes(`${strict}officeDocument/relationships/`)
    ? `${strict}officeDocument/relationships/`
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'

/** The space of Word's own elements. */
export const wordOf = ({ head }: Pick<TemplatePlan, 'head'>): string =>
  head.includes(`${strict}wordprocessingml/main`)
    ? `${strict}wordprocessingml/main`
    : 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
