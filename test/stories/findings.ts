// What is wrong with a page for eyes, fingers and screen readers: axe, what is wider than the screen, targets that are too small.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export interface Finding {
  what: string
  where: string
}

/** What axe finds, what stands out of the window, which targets are under 44 px. */
export async function findings(page: Page): Promise<Finding[]> {
  await page.evaluate(axe)
  // What is still fading in or changing its colour is looked at when it has.
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))))
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (context: Document, options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
    const found = violations.map(({ id, nodes }) => ({ what: id, where: nodes.map(({ html }) => html.slice(0, 160)).join(' | ') }))
    if (document.documentElement.scrollWidth > window.innerWidth) found.push({ what: 'wider than the screen', where: location.hash })
    for (const element of document.querySelectorAll<HTMLElement>(
      'a[href], button, select, input:not(.vh), [role=switch], [role=checkbox]',
    )) {
      const { width, height } = element.getBoundingClientRect()
      if (width === 0 || height === 0) continue
      const inField = element.closest('.field-c, .search')
      const inText = element.matches('p a, dd a, li a:not(.row):not(.btn):not(.out), .word')
      if (!inField && !inText && (width < 43.5 || height < 43.5))
        found.push({ what: `target of ${Math.round(width)} × ${Math.round(height)}`, where: element.outerHTML.slice(0, 160) })
    }
    return found
  })
}
