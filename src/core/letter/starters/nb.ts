// The letters to begin with, in Norwegian.
import type { StarterLetter, StarterName } from './starterLetters.ts'
import { email, facts, field, letter, paragraph, points, whenGiven } from './writing.ts'

const closing = 'Med vennlig hilsen'
const inYourTown = whenGiven('City', ' i {{City}}')

export const norwegian: Record<StarterName, StarterLetter> = {
  business: {
    name: 'Forretningsbrev',
    subject: 'De neste månedene',
    emailText: email(
      closing,
      'Jeg vil gjerne gå gjennom de neste månedene med deg. Hva det gjelder, står i brevet som følger med denne e-posten.',
      'Passer en dag spesielt godt? Et kort svar er nok.',
    ),
    text: letter(
      closing,
      paragraph(
        'Jeg vil gjerne gå gjennom de neste månedene med deg: hva du trenger, hva som er nytt hos oss, og hvor vi kan spare deg for arbeid. En time er nok.',
      ),
      paragraph('Tre ting vil jeg gjerne snakke om:'),
      points(
        'hva du regner med å trenge, og når',
        'hva som er nytt i sortimentet vårt og passer for bedriften din',
        'hva vi kan gjøre bedre for deg',
      ),
      paragraph(
        'Jeg kommer gjerne på besøk til deg',
        inYourTown,
        ' og ringer deg en av de nærmeste dagene for å finne et tidspunkt. ',
        whenGiven(
          'Salesperson_Phone_No',
          'Vil du velge et med en gang, når du meg på {{Salesperson_Phone_No}}.',
          'Vil du velge et med en gang, er det bare å svare på dette brevet.',
        ),
      ),
      paragraph(field('Comment')),
    ),
  },
  invitation: {
    name: 'Invitasjon',
    subject: 'Du er invitert',
    emailText: email(
      closing,
      'Vi åpner dørene en ettermiddag, og jeg vil gjerne se deg der. Invitasjonen er vedlagt.',
      'Kommer du? Et kort svar er nok.',
    ),
    text: letter(
      closing,
      paragraph(
        'Vi åpner dørene en ettermiddag, og jeg vil gjerne se deg der. Du får se [det som er å se], kan prøve det selv, og møter dem som arbeider med det hver dag.',
      ),
      facts([
        ['Når', '[dag og klokkeslett]'],
        [
          'Hvor',
          ...[field('Company_Information_Name'), ', ', field('Company_Information_Address'), ', '],
          ...[field('Company_Information_Post_Code'), ' ', field('Company_Information_City')],
        ],
        ['Svar innen', '[dag]'],
      ]),
      paragraph(
        'Ta gjerne med en kollega. ',
        whenGiven(
          'Salesperson_Phone_No',
          'Si gjerne fra hvor mange dere blir, så vi kan planlegge: en kort telefon til {{Salesperson_Phone_No}} er nok.',
          'Si gjerne fra hvor mange dere blir, så vi kan planlegge: et kort svar på dette brevet er nok.',
        ),
      ),
      paragraph(field('Comment')),
      paragraph('Jeg gleder meg til å se deg.'),
    ),
  },
  fair: {
    name: 'Takk etter en messe',
    subject: 'Takk for besøket på standen vår',
    emailText: email(
      closing,
      'Takk for besøket på standen vår. Vedlagt finner du noen linjer om hvordan vi går videre.',
      'Er det noe mer, er det bare å svare på denne e-posten.',
    ),
    text: letter(
      closing,
      paragraph(
        'Det var hyggelig å snakke med deg på ',
        whenGiven('Campaign_Description', '{{Campaign_Description}}', 'messen'),
        '. Takk for at du tok deg tid: messedager er fulle nok.',
      ),
      paragraph(field('Comment')),
      paragraph(
        'Er det noe som gjenstår – en prøve, et tilbud, et møte hos deg',
        inYourTown,
        '? Et ord fra deg er nok, så ordner jeg det.',
      ),
      paragraph(
        'Ellers ringer jeg deg i løpet av de neste to ukene. ',
        whenGiven(
          'Salesperson_Phone_No',
          'Haster det mer, er nummeret mitt {{Salesperson_Phone_No}}.',
          'Haster det mer, er det bare å svare på dette brevet.',
        ),
      ),
    ),
  },
  prices: {
    name: 'Prisendring',
    subject: 'Nye priser: hva som endres for deg',
    emailText: email(
      closing,
      'Prisene våre skal endres. Jeg vil gjerne at du hører det fra meg, i god tid og med årsaken: den står i brevet som følger med denne e-posten.',
      'Vil du gå gjennom det med meg, er det bare å svare på denne e-posten.',
    ),
    text: letter(
      closing,
      paragraph(
        'Fra [dag] endres prisene våre, i gjennomsnitt med [tall] prosent. Jeg vil gjerne at du hører det fra meg, i god tid og med årsaken.',
      ),
      paragraph(
        '[Det som er blitt dyrere] koster oss en god del mer enn for et år siden. En del av det bærer vi selv; resten må vi ta videre i prisen.',
      ),
      paragraph('Dette kan du regne med:'),
      points(
        'Det du bestiller før den dagen, får du til dagens priser.',
        'Tilbudene våre gjelder til dagen som står i dem.',
        'Leveringstider og betalingsvilkår blir som de er.',
      ),
      paragraph(
        'Den nye prislisten er vedlagt. ',
        whenGiven(
          'Salesperson_Phone_No',
          'Vil du gå gjennom den med meg, ring meg på {{Salesperson_Phone_No}}.',
          'Vil du gå gjennom den med meg, si gjerne fra.',
        ),
      ),
      paragraph(field('Comment')),
    ),
  },
}
