// `\@`: every letter of a date picture, in five languages; d, y and M by their size, quoted words, days given in three ways.
import { table, type Row } from '../../sample.ts'

const day = { day: '2026-05-19', time: '17:07:08' } as const
const morning = { day: '2026-01-02', time: '00:05' } as const
const each = (en: string, de: string, nl: string, nb: string, fr: string) => ({ en, de, nl, nb, fr })

const rows: Row[] = [
  ['MERGEFIELD X \\@ "d"', day, '19'],
  ['MERGEFIELD X \\@ "dd"', morning, '02'],
  ['MERGEFIELD X \\@ "dddd"', day, each('Tuesday', 'Dienstag', 'dinsdag', 'tirsdag', 'mardi')],
  ['MERGEFIELD X \\@ "M"', day, '5'],
  ['MERGEFIELD X \\@ "MM"', day, '05'],
  ['MERGEFIELD X \\@ "MMM"', day, each('May', 'Mai', 'mei', 'mai', 'mai')],
  ['MERGEFIELD X \\@ "MMMM"', day, each('May', 'Mai', 'mei', 'mai', 'mai')],
  ['MERGEFIELD X \\@ "yy"', day, '26'],
  ['MERGEFIELD X \\@ "yyyy"', day, '2026'],
  ['MERGEFIELD X \\@ "YYYYMMDD"', day, '20260519'],
  ['MERGEFIELD X \\@ "h"', day, '5'],
  ['MERGEFIELD X \\@ "hh"', day, '05'],
  ['MERGEFIELD X \\@ "H"', morning, '0'],
  ['MERGEFIELD X \\@ "h"', morning, '12'],
  ['MERGEFIELD X \\@ "HH:mm"', day, '17:07'],
  ['MERGEFIELD X \\@ "m"', day, '7'],
  ['MERGEFIELD X \\@ "h:mm AM/PM"', day, { en: '5:07 PM' }],
  ['MERGEFIELD X \\@ "ss"', day, '08'],
  ['MERGEFIELD X \\@ "d MMMM yyyy"', day, each('19 May 2026', '19 Mai 2026', '19 mei 2026', '19 mai 2026', '19 mai 2026')],
  ['MERGEFIELD X \\@ "d. MMMM yyyy"', day, each('19. May 2026', '19. Mai 2026', '19. mei 2026', '19. mai 2026', '19. mai 2026')],
  ['MERGEFIELD X \\@ "MMMM d, yyyy"', day, each('May 19, 2026', 'Mai 19, 2026', 'mei 19, 2026', 'mai 19, 2026', 'mai 19, 2026')],
  ['MERGEFIELD X \\@ "\'on the\' d.M."', day, 'on the 19.5.'],
  ['MERGEFIELD X \\@dd.MM.yyyy', day, '19.05.2026'],
  ['MERGEFIELD X \\@ "dd/MM/yyyy" \\* MERGEFORMAT', day, '19/05/2026'],
  ['MERGEFIELD X \\@ "dddd" \\* Upper', day, each('TUESDAY', 'DIENSTAG', 'DINSDAG', 'TIRSDAG', 'MARDI')],
  ['MERGEFIELD X \\b "of " \\@ "yyyy"', day, 'of 2026'],
  ['MERGEFIELD X \\@ "yyyy"', '2026-05-19', '2026'],
  ['MERGEFIELD X \\@ "d.M.yyyy"', { day: '2024-02-29' }, '29.2.2024'],
  ['MERGEFIELD X \\@ "d.M.yyyy"', new Date(2026, 4, 19, 17, 7), '19.5.2026'],
  ['MERGEFIELD X \\@ "yyyy"', 'soon', 'soon'],
  ['MERGEFIELD X \\@ "yyyy"', '', ''],
]

export default table('', rows)
