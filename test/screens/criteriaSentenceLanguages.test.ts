// Criteria as one sentence in Dutch, Norwegian and French: word order, cases, negations, days and lists, as somebody there would say it.
import { afterAll, describe, expect, it } from 'vitest'
import { plainText } from '../../src/screens/pieces/criteria/marked.ts'
import { sentenceOf, type SentenceKind } from '../../src/screens/pieces/criteria/sentence.ts'
import type { Group } from '../../src/model/criteria.ts'
import { setLanguage } from '../../src/text/language.svelte.ts'
import { all, any, none, today } from '../make.ts'
import {
  ago,
  ahead,
  buysMachines,
  choice,
  date,
  decides,
  end,
  exact,
  interaction,
  letters,
  names,
  noVisit,
  number,
  purchase,
  rule,
  set,
  spends,
  start,
  text,
  tyrol,
} from './sayingRules.ts'

afterAll(() => setLanguage('en'))

interface Said {
  nl: string
  nb: string
  fr: string
}

const cases: [what: string, kind: SentenceKind, criteria: Group, said: Said][] = [
  [
    'places',
    'add',
    all(text('city', 'isAnyOf', 'Graz', 'Wien'), text('county', 'isNoneOf', 'Tirol')),
    {
      nl: 'Personen en bedrijven in Graz of Wien die niet in de provincie of staat Tirol gevestigd zijn, ook wie geen provincie of staat heeft.',
      nb: 'Personer og selskaper i Graz eller Wien som ikke holder til i fylket eller delstaten Tirol, også de uten fylke eller delstat.',
      fr: 'Les personnes et sociétés à Graz ou Wien qui ne sont pas dans le département ou la région Tirol, y compris celles sans département ou région.',
    },
  ],
  [
    'not visited for 90 days or ever',
    'add',
    all(choice('type', 'isAnyOf', 'person'), tyrol, buysMachines, noVisit),
    {
      nl: 'Personen in de provincie of staat Tirol of Salzburg van wie het bedrijf Maschinen heeft gekocht, maar zonder Bezoek in de laatste 90 dagen (sinds 22 aug 2026), ook wie nooit Bezoek had.',
      nb: 'Personer i fylket eller delstaten Tirol eller Salzburg der selskapet kjøpte Maschinen, men uten Besøk de siste 90 dagene (siden 22. aug. 2026), også de som aldri har hatt Besøk.',
      fr: 'Les personnes dans le département ou la région Tirol ou Salzburg dont la société a acheté Maschinen, mais sans Visite au cours des 90 derniers jours (depuis le 22 août 2026), y compris celles qui n’ont jamais eu Visite.',
    },
  ],
  [
    'the drawn one',
    'refine',
    all(decides, noVisit, any(letters, spends)),
    {
      nl: 'Behoud alleen degenen die voor Inkoop verantwoordelijk zijn, maar zonder Bezoek in de laatste 90 dagen (sinds 22 aug 2026), ook wie nooit Bezoek had, en die ofwel in de mailinggroep Kerstkaarten zitten of van wie het bedrijf in de laatste 3 jaar iets voor minstens 5 000 heeft gekocht (sinds 20 nov 2023).',
      nb: 'Behold bare dem som er ansvarlige for Innkjøp, men uten Besøk de siste 90 dagene (siden 22. aug. 2026), også de som aldri har hatt Besøk, og som enten er i postgruppen Julekort eller der selskapet kjøpte noe for minst 5 000 de siste 3 årene (siden 20. nov. 2023).',
      fr: 'Ne garder que celles qui ont la responsabilité Achats, mais sans Visite au cours des 90 derniers jours (depuis le 22 août 2026), y compris celles qui n’ont jamais eu Visite, et qui ou bien sont dans le groupe de distribution Cartes de vœux ou dont la société a acheté quelque chose pour au moins 5 000 au cours des 3 dernières années (depuis le 20 nov. 2023).',
    },
  ],
  [
    'none of them',
    'reduce',
    none(letters, decides),
    {
      nl: 'Verwijder degenen die noch in de mailinggroep Kerstkaarten zitten noch voor Inkoop verantwoordelijk zijn.',
      nb: 'Fjern dem som verken er i postgruppen Julekort eller er ansvarlige for Innkjøp.',
      fr: 'Retirer celles qui ne sont pas de celles qui sont dans le groupe de distribution Cartes de vœux ou ont la responsabilité Achats.',
    },
  ],
  [
    'none of unlike ones',
    'reduce',
    none(letters, spends),
    {
      nl: 'Verwijder degenen die niet behoren tot degenen die in de mailinggroep Kerstkaarten zitten of van wie het bedrijf in de laatste 3 jaar iets voor minstens 5 000 heeft gekocht (sinds 20 nov 2023).',
      nb: 'Fjern dem som ikke er blant dem som er i postgruppen Julekort eller der selskapet kjøpte noe for minst 5 000 de siste 3 årene (siden 20. nov. 2023).',
      fr: 'Retirer celles qui ne sont pas parmi celles qui sont dans le groupe de distribution Cartes de vœux ou dont la société a acheté quelque chose pour au moins 5 000 au cours des 3 dernières années (depuis le 20 nov. 2023).',
    },
  ],
  [
    'a company that is neither',
    'refine',
    none(set('industryGroup', 'hasAnyOf', 'wood'), set('businessRelation', 'hasAnyOf', 'customer')),
    {
      nl: 'Behoud alleen degenen van wie het bedrijf noch tot de sector Hout behoort noch de zakenrelatie Klant heeft.',
      nb: 'Behold bare dem der selskapet verken er i bransjegruppen Tre eller har forretningsforbindelsen Kunde.',
      fr: 'Ne garder que celles dont la société ne répond à aucun de ces cas : elle est dans le secteur d’activité Bois ou a la relation d’affaires Client.',
    },
  ],
  [
    'both, in an either',
    'refine',
    any(all(letters, decides), tyrol),
    {
      nl: 'Behoud alleen degenen die ofwel in de provincie of staat Tirol of Salzburg gevestigd zijn of zowel in de mailinggroep Kerstkaarten zitten als voor Inkoop verantwoordelijk zijn.',
      nb: 'Behold bare dem som enten holder til i fylket eller delstaten Tirol eller Salzburg eller både er i postgruppen Julekort og er ansvarlige for Innkjøp.',
      fr: 'Ne garder que celles qui ou bien sont dans le département ou la région Tirol ou Salzburg ou à la fois sont dans le groupe de distribution Cartes de vœux et ont la responsabilité Achats.',
    },
  ],
  [
    'what the company has',
    'add',
    all(
      rule({ kind: 'text', field: 'city', operator: 'isAnyOf', values: ['Graz'], of: 'company' }),
      rule({ kind: 'text', field: 'email', operator: 'endsWith', values: ['.at'], of: 'company' }),
    ),
    {
      nl: 'Personen en bedrijven van wie het bedrijf in Graz gevestigd is en bij wie het e-mailadres van het bedrijf op “.at” eindigt.',
      nb: 'Personer og selskaper der selskapet holder til i Graz og der selskapets e-postadresse slutter på «.at».',
      fr: 'Les personnes et sociétés dont la société est à Graz et pour qui l’adresse e-mail de la société finit par « .at ».',
    },
  ],
  [
    'words',
    'add',
    all(text('jobTitle', 'contains', 'sales', 'shop'), text('firstName', 'doesNotStartWith', 'An', 'Be'), text('homePage', 'isBlank')),
    {
      nl: 'Personen en bedrijven van wie de functie “sales” of “shop” bevat, van wie de voornaam noch met “An” noch “Be” begint, ook wie geen voornaam heeft, en van wie de website leeg is.',
      nb: 'Personer og selskaper der stillingen inneholder «sales» eller «shop», der fornavnet verken begynner på «An» eller «Be», også de uten fornavn, og der nettstedet ikke er fylt ut.',
      fr: 'Les personnes et sociétés dont la fonction contient « sales » ou « shop », dont le prénom ne commence ni par « An » ni « Be », y compris celles sans prénom, et dont le site web est vide.',
    },
  ],
  [
    'post codes',
    'add',
    all(text('postCode', 'between', '6000', '6999'), text('no', 'between', '8000', '')),
    {
      nl: 'Personen en bedrijven van wie de postcode tussen 6000 en 6999 ligt en van wie het nummer 8000 of hoger is.',
      nb: 'Personer og selskaper der postnummeret er mellom 6000 og 6999 og der nummeret er 8000 eller høyere.',
      fr: 'Les personnes et sociétés dont le code postal est entre 6000 et 6999 et dont le numéro est 8000 ou plus.',
    },
  ],
  [
    'a language, and not a country',
    'add',
    all(
      choice('languageCode', 'isNoneOf', 'de', 'fr'),
      rule({ kind: 'choice', field: 'countryCode', operator: 'isNoneOf', values: ['AT'], blanks: false }),
    ),
    {
      nl: 'Personen en bedrijven van wie de taal noch Duits noch Frans is, ook wie geen taal heeft, en van wie het land niet Oostenrijk is, maar niet wie geen land heeft.',
      nb: 'Personer og selskaper der språket verken er tysk eller fransk, også de uten språk, og der landet ikke er Østerrike, men ikke de uten land.',
      fr: 'Les personnes et sociétés dont la langue n’est ni allemand ni français, y compris celles sans langue, et dont le pays n’est pas Autriche, mais pas celles sans pays.',
    },
  ],
  [
    'marks',
    'add',
    all(rule({ kind: 'flag', field: 'excludeFromSegment', is: true }), rule({ kind: 'flag', field: 'minor', is: false })),
    {
      nl: 'Personen en bedrijven die van segmenten uitgesloten zijn, maar niet minderjarig zijn.',
      nb: 'Personer og selskaper som er utelatt fra segmenter, men ikke er mindreårige.',
      fr: 'Les personnes et sociétés qui sont exclues des segments, mais ne sont pas mineures.',
    },
  ],
  [
    'figures',
    'add',
    all(
      number('interactions', 'between', { from: 2 }),
      number('purchaseAmount', 'atLeast', { from: 5000 }),
      number('peopleInCompany', 'isNot', { from: 1 }),
    ),
    {
      nl: 'Personen en bedrijven van wie het aantal interacties minstens 2 is, bij wie het totaal van de aankopen van het bedrijf minstens 5 000 is en bij wie het aantal mensen van het bedrijf niet 1 is.',
      nb: 'Personer og selskaper der antallet samhandlinger er minst 2, der summen av selskapets kjøp er minst 5 000 og der selskapets antall personer ikke er 1.',
      fr: 'Les personnes et sociétés dont le nombre d’interactions est d’au moins 2, pour qui le total des achats de la société est d’au moins 5 000 et pour qui le nombre de personnes de la société n’est pas 1.',
    },
  ],
  [
    'a filter',
    'add',
    all(rule({ kind: 'expression', field: 'postCode', expression: '1000..2000|3000' })),
    {
      nl: 'Personen en bedrijven van wie de postcode bij het filter “1000..2000|3000” past.',
      nb: 'Personer og selskaper der postnummeret passer til filteret «1000..2000|3000».',
      fr: 'Les personnes et sociétés dont le code postal correspond au filtre « 1000..2000|3000 ».',
    },
  ],
  [
    'long ago, or never',
    'add',
    all(date('lastInteraction', 'before', { from: ago(90), blanks: true })),
    {
      nl: 'Personen en bedrijven van wie de laatste interactie meer dan 90 dagen geleden is (vóór 22 aug 2026), ook wie nooit een interactie had.',
      nb: 'Personer og selskaper der den siste samhandlingen er for mer enn 90 dager siden (før 22. aug. 2026), også de som aldri har hatt en samhandling.',
      fr: 'Les personnes et sociétés dont la dernière interaction remonte à plus de 90 jours (avant le 22 août 2026), y compris celles qui n’ont jamais eu d’interaction.',
    },
  ],
  [
    'a birthday next month',
    'add',
    all(date('birthday', 'anniversary', { from: start('month', 1), to: end('month', 1) })),
    {
      nl: 'Personen en bedrijven van wie de verjaardag volgende maand valt (1 dec 2026 tot en met 31 dec 2026).',
      nb: 'Personer og selskaper der fødselsdagen faller neste måned (1. des. 2026 til 31. des. 2026).',
      fr: 'Les personnes et sociétés dont l’anniversaire tombe le mois prochain (1 déc. 2026 – 31 déc. 2026).',
    },
  ],
  [
    'relations and days',
    'add',
    all(date('changedAt', 'between', { from: ago(90), to: end('month', 0) }), date('birthday', 'before', { from: exact('2000-01-01') })),
    {
      nl: 'Personen en bedrijven van wie de laatste wijziging tussen 22 aug 2026 en 30 nov 2026 valt (90 dagen geleden tot en met het einde van deze maand) en van wie de verjaardag vóór 1 jan 2000 valt.',
      nb: 'Personer og selskaper der den siste endringen faller mellom 22. aug. 2026 og 30. nov. 2026 (for 90 dager siden til slutten av denne måneden) og der fødselsdagen er før 1. jan. 2000.',
      fr: 'Les personnes et sociétés dont la dernière modification tombe entre le 22 août 2026 et le 30 nov. 2026 (il y a 90 jours – la fin de ce mois) et dont l’anniversaire tombe avant le 1 janv. 2000.',
    },
  ],
  [
    'the beginning of a quarter',
    'add',
    all(date('lastPurchase', 'onOrBefore', { from: start('quarter', -1) }), date('createdAt', 'onOrAfter', { from: exact('2026-03-01') })),
    {
      nl: 'Personen en bedrijven bij wie de laatste aankoop van het bedrijf op of vóór het begin van vorig kwartaal valt (1 jul 2026) en van wie de aanmaakdatum op of na 1 mrt 2026 valt.',
      nb: 'Personer og selskaper der selskapets siste kjøp er starten av forrige kvartal eller tidligere (1. juli 2026) og der opprettelsesdatoen er 1. mars 2026 eller senere.',
      fr: 'Les personnes et sociétés pour qui le dernier achat de la société est le début du trimestre dernier ou avant (1 juil. 2026) et dont la date de création est le 1 mars 2026 ou après.',
    },
  ],
  [
    'never',
    'reduce',
    all(date('lastInteraction', 'isBlank'), date('lastPurchase', 'isBlank')),
    {
      nl: 'Verwijder degenen die nooit een interactie hadden en van wie het bedrijf nooit iets heeft gekocht.',
      nb: 'Fjern dem som aldri har hatt en samhandling og der selskapet aldri har kjøpt noe.',
      fr: 'Retirer celles qui n’ont jamais eu d’interaction et dont la société n’a jamais rien acheté.',
    },
  ],
  [
    'lists',
    'add',
    all(set('mailingGroup', 'hasAllOf', 'cards', 'news'), set('answer', 'hasAnyOf', 'big'), set('industryGroup', 'hasAnyOf', 'wood')),
    {
      nl: 'Personen en bedrijven die in de mailinggroepen Kerstkaarten en Newsletter zitten, het profielantwoord Grootte: groot hebben en van wie het bedrijf tot de sector Hout behoort.',
      nb: 'Personer og selskaper som er i postgruppene Julekort og Newsletter, har profilsvaret Størrelse: stor og der selskapet er i bransjegruppen Tre.',
      fr: 'Les personnes et sociétés qui sont dans les groupes de distribution Cartes de vœux et Newsletter, ont la réponse profil Taille : grande et dont la société est dans le secteur d’activité Bois.',
    },
  ],
  [
    'what they are not in',
    'add',
    all(set('mailingGroup', 'hasNoneOf', 'cards', 'news'), set('segment', 'hasNoneOf', 'autumn')),
    {
      nl: 'Personen en bedrijven die niet in de mailinggroep Kerstkaarten of Newsletter zitten, ook wie in geen mailinggroep zit, en niet in het segment “Herfstbrief” zitten.',
      nb: 'Personer og selskaper som ikke er i postgruppen Julekort eller Newsletter, også de uten postgruppe, og ikke er i segmentet «Høstbrev».',
      fr: 'Les personnes et sociétés qui ne sont pas dans le groupe de distribution Cartes de vœux ou Newsletter, y compris celles sans groupe de distribution, et ne sont pas dans le segment « Lettre d’automne ».',
    },
  ],
  [
    'people by name',
    'add',
    all(set('contact', 'isNoneOf', 'anna', 'bert'), letters),
    {
      nl: 'Personen en bedrijven die noch Anna Berg noch Bert Huber zijn en in de mailinggroep Kerstkaarten zitten.',
      nb: 'Personer og selskaper som verken er Anna Berg eller Bert Huber og er i postgruppen Julekort.',
      fr: 'Les personnes et sociétés qui ne sont ni Anna Berg ni Bert Huber et sont dans le groupe de distribution Cartes de vœux.',
    },
  ],
  [
    'often, and never',
    'add',
    all(
      interaction('has', { templateIds: ['visit', 'call'], within: { from: ago(1, 'year') } }, { atLeast: 3 }),
      interaction('hasNone', {}, { of: 'company' }),
    ),
    {
      nl: 'Personen en bedrijven die in het laatste jaar minstens 3 keer Bezoek of Gesprek hadden (sinds 20 nov 2025), maar van wie het bedrijf met al zijn mensen geen interactie had.',
      nb: 'Personer og selskaper som hadde Besøk eller Samtale minst 3 ganger det siste året (siden 20. nov. 2025), men der selskapet med alle sine personer ikke hadde noen samhandling.',
      fr: 'Les personnes et sociétés qui ont eu au moins 3 fois Visite ou Appel au cours de la dernière année (depuis le 20 nov. 2025), mais dont la société avec toutes ses personnes n’a eu aucune interaction.',
    },
  ],
  [
    'what was not bought',
    'add',
    all(
      purchase('hasNone', { itemNos: ['S-10'], within: { from: exact('2026-01-01'), to: exact('2026-06-30') } }),
      purchase('has', { amountTo: 500 }, { atLeast: 2 }),
    ),
    {
      nl: 'Personen en bedrijven van wie het bedrijf tussen 1 jan 2026 en 30 jun 2026 geen Servicecontract, één jaar heeft gekocht, ook wie nooit Servicecontract, één jaar kocht, en minstens 2 keer iets voor hoogstens 500 heeft gekocht.',
      nb: 'Personer og selskaper der selskapet ikke kjøpte Serviceavtale, ett år mellom 1. jan. 2026 og 30. juni 2026, også de som aldri har kjøpt Serviceavtale, ett år, og kjøpte noe for høyst 500 minst 2 ganger.',
      fr: 'Les personnes et sociétés dont la société n’a pas acheté Contrat de service, un an entre le 1 janv. 2026 et le 30 juin 2026, y compris celles qui n’ont jamais acheté Contrat de service, un an, et a acheté quelque chose pour au plus 500 au moins 2 fois.',
    },
  ],
  [
    'overdue',
    'add',
    all(number('overdueDays', 'atLeast', { from: 10 }), date('nextContact', 'between', { from: ago(0), to: ahead(2, 'week') })),
    {
      nl: 'Personen en bedrijven die minstens 10 dagen te laat zijn en van wie het volgende contact in de komende 2 weken valt (20 nov 2026 tot en met 4 dec 2026).',
      nb: 'Personer og selskaper som er minst 10 dager på overtid og der den neste kontakten faller de neste 2 ukene (20. nov. 2026 til 4. des. 2026).',
      fr: 'Les personnes et sociétés qui sont en retard d’au moins 10 jours et dont le prochain contact tombe dans les 2 prochaines semaines (20 nov. 2026 – 4 déc. 2026).',
    },
  ],
  [
    'everybody',
    'reduce',
    all(),
    {
      nl: 'Iedereen verwijderen.',
      nb: 'Fjern alle.',
      fr: 'Retirer tout le monde.',
    },
  ],
]

describe.each(['nl', 'nb', 'fr'] as const)('said in %s', (language) =>
  it.each(cases)('%s', (_, kind, criteria, said) => {
    setLanguage(language)
    expect(plainText(sentenceOf(kind, criteria, names(language), today))).toBe(said[language])
  }),
)
