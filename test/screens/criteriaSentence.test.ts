// Criteria as one sentence: every kind of rule, and where an "or" ends, in English and German. The names are data, and differ as well.
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import { Group } from '../../src/model/criteria.ts'
import { plainText } from '../../src/screens/pieces/criteria/marked.ts'
import { peopleText, sentenceOf, type SentenceKind } from '../../src/screens/pieces/criteria/sentence.ts'
import { stepWords } from '../../src/screens/pieces/ruleText.ts'
import { setLanguage } from '../../src/text/language.svelte.ts'
import type { LoggedSegmentId } from '../../src/model/ids.ts'
import { anyTree } from '../columns/anyRows.ts'
import { all, any, none, today } from '../make.ts'
import {
  rule,
  text,
  choice,
  date,
  number,
  set,
  interaction,
  purchase,
  ago,
  ahead,
  start,
  end,
  exact,
  within,
  tyrol,
  noVisit,
  buysMachines,
  spends,
  decides,
  letters,
  names,
} from './sayingRules.ts'

afterAll(() => setLanguage('en'))

function says(_what: string, kind: SentenceKind, criteria: Group, english: string, german: string) {
  expect(Group.parse(criteria)).toEqual(criteria)
  setLanguage('en')
  expect(plainText(sentenceOf(kind, criteria, names('en'), today))).toBe(english)
  setLanguage('de')
  expect(plainText(sentenceOf(kind, criteria, names('de'), today))).toBe(german)
}

describe('the sentence of the issue', () => {
  it.each<[string, SentenceKind, Group, string, string]>([
    [
      'two regions, what the company buys, not visited for 90 days or ever',
      'add',
      all(tyrol, buysMachines, noVisit),
      'People and companies in the county or state Tirol or Salzburg whose company bought Maschinen, but with no Visit in the last 90 days (since 22 Aug 2026), including those who never had any Visit.',
      'Personen und Unternehmen im Bundesland oder Kanton Tirol oder Salzburg, deren Unternehmen Maschinen gekauft hat, aber ohne Besuch in den letzten 90 Tagen (seit 22. Aug. 2026), auch solche, die nie Besuch hatten.',
    ],
    [
      'of persons alone',
      'add',
      all(choice('type', 'isAnyOf', 'person'), tyrol, buysMachines, noVisit),
      'People in the county or state Tirol or Salzburg whose company bought Maschinen, but with no Visit in the last 90 days (since 22 Aug 2026), including those who never had any Visit.',
      'Personen im Bundesland oder Kanton Tirol oder Salzburg, deren Unternehmen Maschinen gekauft hat, aber ohne Besuch in den letzten 90 Tagen (seit 22. Aug. 2026), auch solche, die nie Besuch hatten.',
    ],
    [
      'without those never visited',
      'add',
      all(tyrol, interaction('hasNone', { templateIds: ['visit'], within }, { blanks: false })),
      'People and companies in the county or state Tirol or Salzburg who had no Visit in the last 90 days (since 22 Aug 2026), excluding those who never had any Visit.',
      'Personen und Unternehmen im Bundesland oder Kanton Tirol oder Salzburg, die in den letzten 90 Tagen ohne Besuch waren (seit 22. Aug. 2026), nicht aber solche, die nie Besuch hatten.',
    ],
    [
      'the drawn one',
      'refine',
      all(decides, noVisit, any(letters, spends)),
      'Keep only those who are responsible for Purchasing, but with no Visit in the last 90 days (since 22 Aug 2026), including those who never had any Visit, and who either are in the mailing group Christmas cards or whose company bought something for at least 5 000 in the last 3 years (since 20 Nov 2023).',
      'Nur diejenigen behalten, die für Einkauf verantwortlich sind, aber ohne Besuch in den letzten 90 Tagen (seit 22. Aug. 2026), auch solche, die nie Besuch hatten, und die entweder im Verteiler Weihnachtskarten sind oder deren Unternehmen in den letzten 3 Jahren etwas für mindestens 5 000 gekauft hat (seit 20. Nov. 2023).',
    ],
  ])('%s', (what, kind, criteria, english, german) => says(what, kind, criteria, english, german))
})

describe('where "or" ends', () => {
  it.each<[string, SentenceKind, Group, string, string]>([
    [
      'a group stands behind the rules',
      'reduce',
      all(any(letters, spends), noVisit),
      'Remove those who had no Visit in the last 90 days (since 22 Aug 2026), including those who never had any Visit, and either are in the mailing group Christmas cards or whose company bought something for at least 5 000 in the last 3 years (since 20 Nov 2023).',
      'Diejenigen entfernen, die in den letzten 90 Tagen ohne Besuch waren (seit 22. Aug. 2026), auch solche, die nie Besuch hatten, und entweder im Verteiler Weihnachtskarten sind oder deren Unternehmen in den letzten 3 Jahren etwas für mindestens 5 000 gekauft hat (seit 20. Nov. 2023).',
    ],
    [
      'several groups stand in brackets',
      'refine',
      all(any(letters, decides), noVisit, any(tyrol, spends)),
      'Keep only those who had no Visit in the last 90 days (since 22 Aug 2026), including those who never had any Visit, and (who either are in the mailing group Christmas cards or are responsible for Purchasing) and (who either are in the county or state Tirol or Salzburg or whose company bought something for at least 5 000 in the last 3 years (since 20 Nov 2023)).',
      'Nur diejenigen behalten, die in den letzten 90 Tagen ohne Besuch waren (seit 22. Aug. 2026), auch solche, die nie Besuch hatten, und (die entweder im Verteiler Weihnachtskarten sind oder für Einkauf verantwortlich sind) und (die entweder im Bundesland oder Kanton Tirol oder Salzburg ansässig sind oder deren Unternehmen in den letzten 3 Jahren etwas für mindestens 5 000 gekauft hat (seit 20. Nov. 2023)).',
    ],
    [
      'any of them',
      'add',
      any(letters, spends, all(decides, tyrol)),
      'People and companies who either are in the mailing group Christmas cards, whose company bought something for at least 5 000 in the last 3 years (since 20 Nov 2023), or who both are responsible for Purchasing and are in the county or state Tirol or Salzburg.',
      'Personen und Unternehmen, die entweder im Verteiler Weihnachtskarten sind, deren Unternehmen in den letzten 3 Jahren etwas für mindestens 5 000 gekauft hat (seit 20. Nov. 2023) oder die sowohl für Einkauf verantwortlich sind als auch im Bundesland oder Kanton Tirol oder Salzburg ansässig sind.',
    ],
    [
      'any, with more than two together',
      'add',
      any(letters, all(decides, tyrol, buysMachines)),
      'People and companies who either are in the mailing group Christmas cards or (who are responsible for Purchasing, are in the county or state Tirol or Salzburg, and whose company bought Maschinen).',
      'Personen und Unternehmen, die entweder im Verteiler Weihnachtskarten sind oder (die für Einkauf verantwortlich sind, im Bundesland oder Kanton Tirol oder Salzburg ansässig sind und deren Unternehmen Maschinen gekauft hat).',
    ],
    [
      'three levels',
      'refine',
      all(decides, any(letters, all(tyrol, any(buysMachines, noVisit)))),
      'Keep only those who are responsible for Purchasing and either are in the mailing group Christmas cards or (who are in the county or state Tirol or Salzburg and (who either had no Visit in the last 90 days (since 22 Aug 2026; including those who never had any Visit) or whose company bought Maschinen)).',
      'Nur diejenigen behalten, die für Einkauf verantwortlich sind und entweder im Verteiler Weihnachtskarten sind oder (die im Bundesland oder Kanton Tirol oder Salzburg ansässig sind und (die entweder in den letzten 90 Tagen ohne Besuch waren (seit 22. Aug. 2026; auch solche, die nie Besuch hatten) oder deren Unternehmen Maschinen gekauft hat)).',
    ],
    [
      'none of them',
      'reduce',
      none(letters, decides),
      'Remove those who neither are in the mailing group Christmas cards nor are responsible for Purchasing.',
      'Diejenigen entfernen, die weder im Verteiler Weihnachtskarten sind noch für Einkauf verantwortlich sind.',
    ],
    [
      'none of unlike ones',
      'reduce',
      none(letters, spends),
      'Remove those who are not among those who are in the mailing group Christmas cards or whose company bought something for at least 5 000 in the last 3 years (since 20 Nov 2023).',
      'Diejenigen entfernen, die nicht zu denen gehören, die im Verteiler Weihnachtskarten sind oder deren Unternehmen in den letzten 3 Jahren etwas für mindestens 5 000 gekauft hat (seit 20. Nov. 2023).',
    ],
    [
      'not one',
      'refine',
      all(decides, none(tyrol)),
      'Keep only those who are responsible for Purchasing and are not among those who are in the county or state Tirol or Salzburg.',
      'Nur diejenigen behalten, die für Einkauf verantwortlich sind und nicht zu denen gehören, die im Bundesland oder Kanton Tirol oder Salzburg ansässig sind.',
    ],
    [
      'a group in a group of its kind is no group',
      'add',
      all(all(decides, all(letters)), any(tyrol)),
      'People and companies who are responsible for Purchasing, are in the mailing group Christmas cards, and are in the county or state Tirol or Salzburg.',
      'Personen und Unternehmen, die für Einkauf verantwortlich sind, im Verteiler Weihnachtskarten sind und im Bundesland oder Kanton Tirol oder Salzburg ansässig sind.',
    ],
    [
      'a group that is alone needs no brackets',
      'add',
      all(letters, any(choice('languageCode', 'isAnyOf', 'de'), text('jobTitle', 'contains', 'chef'))),
      'People and companies in the mailing group Christmas cards whose language is German or whose job title contains “chef”.',
      'Personen und Unternehmen im Verteiler Weihnachtskarten, deren Sprache Deutsch ist oder deren Funktion „chef“ enthält.',
    ],
    [
      'fields stand behind, and stand in brackets where nothing closes them',
      'add',
      all(decides, any(choice('languageCode', 'isAnyOf', 'de'), text('jobTitle', 'contains', 'chef'))),
      'People and companies who are responsible for Purchasing and (whose language is German or whose job title contains “chef”).',
      'Personen und Unternehmen, die für Einkauf verantwortlich sind und (deren Sprache Deutsch ist oder deren Funktion „chef“ enthält).',
    ],
  ])('%s', (what, kind, criteria, english, german) => says(what, kind, criteria, english, german))
})

describe('fields', () => {
  it.each<[string, SentenceKind, Group, string, string]>([
    [
      'places',
      'add',
      all(text('city', 'isAnyOf', 'Graz'), text('county', 'isNoneOf', 'Tirol', 'Wien'), choice('territoryId', 'isAnyOf', 'west')),
      'People and companies in Graz who are not in the county or state Tirol or Wien, including those without a county or state, and are in the territory West.',
      'Personen und Unternehmen in Graz, die nicht im Bundesland oder Kanton Tirol oder Wien ansässig sind, auch solche ohne Bundesland oder Kanton, und im Gebiet West ansässig sind.',
    ],
    [
      'more places than anybody reads',
      'refine',
      all(text('city', 'isAnyOf', ...'ABCDEFGH')),
      'Keep only those in A, B, C, D, E, or 3 more.',
      'Nur diejenigen in A, B, C, D, E oder 3 mehr behalten.',
    ],
    [
      "the company's place",
      'add',
      all(
        rule({ kind: 'text', field: 'city', operator: 'isAnyOf', values: ['Graz'], of: 'company' }),
        rule({ kind: 'text', field: 'email', operator: 'endsWith', values: ['.at'], of: 'company' }),
      ),
      'People and companies whose company is in Graz and whose company’s e-mail address ends with “.at”.',
      'Personen und Unternehmen, deren Unternehmen in Graz ansässig ist und bei deren Unternehmen die E-Mail-Adresse mit „.at“ endet.',
    ],
    [
      'words',
      'add',
      all(text('jobTitle', 'contains', 'sales', 'shop'), text('firstName', 'doesNotStartWith', 'An'), text('homePage', 'isBlank')),
      'People and companies whose job title contains “sales” or “shop”, whose first name does not start with “An”, including those without a first name, and whose website is blank.',
      'Personen und Unternehmen, deren Funktion „sales“ oder „shop“ enthält, deren Vorname nicht mit „An“ beginnt, auch solche ohne Vornamen, und deren Website leer ist.',
    ],
    [
      'post codes',
      'add',
      all(text('postCode', 'between', '6000', '6999'), text('no', 'between', '8000', '')),
      'People and companies whose post code is between 6000 and 6999 and whose number is 8000 or higher.',
      'Personen und Unternehmen, deren Postleitzahl zwischen 6000 und 6999 liegt und deren Nummer 8000 oder höher ist.',
    ],
    [
      'a language, and not a country',
      'add',
      all(
        choice('languageCode', 'isNoneOf', 'de', 'fr'),
        rule({ kind: 'choice', field: 'countryCode', operator: 'isNoneOf', values: ['AT'], blanks: false }),
      ),
      'People and companies whose language is neither German nor French, including those without a language, and whose country is not Austria, excluding those without a country.',
      'Personen und Unternehmen, deren Sprache weder Deutsch noch Französisch ist, auch solche ohne Sprache, und deren Land nicht Österreich ist, nicht aber solche ohne Land.',
    ],
    [
      'blanks taken in',
      'add',
      all(rule({ kind: 'choice', field: 'languageCode', operator: 'isAnyOf', values: ['de'], blanks: true })),
      'People and companies whose language is German, including those without a language.',
      'Personen und Unternehmen, deren Sprache Deutsch ist, auch solche ohne Sprache.',
    ],
    [
      'town and county of one name',
      'add',
      all(text('city', 'isAnyOf', 'Bern', 'Thun'), text('county', 'isAnyOf', 'Bern')),
      'People and companies in Bern or Thun who are in the county or state Bern.',
      'Personen und Unternehmen in Bern oder Thun, die im Bundesland oder Kanton Bern ansässig sind.',
    ],
    [
      "town and county of one name, the company's",
      'refine',
      all(
        rule({ kind: 'text', field: 'city', operator: 'isAnyOf', values: ['Bern'], of: 'company' }),
        rule({ kind: 'text', field: 'county', operator: 'isNoneOf', values: ['Bern'], of: 'company', blanks: false }),
      ),
      'Keep only those whose company is in Bern, but is not in the county or state Bern, excluding those without a company, or with nothing entered there.',
      'Nur diejenigen behalten, deren Unternehmen in Bern ansässig ist, aber nicht im Bundesland oder Kanton Bern ansässig ist, nicht aber solche ohne Unternehmen oder ohne Eintrag dort.',
    ],
    ['persons alone', 'refine', all(choice('type', 'isNoneOf', 'company')), 'Keep only people.', 'Nur Personen behalten.'],
    [
      'persons or companies, in a group that is not the whole',
      'add',
      all(text('city', 'isAnyOf', 'Graz'), any(choice('type', 'isAnyOf', 'person'), letters)),
      'People and companies in Graz who either are persons or are in the mailing group Christmas cards.',
      'Personen und Unternehmen in Graz, die entweder Personen sind oder im Verteiler Weihnachtskarten sind.',
    ],
    [
      'companies',
      'reduce',
      all(choice('type', 'isAnyOf', 'company'), text('city', 'isAnyOf', 'Graz')),
      'Remove companies in Graz.',
      'Unternehmen in Graz entfernen.',
    ],
    [
      'marks',
      'add',
      all(rule({ kind: 'flag', field: 'excludeFromSegment', is: true }), rule({ kind: 'flag', field: 'minor', is: false })),
      'People and companies who are excluded from segments, but are not minors.',
      'Personen und Unternehmen, die aus Segmenten ausgeschlossen sind, aber nicht minderjährig sind.',
    ],
    [
      'figures',
      'add',
      all(
        number('interactions', 'between', { from: 2 }),
        number('purchaseAmount', 'atLeast', { from: 5000 }),
        number('peopleInCompany', 'isNot', { from: 1 }),
      ),
      'People and companies whose number of interactions is at least 2, whose company’s total of purchases is at least 5 000, and whose company’s number of people is not 1.',
      'Personen und Unternehmen, deren Anzahl der Aktivitäten mindestens 2 ist, bei deren Unternehmen die Summe der Käufe mindestens 5 000 ist und bei deren Unternehmen die Anzahl der Personen nicht 1 ist.',
    ],
    [
      'a filter',
      'add',
      all(rule({ kind: 'expression', field: 'postCode', expression: '1000..2000|3000' })),
      'People and companies whose post code matches the filter “1000..2000|3000”.',
      'Personen und Unternehmen, deren Postleitzahl zum Filter „1000..2000|3000“ passt.',
    ],
  ])('%s', (what, kind, criteria, english, german) => says(what, kind, criteria, english, german))
})

describe('days', () => {
  it.each<[string, SentenceKind, Group, string, string]>([
    [
      'long ago, or never',
      'add',
      all(date('lastInteraction', 'before', { from: ago(90), blanks: true })),
      'People and companies whose last interaction is more than 90 days ago (before 22 Aug 2026), including those who never had an interaction.',
      'Personen und Unternehmen, deren letzte Aktivität mehr als 90 Tage her ist (vor dem 22. Aug. 2026), auch solche, die nie eine Aktivität hatten.',
    ],
    [
      'lately',
      'add',
      all(date('createdAt', 'onOrAfter', { from: ago(1, 'month') })),
      'People and companies whose creation date is in the last month (since 20 Oct 2026).',
      'Personen und Unternehmen, deren Anlagedatum im letzten Monat liegt (seit 20. Okt. 2026).',
    ],
    [
      'a birthday next month',
      'add',
      all(date('birthday', 'anniversary', { from: start('month', 1), to: end('month', 1) })),
      'People and companies whose birthday comes round next month (1 Dec 2026 to 31 Dec 2026).',
      'Personen und Unternehmen, deren Geburtstag sich im kommenden Monat jährt (1. Dez. 2026 bis 31. Dez. 2026).',
    ],
    [
      'a birthday soon',
      'add',
      all(date('birthday', 'anniversary', { from: ago(0), to: ahead(2, 'week') })),
      'People and companies whose birthday comes round in the next 2 weeks (20 Nov 2026 to 4 Dec 2026).',
      'Personen und Unternehmen, deren Geburtstag sich in den nächsten 2 Wochen jährt (20. Nov. 2026 bis 4. Dez. 2026).',
    ],
    [
      'a relation and a day',
      'add',
      all(date('changedAt', 'between', { from: ago(90), to: end('month', 0) }), date('birthday', 'before', { from: exact('2000-01-01') })),
      'People and companies whose last change is between 22 Aug 2026 and 30 Nov 2026 (90 days ago to the end of this month) and whose birthday is before 1 Jan 2000.',
      'Personen und Unternehmen, deren letzte Änderung zwischen dem 22. Aug. 2026 und dem 30. Nov. 2026 liegt (vor 90 Tagen bis Ende dieses Monats) und deren Geburtstag vor dem 1. Jan. 2000 liegt.',
    ],
    [
      'the beginning of a quarter',
      'add',
      all(date('lastPurchase', 'onOrBefore', { from: start('quarter', -1) })),
      'People and companies whose company’s last purchase is on or before the start of last quarter (1 Jul 2026).',
      'Personen und Unternehmen, bei deren Unternehmen der letzte Kauf am Beginn des letzten Quartals oder davor liegt (1. Juli 2026).',
    ],
    [
      'never',
      'reduce',
      all(date('lastInteraction', 'isBlank'), date('lastPurchase', 'isBlank')),
      'Remove those who never had an interaction and whose company never bought anything.',
      'Diejenigen entfernen, die nie eine Aktivität hatten und deren Unternehmen nie etwas gekauft hat.',
    ],
  ])('%s', (what, kind, criteria, english, german) => says(what, kind, criteria, english, german))
})

describe('lists', () => {
  it.each<[string, SentenceKind, Group, string, string]>([
    [
      'mailing groups',
      'add',
      all(set('mailingGroup', 'hasAllOf', 'cards', 'news'), set('answer', 'hasAnyOf', 'big'), set('industryGroup', 'hasAnyOf', 'wood')),
      'People and companies who are in the mailing groups Christmas cards and Newsletter, have the profile answer Size: big, and whose company is in the industry group Wood.',
      'Personen und Unternehmen, die in den Verteilern Weihnachtskarten und Newsletter sind, die Profilantwort Größe: groß haben und deren Unternehmen zur Branche Holz gehört.',
    ],
    [
      'a list they are on',
      'add',
      all(set('segment', 'hasAnyOf', 'autumn'), tyrol),
      'People and companies in the segment “Autumn letter” who are in the county or state Tirol or Salzburg.',
      'Personen und Unternehmen im Segment „Herbstbrief“, die im Bundesland oder Kanton Tirol oder Salzburg ansässig sind.',
    ],
    [
      'what they are not in',
      'add',
      all(
        set('mailingGroup', 'hasNoneOf', 'cards', 'news'),
        set('businessRelation', 'hasNoneOf', 'customer'),
        set('segment', 'hasNoneOf', 'autumn'),
      ),
      'People and companies who are not in the mailing group Christmas cards or Newsletter, including those in no mailing group, whose company does not have the business relation Customer, including those without any business relation, and who are not in the segment “Autumn letter”.',
      'Personen und Unternehmen, die nicht im Verteiler Weihnachtskarten oder Newsletter sind, auch solche ohne Verteiler, deren Unternehmen nicht die Geschäftsbeziehung Kunde hat, auch solche ohne Geschäftsbeziehung, und die nicht im Segment „Herbstbrief“ sind.',
    ],
    [
      'exactly these, none at all',
      'add',
      all(set('mailingGroup', 'isExactly', 'cards', 'news'), set('jobResponsibility', 'isBlank')),
      'People and companies who are exactly in the mailing groups Christmas cards and Newsletter, but have no job responsibility.',
      'Personen und Unternehmen, die genau in den Verteilern Weihnachtskarten und Newsletter sind, aber keine Verantwortlichkeit haben.',
    ],
    [
      'people by name',
      'add',
      all(set('contact', 'isAnyOf', 'anna', 'bert')),
      'People and companies who are Anna Berg or Bert Huber.',
      'Personen und Unternehmen, die Anna Berg oder Bert Huber sind.',
    ],
    [
      'many people by name',
      'reduce',
      all(set('contact', 'isAnyOf', 'a', 'b', 'c', 'd', 'e')),
      'Remove those who are among the 5 people chosen by name.',
      'Diejenigen entfernen, die zu den 5 einzeln gewählten Personen gehören.',
    ],
  ])('%s', (what, kind, criteria, english, german) => says(what, kind, criteria, english, german))
})

describe('history', () => {
  it.each<[string, SentenceKind, Group, string, string]>([
    [
      'all of it in the same interaction',
      'add',
      all(
        interaction(
          'has',
          { templateIds: ['visit', 'call'], campaignIds: ['spring'], salespersonIds: ['vera'], response: true, within },
          { atLeast: 2 },
        ),
      ),
      'People and companies who had Visit or Call at least 2 times in the last 90 days (since 22 Aug 2026; campaign Spring; by Vera Lindqvist; answered).',
      'Personen und Unternehmen, die in den letzten 90 Tagen mindestens 2-mal Besuch oder Anruf hatten (seit 22. Aug. 2026; Kampagne Frühjahr; durch Vera Lindqvist; geantwortet).',
    ],
    [
      'nobody of the company',
      'add',
      all(interaction('hasNone', { within }, { of: 'company' })),
      'People and companies whose company with all its people had no interaction in the last 90 days (since 22 Aug 2026), including those with whom that never happened.',
      'Personen und Unternehmen, deren Unternehmen mit allen seinen Personen in den letzten 90 Tagen keine Aktivität hatte (seit 22. Aug. 2026), auch solche, bei denen das nie vorkam.',
    ],
    [
      'fewer than so many of a group',
      'add',
      all(
        interaction('hasNone', { interactionGroupIds: ['visits'], within: { from: start('year', 0), to: end('year', 0) } }, { atLeast: 3 }),
      ),
      'People and companies who had fewer than 3 interactions of the group Visits this year (1 Jan 2026 to 31 Dec 2026), including those with whom that never happened.',
      'Personen und Unternehmen, die in diesem Jahr weniger als 3 Aktivitäten der Gruppe Besuche hatten (1. Jan. 2026 bis 31. Dez. 2026), auch solche, bei denen das nie vorkam.',
    ],
    [
      'what the company never bought',
      'add',
      all(purchase('hasNone', { itemNos: ['S-100'] }), purchase('hasNone', { within })),
      'People and companies whose company bought no S-100 and bought nothing in the last 90 days (since 22 Aug 2026), including those without any purchase.',
      'Personen und Unternehmen, deren Unternehmen kein einziges Mal S-100 gekauft hat und in den letzten 90 Tagen nichts gekauft hat (seit 22. Aug. 2026), auch solche ohne jeden Kauf.',
    ],
    [
      'an item by its name, and by its number where it has none',
      'add',
      all(purchase('has', { itemNos: ['S-10', 'X-1'], within: { from: ago(1, 'year') } })),
      'People and companies whose company bought Service contract, one year or X-1 in the last year (since 20 Nov 2025).',
      'Personen und Unternehmen, deren Unternehmen im letzten Jahr Wartungsvertrag, ein Jahr oder X-1 gekauft hat (seit 20. Nov. 2025).',
    ],
    [
      'an item the company never bought',
      'refine',
      all(purchase('hasNone', { itemNos: ['S-10'], within: { from: ago(1, 'year') } })),
      'Keep only those whose company bought no Service contract, one year in the last year (since 20 Nov 2025), including those who never bought Service contract, one year.',
      'Nur diejenigen behalten, deren Unternehmen im letzten Jahr kein einziges Mal Wartungsvertrag, ein Jahr gekauft hat (seit 20. Nov. 2025), auch solche, die nie Wartungsvertrag, ein Jahr gekauft haben.',
    ],
    [
      'how much',
      'add',
      all(purchase('has', { itemGroups: ['Maschinen'], amountFrom: 100, amountTo: 2000, quantityFrom: 2 }, { atLeast: 2 })),
      'People and companies whose company bought Maschinen for 100 to 2 000 at least 2 times (quantity at least 2).',
      'Personen und Unternehmen, deren Unternehmen mindestens 2-mal Maschinen für 100 bis 2 000 gekauft hat (Menge mindestens 2).',
    ],
  ])('%s', (what, kind, criteria, english, german) => says(what, kind, criteria, english, german))
})

describe('what is not said yet', () => {
  it.each<[string, SentenceKind, Group, string, string]>([
    ['no rule', 'refine', all(), 'Keep everybody.', 'Alle behalten.'],
    [
      'rules without a value, and an empty group',
      'refine',
      all(text('city', 'isAnyOf'), set('mailingGroup', 'hasAnyOf'), date('birthday', 'between'), number('interactions', 'atLeast'), any()),
      'Keep only those in … who are in the mailing group …, whose birthday is between … and …, whose number of interactions is at least …, and who …',
      'Nur diejenigen in … behalten, die im Verteiler … sind, deren Geburtstag zwischen dem … und dem … liegt, deren Anzahl der Aktivitäten mindestens … ist und die …',
    ],
  ])('%s', (what, kind, criteria, english, german) => says(what, kind, criteria, english, german))
})

const pathsOf = (group: Group, path = ''): string[] =>
  group.items.flatMap((item, at) => (item.kind === 'group' ? pathsOf(item, `${path}${at}.`) : [`${path}${at}`]))

describe('any criteria at all', () => {
  it.each(['en', 'de'] as const)('are one sentence in which every rule has its words and every bracket closes: %s', (language) => {
    setLanguage(language)
    fc.assert(
      fc.property(anyTree, fc.constantFrom<SentenceKind>('add', 'reduce', 'refine'), (tree, kind) => {
        const parts = sentenceOf(kind, tree, names('en'), today)
        // What was typed may hold anything.
        const said = plainText(parts).replace(/“[^”]*”|„[^“]*“/g, 'X')
        expect(new Set(parts.map(({ path }) => path))).toEqual(new Set([...pathsOf(tree), ...emptyGroups(tree), undefined]))
        expect(said).toMatch(/^[\p{Lu}“„(\d…].*[.…]$/u)
        expect(said).not.toMatch(/ {2}|undefined|null|[{}<>\uE000-\uE002]| [,.;)]|\( /)
        expect(said.split('(').length).toBe(said.split(')').length)
      }),
    )
  })
})

/** Groups with nothing in them stand for themselves. */
const emptyGroups = (group: Group, path = ''): string[] =>
  group.items.flatMap((item, at) => {
    if (item.kind !== 'group') return []
    return item.items.length === 0 ? [`${path}${at}`] : emptyGroups(item, `${path}${at}.`)
  })
describe('the words of a sentence', () => {
  it('lead to their rule, wherever it stands', () => {
    setLanguage('en')
    const parts = sentenceOf('refine', all(any(letters, spends), noVisit), names('en'), today)
    expect(parts.flatMap(({ text, path }) => (path === undefined ? [] : [[path, text]]))).toEqual([
      ['1', 'no Visit in the last 90 days'],
      ['1', 'including those who never had any Visit'],
      ['0.0', 'in the mailing group Christmas cards'],
      ['0.1', 'something for at least 5\u202f000 in the last 3 years'],
    ])
  })

  it('resolve their days on the day they are asked on', () => {
    const said = peopleText(all(noVisit), names('en'), toDay('2027-03-01'))
    expect(said).toContain('(since 1 Dec 2026)')
  })
})

describe('a step', () => {
  it('says its days as they were when it was made', () => {
    const step = { kind: 'reduce', criteria: all(noVisit), at: '2026-01-31T11:00:00.000Z' } as const
    const { lists, others } = names('en')
    expect(stepWords(step, lists, others, today)).toContain('(since 2 Nov 2025)')
    expect(stepWords({ ...step, asOf: toDay('2026-03-01') }, lists, others, today)).toContain('(since 1 Dec 2025)')
  })

  it('says of which logged segment its people came, and who of it', () => {
    const from = { kind: 'loggedSegment', id: 'fair' as LoggedSegmentId, no: 'SM1', description: 'Fair', who: 'notResponded' } as const
    expect(stepWords({ kind: 'reuse', from }, undefined, new Map(), today)).toBe('Who did not answer of “Fair”')
  })
})
