// Words of English that stand on a page of another language: texts of the interface, word for word as English has them, where this
// language says something else. Merge fields keep their names in every language.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { captions } from '../../src/core/letter/captions.ts'
import type { UiLanguage } from '../../src/model/uiLanguages.ts'
import { root } from './build.ts'

const texts = (language: UiLanguage) =>
  JSON.parse(readFileSync(join(root, `src/text/messages/${language}.json`), 'utf8')) as Record<string, string>

/** English texts without holes that are none of this language's. */
function english(language: UiLanguage): Set<string> {
  const own = new Set(Object.values(texts(language)))
  return new Set(
    Object.values(texts('en')).filter((text) => text.length > 3 && !text.includes('{') && !own.has(text) && !(text in captions)),
  )
}
const known = new Map<UiLanguage, Set<string>>()

export async function englishLeft(page: Page, language: UiLanguage): Promise<string[]> {
  if (language === 'en') return []
  const wrong = known.get(language) ?? english(language)
  known.set(language, wrong)
  const said = await page.evaluate(() => {
    const texts: string[] = []
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode(); node; node = walk.nextNode()) texts.push(node.textContent ?? '')
    for (const one of document.querySelectorAll('[aria-label], [placeholder], [title]'))
      for (const name of ['aria-label', 'placeholder', 'title']) texts.push(one.getAttribute(name) ?? '')
    return texts.map((text) => text.trim()).filter(Boolean)
  })
  return said.filter((text) => wrong.has(text))
}
