// GREETINGLINE: its own layout, what it says where the name cannot be used, the caller's greeting.
import { sample, type Run } from '../../sample.ts'

const records = [{ 'Courtesy Title': 'Ms', 'First Name': 'Ann', 'Last Name': 'Smith' }, { 'First Name': 'Bo' }, {}]
const of = (name: string, code: string, letters: string[], options: Run['options'] = {}) =>
  sample({
    name,
    records,
    letters: letters.map((each) => [each]),
    options: { language: 'en-US', ...options },
    source: (write) => write.lines(`{GREETINGLINE ${code}¦old}`),
  })

export default [
  of('title and last name', '\\f "<<_BEFORE_ Dear >><<_TITLE0_>><< _LAST0_>><<_AFTER_ ,>>" \\l 1033 \\e "Dear Sir or Madam,"', [
    'Dear Ms Smith,',
    'Dear Sir or Madam,',
    'Dear Sir or Madam,',
  ]),
  of('first name', '\\f "<<_BEFORE_ Hello >><<_FIRST0_>><<_AFTER_ !>>" \\e "Hello!"', ['Hello Ann!', 'Hello Bo!', 'Hello!']),
  of('the caller’s', '\\f "<<_BEFORE_ Dear >><<_FIRST0_>><<_AFTER_ ,>>" \\e "Dear all,"', ['Hi Ann', 'Hi Bo', 'Hi '], {
    greeting: ({ part }) => `Hi ${part('First Name')}`,
  }),
]
