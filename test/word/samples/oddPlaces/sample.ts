// Merge fields in places where Word and other programs put them: links, smart tags, directions, nested simple fields, locked ones.
import { sample } from '../../sample.ts'

export default sample({
  asItIs: true,
  records: [{ Name: 'Ann' }, { Name: 'Bo' }],
  letters: ['Ann', 'Bo'].map((name) => [
    `tag ${name}`,
    `dir ${name}`,
    `locked ${name}`,
    `dirty ${name}`,
    `in a simple field ${name}`,
    'End',
  ]),
  source: ({ lines, runs }) =>
    `<w:p>${runs('tag ')}<w:smartTag w:uri="urn:x" w:element="name">${runs('{MERGEFIELD Name}')}</w:smartTag></w:p>` +
    `<w:p>${runs('dir ')}<w:dir w:val="rtl">${runs('{MERGEFIELD Name}')}</w:dir></w:p>` +
    `<w:p>${runs('locked ')}${runs('{MERGEFIELD Name}').replace('w:fldCharType="begin"', 'w:fldCharType="begin" w:fldLock="true"')}</w:p>` +
    `<w:p>${runs('dirty ')}${runs('{MERGEFIELD Name}').replace('w:fldCharType="begin"', 'w:fldCharType="begin" w:dirty="true"')}</w:p>` +
    `<w:p>${runs('in a simple field ')}<w:fldSimple w:instr=" MERGEFIELD Name "><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:fldSimple></w:p>` +
    lines('End'),
})
