// Every page of the app that has an address of its own, as the program lists them: a new page is looked at from its first day.
import type { Page } from 'playwright-core'
import { routes } from '../../src/app/routes.ts'

/** Addresses without a name of one contact, segment or letter in them. */
export const pages: readonly string[] = routes.map(({ pattern }) => pattern).filter((pattern) => !pattern.includes(':'))

/** Lists whose first row leads to a card, and the pages that belong to the card. */
const cards: readonly (readonly [list: string, under: readonly string[]])[] = [
  ['/contacts', ['forget']],
  ['/segments', ['calls', 'criteria', 'letters', 'output']],
  ['/criteria', []],
  ['/logged', ['responses', 'results']],
  ['/campaigns', ['responses']],
  ['/templates', []],
]

/** The address of the first one of a list. */
export async function firstCard(page: Page, url: string, list: string): Promise<string> {
  await page.goto(`${url}#${list}`)
  const href = await page.locator(`main a.row[href^="#${list}/"]`).first().getAttribute('href')
  return (href ?? '').slice(1).split('?')[0] ?? ''
}

/** Addresses of one card of each kind with all that belongs to it, for what is on this tablet now. */
export async function cardPages(page: Page, url: string): Promise<string[]> {
  const found: string[] = []
  for (const [list, under] of cards) {
    const card = await firstCard(page, url, list)
    found.push(card, ...under.map((one) => `${card}/${one}`))
  }
  return found
}
