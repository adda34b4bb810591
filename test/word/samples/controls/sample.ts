// Content controls around text, a paragraph, a row and a cell; one tied to stored data, one nested, one that shows its prompt.
import { sample } from '../../sample.ts'

const control = (id: number, inner: string, more = '') =>
  `<w:sdt><w:sdtPr><w:id w:val="${id}"/>${more}</w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`
const bound = '<w:dataBinding w:prefixMappings="" w:xpath="/ns0:x[1]/ns0:name[1]" w:storeItemID="{00000000-0000-0000-0000-000000000001}"/>'
const tcPr = '<w:tcPr><w:tcW w:w="4500" w:type="dxa"/></w:tcPr>'

export default sample({
  records: [{ Name: 'Ann', City: 'Rome' }, { Name: 'Bo' }],
  letters: [
    ['Dear Ann.', 'block Rome', 'row Ann', 'Rome', 'cell Ann', 'x', 'prompt Ann', 'inner Ann', 'End'],
    ['Dear Bo.', 'block ', 'row Bo', '', 'cell Bo', 'x', 'prompt Bo', 'inner Bo', 'End'],
  ],
  findings: ['SDT_BOUND'],
  source: ({ lines, runs }) =>
    `<w:p>${runs('Dear ')}${control(11, runs('{MERGEFIELD Name}'))}${runs('.')}</w:p>` +
    control(12, lines('block {MERGEFIELD City}')) +
    '<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4500"/><w:gridCol w:w="4500"/></w:tblGrid>' +
    control(13, `<w:tr><w:tc>${tcPr}${lines('row {MERGEFIELD Name}')}</w:tc><w:tc>${tcPr}${lines('{MERGEFIELD City}')}</w:tc></w:tr>`) +
    `<w:tr>${control(14, `<w:tc>${tcPr}${lines('cell {MERGEFIELD Name}')}</w:tc>`)}<w:tc>${tcPr}${lines('x')}</w:tc></w:tr></w:tbl>` +
    control(15, lines('prompt {MERGEFIELD Name}'), `<w:showingPlcHdr/>${bound}`) +
    control(16, control(17, lines('inner {MERGEFIELD Name}'))) +
    lines('End'),
})
