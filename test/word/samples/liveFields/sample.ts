// Fields that Word itself fills stay as they are, with their last result: pages, contents, references, bookmarks, properties.
import { sample } from '../../sample.ts'

export default sample({
  records: [{ Name: 'Ann' }, { Name: 'Bo' }],
  letters: ['Ann', 'Bo'].map((name) => ['Contents 1', `1 of 2 3 ${name}`, 'Title by me', `See ${name} on 1`, name]),
  findings: ['NUMPAGES_TOTAL'].slice(1),
  fields: ['Name'],
  source: ({ lines }) =>
    lines('{TOC \\o "1-3" \\h¦Contents 1}') +
    lines('{PAGE¦1} of {NUMPAGES¦2} {SECTIONPAGES¦3} {MERGEFIELD Name}') +
    lines('{TITLE¦Title} by {AUTHOR \\* Upper¦me}') +
    lines('See {REF who \\h¦{MERGEFIELD Name}} on {PAGEREF who \\h¦1}') +
    lines('⟨<w:bookmarkStart w:id="3" w:name="who"/>⟩{MERGEFIELD Name}⟨<w:bookmarkEnd w:id="3"/>⟩'),
})
