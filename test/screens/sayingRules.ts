// Rules, groups and the names they speak of, for the tests that have criteria said as sentences.
import type { Rule } from '../../src/model/criteria.ts'
import type { Names } from '../../src/screens/pieces/criteria/sentence.ts'
import { itemKey } from '../../src/screens/pieces/ruleValues.ts'
import type { Lists } from '../../src/storage/read/lists.ts'
import type { UiLanguage } from '../../src/text/language.svelte.ts'

const row = (id: string, description: string) => ({ id, code: id, description })
/** The names rules speak of are data, and differ as well. */
export const names = (language: UiLanguage): Names => {
  const at = ['en', 'de', 'nl', 'nb', 'fr'].indexOf(language)
  const word = (...spoken: [string, string, string, string, string]) => spoken[at] ?? spoken[0]
  return {
    lists: {
      templates: [
        row('visit', word('Visit', 'Besuch', 'Bezoek', 'Besøk', 'Visite')),
        row('call', word('Call', 'Anruf', 'Gesprek', 'Samtale', 'Appel')),
      ],
      mailingGroups: [
        row('cards', word('Christmas cards', 'Weihnachtskarten', 'Kerstkaarten', 'Julekort', 'Cartes de vœux')),
        row('news', 'Newsletter'),
      ],
      jobResponsibilities: [row('buys', word('Purchasing', 'Einkauf', 'Inkoop', 'Innkjøp', 'Achats'))],
      industryGroups: [row('wood', word('Wood', 'Holz', 'Hout', 'Tre', 'Bois'))],
      businessRelations: [row('customer', word('Customer', 'Kunde', 'Klant', 'Kunde', 'Client'))],
      interactionGroups: [row('visits', word('Visits', 'Besuche', 'Bezoeken', 'Besøk', 'Visites'))],
      campaigns: [row('spring', word('Spring', 'Frühjahr', 'Voorjaar', 'Vår', 'Printemps'))],
      territories: [row('west', 'West')],
      salespeople: [{ id: 'vera', name: 'Vera Lindqvist' }],
      questionnaires: [
        {
          questions: [
            {
              description: word('Size', 'Größe', 'Grootte', 'Størrelse', 'Taille'),
              answers: [row('big', word('big', 'groß', 'groot', 'stor', 'grande'))],
            },
          ],
        },
      ],
      salutations: [],
      organizationalLevels: [],
    } as unknown as Lists,
    others: new Map([
      ['anna', 'Anna Berg'],
      ['bert', 'Bert Huber'],
      ['autumn', word('Autumn letter', 'Herbstbrief', 'Herfstbrief', 'Høstbrev', 'Lettre d’automne')],
      [
        itemKey('S-10'),
        word(
          'Service contract, one year',
          'Wartungsvertrag, ein Jahr',
          'Servicecontract, één jaar',
          'Serviceavtale, ett år',
          'Contrat de service, un an',
        ),
      ],
    ]),
  }
}

/** A rule with ids as plain words. */
export const rule = (fields: { kind: Rule['kind'] } & Record<string, unknown>) => fields as unknown as Rule
export const text = (field: string, operator: string, ...values: string[]) => rule({ kind: 'text', field, operator, values })
export const choice = (field: string, operator: string, ...values: string[]) => rule({ kind: 'choice', field, operator, values })
export const date = (field: string, operator: string, more: object = {}) => rule({ kind: 'date', field, operator, ...more })
export const number = (field: string, operator: string, more: object = {}) => rule({ kind: 'number', field, operator, ...more })
export const set = (kind: Rule['kind'], operator: string, ...ids: string[]) => rule({ kind, operator, ids })
export const interaction = (operator: string, where: object, more: object = {}) =>
  rule({ kind: 'interaction', operator, atLeast: 1, where, ...more })
export const purchase = (operator: string, where: object, more: object = {}) =>
  rule({ kind: 'purchase', operator, atLeast: 1, where, ...more })
export const ago = (count: number, unit = 'day') => ({ kind: 'ago', count, unit })
export const ahead = (count: number, unit = 'day') => ({ kind: 'ahead', count, unit })
export const start = (unit: string, shift: number) => ({ kind: 'start', unit, shift })
export const end = (unit: string, shift: number) => ({ kind: 'end', unit, shift })
export const exact = (day: string) => ({ kind: 'exact', day })

export const within = { from: ago(90) }
export const tyrol = text('county', 'isAnyOf', 'Tirol', 'Salzburg')
export const noVisit = interaction('hasNone', { templateIds: ['visit'], within })
export const buysMachines = purchase('has', { itemGroups: ['Maschinen'] })
export const spends = purchase('has', { amountFrom: 5000, within: { from: ago(3, 'year') } })
export const decides = set('jobResponsibility', 'hasAnyOf', 'buys')
export const letters = set('mailingGroup', 'hasAnyOf', 'cards')
