// Tracked changes: letters say what the document would say with all of them accepted; fields in deleted text are none.
import { sample } from '../../sample.ts'

const by = 'w:author="A" w:date="2026-01-01T00:00:00Z"'

export default sample({
  asItIs: true,
  records: [
    { Name: 'Ann', New: 'n' },
    { Name: 'Bo', New: 'm' },
  ],
  letters: [
    ['Dear Ann n!', 'End'],
    ['Dear Bo m!', 'End'],
  ],
  findings: ['REVISIONS'],
  fields: ['Name', 'New'],
  source: ({ lines, runs }) =>
    `<w:p>${runs('Dear {MERGEFIELD Name} ')}<w:ins w:id="1" ${by}>${runs('{MERGEFIELD New}')}</w:ins>` +
    `<w:del w:id="2" ${by}>${runs('{MERGEFIELD Old}').replaceAll('w:instrText', 'w:delInstrText').replaceAll('w:t ', 'w:delText ').replaceAll('</w:t>', '</w:delText>')}</w:del>${runs('!')}</w:p>` +
    lines('End'),
})
