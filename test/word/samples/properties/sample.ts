// DOCPROPERTY, DOCVARIABLE, TITLE and their like show what the document says of itself, and stay as they are where it says nothing.
import { part, relation, relations } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

const packageType = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'
const core =
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  '<dc:title>Spring offer</dc:title><dc:creator>Kim</dc:creator><dc:description>as agreed</dc:description></cp:coreProperties>'
const app =
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>Acme &amp; Sons</Company></Properties>'
const custom =
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
  '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Terms"><vt:lpwstr>30 days</vt:lpwstr></property>' +
  '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="Final"><vt:bool>true</vt:bool></property>' +
  '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="4" name="Rate"><vt:r8>2.5</vt:r8></property></Properties>'
const settings = {
  ...{ name: 'settings.xml', type: 'settings', id: 'rId9' },
  xml: part('settings', '<w:docVars><w:docVar w:name="Season" w:val="autumn"/></w:docVars>'),
}
const files = {
  '_rels/.rels': relations(
    relation('rId1', 'officeDocument', 'word/document.xml') +
      `<Relationship Id="rId2" Type="${packageType}" Target="docProps/core.xml"/>` +
      relation('rId3', 'extended-properties', 'docProps/app.xml') +
      relation('rId4', 'custom-properties', 'docProps/custom.xml'),
  ),
  ...{ 'docProps/core.xml': core, 'docProps/app.xml': app, 'docProps/custom.xml': custom },
}

export default [
  sample({
    name: 'of the file as it is now',
    records: [{ Name: 'Terms' }, { Name: 'TITLE' }, { Name: 'none' }],
    letters: [
      ['30 days', 'Spring offer', 'SPRING OFFER', 'Kim', 'as agreed', 'Acme & Sons', 'Y', '2,50', 'autumn', '30 days!', 'good'],
      ['30 days', 'Spring offer', 'SPRING OFFER', 'Kim', 'as agreed', 'Acme & Sons', 'Y', '2,50', 'autumn', 'Spring offer!', 'good'],
      ['30 days', 'Spring offer', 'SPRING OFFER', 'Kim', 'as agreed', 'Acme & Sons', 'Y', '2,50', 'autumn', '!', 'good'],
    ],
    options: { language: 'de' },
    findings: [],
    fields: ['Name'],
    source: ({ lines }) => ({
      body:
        lines('{DOCPROPERTY Terms¦old}') +
        lines('{TITLE¦old}') +
        lines('{DOCPROPERTY "Title" \\* Upper¦old}') +
        lines('{AUTHOR¦old}') +
        lines('{INFO Comments¦old}') +
        lines('{DOCPROPERTY Company \\* MERGEFORMAT¦old}') +
        lines('{DOCPROPERTY Final¦old}') +
        lines('{DOCPROPERTY Rate \\# "0,00"¦old}') +
        lines('{DOCVARIABLE season¦old}') +
        lines('{DOCPROPERTY {MERGEFIELD Name}¦old}!') +
        lines('{IF {DOCPROPERTY Terms¦old} = "30 days" "good" "bad"¦old}'),
      parts: [settings],
      files,
    }),
  }),
  sample({
    name: 'what the document does not say stays as it is',
    records: [{}],
    letters: [['old', 'old', 'old', 'is y']],
    findings: [],
    source: ({ lines }) => ({
      body:
        lines('{DOCPROPERTY Terms¦old}') +
        lines('{SUBJECT¦old}') +
        lines('{DOCVARIABLE Season¦old}') +
        lines('{IF {DOCPROPERTY x¦y} = "y" "is y" "is not"¦old}'),
    }),
  }),
  sample({
    name: 'a field may say it anew',
    records: [{ Name: 'Ann' }],
    letters: [['For Ann']],
    source: ({ lines }) => lines('{TITLE "For {MERGEFIELD Name}"¦old}'),
  }),
]
