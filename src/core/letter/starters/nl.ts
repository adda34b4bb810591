// The letters to begin with, in Dutch.
import type { StarterLetter, StarterName } from './starterLetters.ts'
import { email, facts, field, letter, paragraph, points, whenGiven } from './writing.ts'

const closing = 'Met vriendelijke groet'
const inYourTown = whenGiven('City', ' in {{City}}')

export const dutch: Record<StarterName, StarterLetter> = {
  business: {
    name: 'Zakelijke brief',
    subject: 'De komende maanden',
    emailText: email(
      closing,
      'Graag neem ik de komende maanden met u door. Waar het om gaat, leest u in de brief bij deze e-mail.',
      'Komt een bepaalde dag u goed uit? Een kort antwoord is genoeg.',
    ),
    text: letter(
      closing,
      paragraph(
        'Graag neem ik de komende maanden met u door: wat u nodig hebt, wat er bij ons is veranderd en waar wij u werk uit handen kunnen nemen. Een uur is genoeg.',
      ),
      paragraph('Over drie dingen wil ik het graag met u hebben:'),
      points(
        'wat u naar verwachting nodig hebt, en wanneer',
        'wat er nieuw is in ons assortiment en bij uw bedrijf past',
        'wat wij voor u beter kunnen doen',
      ),
      paragraph(
        'Ik kom graag bij u langs',
        inYourTown,
        ' en bel u de komende dagen om een afspraak te maken. ',
        whenGiven(
          'Salesperson_Phone_No',
          'Wilt u meteen een dag kiezen, dan bereikt u mij op {{Salesperson_Phone_No}}.',
          'Wilt u meteen een dag kiezen, beantwoord dan gewoon deze brief.',
        ),
      ),
      paragraph(field('Comment')),
    ),
  },
  invitation: {
    name: 'Uitnodiging',
    subject: 'U bent uitgenodigd',
    emailText: email(
      closing,
      'Wij zetten een middag onze deuren open, en ik zou u daar graag zien. De uitnodiging zit bij deze e-mail.',
      'Komt u? Een kort antwoord is genoeg.',
    ),
    text: letter(
      closing,
      paragraph(
        'Wij zetten een middag onze deuren open, en ik zou u daar graag zien. U ziet [wat er te zien is], probeert het zelf uit en ontmoet de mensen die er elke dag mee werken.',
      ),
      facts([
        ['Wanneer', '[dag en tijd]'],
        [
          'Waar',
          ...[field('Company_Information_Name'), ', ', field('Company_Information_Address'), ', '],
          ...[field('Company_Information_Post_Code'), ' ', field('Company_Information_City')],
        ],
        ['Graag antwoord voor', '[dag]'],
      ]),
      paragraph(
        'Neem gerust een collega mee. ',
        whenGiven(
          'Salesperson_Phone_No',
          'Laat mij voor de planning weten met hoeveel u komt: een kort telefoontje naar {{Salesperson_Phone_No}} is genoeg.',
          'Laat mij voor de planning weten met hoeveel u komt: een kort antwoord op deze brief is genoeg.',
        ),
      ),
      paragraph(field('Comment')),
      paragraph('Ik kijk ernaar uit u te zien.'),
    ),
  },
  fair: {
    name: 'Dank na een beurs',
    subject: 'Dank voor uw bezoek aan onze stand',
    emailText: email(
      closing,
      'Dank voor uw bezoek aan onze stand. In de bijlage vindt u een paar regels over hoe we verdergaan.',
      'Is er nog iets open? Beantwoord dan gewoon deze e-mail.',
    ),
    text: letter(
      closing,
      paragraph(
        'Het was fijn u te spreken op ',
        whenGiven('Campaign_Description', '{{Campaign_Description}}', 'de beurs'),
        '. Dank dat u er de tijd voor nam: beursdagen zijn vol genoeg.',
      ),
      paragraph(field('Comment')),
      paragraph(
        'Is er nog iets open – een monster, een offerte, een afspraak bij u',
        inYourTown,
        '? Een woord van u is genoeg, en ik zorg ervoor.',
      ),
      paragraph(
        'Anders bel ik u binnen twee weken. ',
        whenGiven(
          'Salesperson_Phone_No',
          'Wilt u sneller zijn, dan is mijn nummer {{Salesperson_Phone_No}}.',
          'Wilt u sneller zijn, beantwoord dan gewoon deze brief.',
        ),
      ),
    ),
  },
  prices: {
    name: 'Prijswijziging',
    subject: 'Nieuwe prijzen: wat er voor u verandert',
    emailText: email(
      closing,
      'Onze prijzen gaan veranderen. Ik wil graag dat u het van mij hoort, op tijd en met de reden: die leest u in de brief bij deze e-mail.',
      'Wilt u het met mij doornemen? Beantwoord dan gewoon deze e-mail.',
    ),
    text: letter(
      closing,
      paragraph(
        'Vanaf [dag] veranderen onze prijzen, gemiddeld met [getal] procent. Ik wil graag dat u het van mij hoort, op tijd en met de reden.',
      ),
      paragraph(
        '[Wat duurder is geworden] kost ons een stuk meer dan een jaar geleden. Een deel dragen wij zelf; de rest moeten wij doorberekenen.',
      ),
      paragraph('Waar u op kunt rekenen:'),
      points(
        'Wat u voor die dag bestelt, krijgt u tegen de prijzen van vandaag.',
        'Onze offertes gelden tot de dag die erin staat.',
        'Levertijden en betalingsvoorwaarden blijven zoals ze zijn.',
      ),
      paragraph(
        'De nieuwe prijslijst is bijgesloten. ',
        whenGiven(
          'Salesperson_Phone_No',
          'Wilt u haar met mij doornemen, bel mij dan op {{Salesperson_Phone_No}}.',
          'Wilt u haar met mij doornemen, laat het mij dan weten.',
        ),
      ),
      paragraph(field('Comment')),
    ),
  },
}
