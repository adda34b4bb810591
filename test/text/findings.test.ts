// What is said about a Word document: the kind's own sentence where there is one, in both languages, with the words filled in.
import { afterEach, describe, expect, it } from 'vitest'
import { failureText } from '../../src/text/failures.ts'
import { findingText } from '../../src/text/findings.ts'
import { setLanguage } from '../../src/text/language.svelte.ts'

const finding = (code: string, detail = '', where?: string) =>
  findingText({ code, detail, part: 'word/document.xml', ...(where && { where }) })
const refusal = (reason: 'NOT_DOCX_OTHER' | 'ZIP_LIMIT' | 'XML_BAD' | 'ZIP_BROKEN', detail: string) =>
  failureText({ code: 'document', reason, fileName: 'letter.docx', detail, part: 'word/document.xml', line: 1234, where: 'Dear Ann' })

afterEach(() => setLanguage('en'))

describe('A finding', () => {
  it('has a sentence for its kind, and one for all other kinds', () => {
    expect(finding('EXTERNAL_REL', 'image')).toMatch(/picture is only linked/)
    expect(finding('EXTERNAL_REL', 'video')).toMatch(/something outside/)
    setLanguage('de')
    expect(finding('EXTERNAL_REL', 'image')).toMatch(/Bild ist nur verknüpft/)
  })

  it('says near which words a field stands', () => {
    expect(finding('FIELD_UNSUPPORTED', 'ASK x', 'Dear Ann')).toMatch(/“ASK x”, near “Dear Ann”/)
  })

  it('says which letters of a date Word does not know, and which it knows', () => {
    const said = findingText({ code: 'SWITCH_BAD', detail: 'DATE \\\\@ "TT.MM."', part: '', letters: 'T' })
    expect(said).toMatch(/stand for nothing: T\. .*d \(day\), M \(month\), y \(year\)/)
  })

  it('of a later engine is shown by its code', () => expect(finding('NEW_CODE', 'x')).toBe('NEW_CODE x'))
})

describe('A refusal', () => {
  it('names what the file is instead', () => {
    expect(refusal('NOT_DOCX_OTHER', 'excel')).toMatch(/“letter.docx” is an Excel workbook/)
    expect(refusal('NOT_DOCX_OTHER', 'something')).toMatch(/is not a Word document/)
    setLanguage('de')
    expect(refusal('NOT_DOCX_OTHER', 'pdf')).toMatch(/PDF-Datei/)
  })

  it('says where the file is damaged', () => {
    expect(refusal('XML_BAD', 'syntax')).toMatch(/word\/document.xml, line 1234, near “Dear Ann”/)
    expect(refusal('ZIP_BROKEN', 'cut')).toMatch(/its end is missing/)
    expect(refusal('ZIP_LIMIT', 'size')).toMatch(/200 MB/)
  })
})
