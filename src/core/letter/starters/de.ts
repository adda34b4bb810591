// The letters to begin with, in German: formal, and small after the comma of the greeting.
import type { StarterLetter, StarterName } from './starterLetters.ts'
import { email, facts, field, letter, paragraph, points, whenGiven } from './writing.ts'

const closing = 'Mit freundlichen Grüßen'
const inYourTown = whenGiven('City', ' in {{City}}')

export const german: Record<StarterName, StarterLetter> = {
  business: {
    name: 'Geschäftsbrief',
    subject: 'Die nächsten Monate',
    emailText: email(
      closing,
      'gern möchte ich die nächsten Monate mit Ihnen besprechen. Worum es geht, steht im Brief, der dieser E-Mail beiliegt.',
      'Passt Ihnen ein Tag besonders gut? Eine kurze Antwort genügt.',
    ),
    text: letter(
      closing,
      paragraph(
        'gern möchte ich die nächsten Monate mit Ihnen besprechen: was Sie brauchen, was sich bei uns geändert hat und wo wir Ihnen Arbeit abnehmen können. Eine Stunde genügt.',
      ),
      paragraph('Über drei Punkte möchte ich mit Ihnen sprechen:'),
      points(
        'was Sie voraussichtlich brauchen, und bis wann',
        'was in unserem Sortiment neu ist und zu Ihrem Betrieb passt',
        'was wir für Sie besser machen können',
      ),
      paragraph(
        'Ich besuche Sie gern',
        inYourTown,
        ' und rufe Sie in den nächsten Tagen an, damit wir einen Termin finden. ',
        whenGiven(
          'Salesperson_Phone_No',
          'Möchten Sie gleich einen nennen, erreichen Sie mich unter {{Salesperson_Phone_No}}.',
          'Möchten Sie gleich einen nennen, antworten Sie einfach auf diesen Brief.',
        ),
      ),
      paragraph(field('Comment')),
    ),
  },
  invitation: {
    name: 'Einladung',
    subject: 'Sie sind eingeladen',
    emailText: email(
      closing,
      'wir öffnen für einen Nachmittag unser Haus, und ich würde mich freuen, Sie dort zu sehen. Die Einladung liegt dieser E-Mail bei.',
      'Kommen Sie? Eine kurze Antwort genügt.',
    ),
    text: letter(
      closing,
      paragraph(
        'wir öffnen für einen Nachmittag unser Haus, und ich würde mich freuen, Sie dort zu sehen. Sie sehen [was es zu sehen gibt], probieren es selbst aus und lernen die Menschen kennen, die täglich damit arbeiten.',
      ),
      facts([
        ['Wann', '[Tag und Uhrzeit]'],
        [
          'Wo',
          ...[field('Company_Information_Name'), ', ', field('Company_Information_Address'), ', '],
          ...[field('Company_Information_Post_Code'), ' ', field('Company_Information_City')],
        ],
        ['Antwort bitte bis', '[Tag]'],
      ]),
      paragraph(
        'Bringen Sie gern jemanden aus Ihrem Betrieb mit. ',
        whenGiven(
          'Salesperson_Phone_No',
          'Damit wir planen können, sagen Sie mir bitte, mit wie vielen Personen wir rechnen dürfen: Ein kurzer Anruf unter {{Salesperson_Phone_No}} genügt.',
          'Damit wir planen können, sagen Sie mir bitte, mit wie vielen Personen wir rechnen dürfen: Eine kurze Antwort auf diesen Brief genügt.',
        ),
      ),
      paragraph(field('Comment')),
      paragraph('Ich freue mich auf Sie.'),
    ),
  },
  fair: {
    name: 'Dank nach einer Messe',
    subject: 'Vielen Dank für Ihren Besuch an unserem Stand',
    emailText: email(
      closing,
      'vielen Dank für Ihren Besuch an unserem Stand. Im Anhang finden Sie ein paar Zeilen dazu, wie es weitergeht.',
      'Ist noch etwas offen? Dann antworten Sie einfach auf diese E-Mail.',
    ),
    text: letter(
      closing,
      paragraph(
        'es war schön, Sie auf der Messe',
        whenGiven('Campaign_Description', ' {{Campaign_Description}}'),
        ' zu sprechen. Vielen Dank für Ihre Zeit: Messetage sind voll genug.',
      ),
      paragraph(field('Comment')),
      paragraph(
        'Ist noch etwas offen – ein Muster, ein Angebot, ein Termin bei Ihnen',
        inYourTown,
        '? Ein Wort von Ihnen genügt, und ich kümmere mich darum.',
      ),
      paragraph(
        'Sonst rufe ich Sie in den nächsten zwei Wochen an. ',
        whenGiven(
          'Salesperson_Phone_No',
          'Wenn es schneller gehen soll, erreichen Sie mich unter {{Salesperson_Phone_No}}.',
          'Wenn es schneller gehen soll, antworten Sie einfach auf diesen Brief.',
        ),
      ),
    ),
  },
  prices: {
    name: 'Preisänderung',
    subject: 'Neue Preise: was sich für Sie ändert',
    emailText: email(
      closing,
      'unsere Preise werden sich ändern. Das sollen Sie rechtzeitig von mir erfahren – und auch den Grund dafür: Er steht im Brief, der dieser E-Mail beiliegt.',
      'Möchten Sie darüber sprechen? Dann antworten Sie einfach auf diese E-Mail.',
    ),
    text: letter(
      closing,
      paragraph(
        'ab dem [Tag] ändern sich unsere Preise, im Durchschnitt um [Zahl] Prozent. Das sollen Sie rechtzeitig von mir erfahren – und auch den Grund dafür.',
      ),
      paragraph(
        '[Was teurer geworden ist] kostet uns deutlich mehr als vor einem Jahr. Einen Teil davon tragen wir selbst; den Rest müssen wir weitergeben.',
      ),
      paragraph('Darauf können Sie sich verlassen:'),
      points(
        'Was Sie vor diesem Tag bestellen, erhalten Sie zu den heutigen Preisen.',
        'Unsere Angebote gelten bis zu dem Tag, der darin steht.',
        'Lieferzeiten und Zahlungsbedingungen bleiben, wie sie sind.',
      ),
      paragraph(
        'Die neue Preisliste liegt bei. ',
        whenGiven(
          'Salesperson_Phone_No',
          'Möchten Sie sie mit mir durchgehen, rufen Sie mich an: {{Salesperson_Phone_No}}.',
          'Möchten Sie sie mit mir durchgehen, melden Sie sich bitte.',
        ),
      ),
      paragraph(field('Comment')),
    ),
  },
}
