// The letters to begin with, in French.
import type { StarterLetter, StarterName } from './starterLetters.ts'
import { email, facts, field, letter, paragraph, points, whenGiven } from './writing.ts'

const closing = 'Cordialement'
const inYourTown = whenGiven('City', ' à {{City}}')

export const french: Record<StarterName, StarterLetter> = {
  business: {
    name: 'Lettre commerciale',
    subject: 'Les prochains mois',
    emailText: email(
      closing,
      'J’aimerais parcourir avec vous les prochains mois. La lettre jointe à cet e-mail dit de quoi il s’agit.',
      'Un jour vous convient-il particulièrement ? Une courte réponse suffit.',
    ),
    text: letter(
      closing,
      paragraph(
        'J’aimerais parcourir avec vous les prochains mois : ce dont vous avez besoin, ce qui a changé chez nous, et où nous pouvons vous épargner du travail. Une heure suffit.',
      ),
      paragraph('J’aimerais parler de trois choses :'),
      points(
        'ce dont vous pensez avoir besoin, et pour quand',
        'ce qui est nouveau dans notre gamme et convient à votre entreprise',
        'ce que nous pourrions mieux faire pour vous',
      ),
      paragraph(
        'Je viendrai volontiers vous voir',
        inYourTown,
        ' et vous appellerai ces prochains jours pour trouver une date. ',
        whenGiven(
          'Salesperson_Phone_No',
          'Si vous préférez en choisir une dès maintenant, vous pouvez me joindre au {{Salesperson_Phone_No}}.',
          'Si vous préférez en choisir une dès maintenant, répondez simplement à cette lettre.',
        ),
      ),
      paragraph(field('Comment')),
    ),
  },
  invitation: {
    name: 'Invitation',
    subject: 'Vous êtes invité',
    emailText: email(
      closing,
      'Nous ouvrons nos portes le temps d’un après-midi, et je serais heureux de vous y voir. L’invitation est jointe.',
      'Viendrez-vous ? Une courte réponse suffit.',
    ),
    text: letter(
      closing,
      paragraph(
        'Nous ouvrons nos portes le temps d’un après-midi, et je serais heureux de vous y voir. Vous verrez [ce qu’il y a à voir], l’essaierez vous-même et rencontrerez ceux qui travaillent avec chaque jour.',
      ),
      facts([
        ['Quand', '[jour et heure]'],
        [
          'Où',
          ...[field('Company_Information_Name'), ', ', field('Company_Information_Address'), ', '],
          ...[field('Company_Information_Post_Code'), ' ', field('Company_Information_City')],
        ],
        ['Réponse souhaitée avant le', '[jour]'],
      ]),
      paragraph(
        'Venez volontiers avec un collègue. ',
        whenGiven(
          'Salesperson_Phone_No',
          'Pour que nous puissions nous organiser, dites-moi combien vous serez : un bref appel au {{Salesperson_Phone_No}} suffit.',
          'Pour que nous puissions nous organiser, dites-moi combien vous serez : une courte réponse à cette lettre suffit.',
        ),
      ),
      paragraph(field('Comment')),
      paragraph('Je me réjouis de vous voir.'),
    ),
  },
  fair: {
    name: 'Remerciements après un salon',
    subject: 'Merci de votre visite sur notre stand',
    emailText: email(
      closing,
      'Merci de votre visite sur notre stand. Vous trouverez ci-joint quelques lignes sur la suite.',
      'S’il reste quelque chose, répondez simplement à cet e-mail.',
    ),
    text: letter(
      closing,
      paragraph(
        'J’ai eu plaisir à vous parler au salon',
        whenGiven('Campaign_Description', ' {{Campaign_Description}}'),
        '. Merci d’avoir pris ce temps : les journées de salon sont bien remplies.',
      ),
      paragraph(field('Comment')),
      paragraph(
        'Reste-t-il quelque chose – un échantillon, une offre, un rendez-vous chez vous',
        inYourTown,
        ' ? Un mot de vous suffit, et je m’en occupe.',
      ),
      paragraph(
        'Sinon je vous appellerai dans les deux semaines. ',
        whenGiven(
          'Salesperson_Phone_No',
          'Si vous voulez aller plus vite, mon numéro est le {{Salesperson_Phone_No}}.',
          'Si vous voulez aller plus vite, répondez simplement à cette lettre.',
        ),
      ),
    ),
  },
  prices: {
    name: 'Changement de prix',
    subject: 'Nouveaux prix : ce qui change pour vous',
    emailText: email(
      closing,
      'Nos prix vont changer. J’aimerais que vous l’appreniez de moi, à temps et avec la raison : elle figure dans la lettre jointe à cet e-mail.',
      'Si vous voulez en parler avec moi, répondez simplement à cet e-mail.',
    ),
    text: letter(
      closing,
      paragraph(
        'À partir du [jour], nos prix changent, de [nombre] pour cent en moyenne. J’aimerais que vous l’appreniez de moi, à temps et avec la raison.',
      ),
      paragraph(
        '[Ce qui est devenu plus cher] nous coûte bien plus qu’il y a un an. Nous en supportons une partie ; le reste, nous devons le répercuter.',
      ),
      paragraph('Vous pouvez compter sur ceci :'),
      points(
        'Ce que vous commandez avant ce jour, vous l’avez aux prix d’aujourd’hui.',
        'Nos offres valent jusqu’au jour qui y est écrit.',
        'Délais de livraison et conditions de paiement restent les mêmes.',
      ),
      paragraph(
        'La nouvelle liste de prix est jointe. ',
        whenGiven(
          'Salesperson_Phone_No',
          'Si vous voulez la parcourir avec moi, appelez-moi au {{Salesperson_Phone_No}}.',
          'Si vous voulez la parcourir avec moi, faites-le-moi savoir.',
        ),
      ),
      paragraph(field('Comment')),
    ),
  },
}
