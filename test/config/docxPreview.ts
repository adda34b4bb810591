// The package that draws Word documents, made to keep our security policy: it reads XML through the policy of `src/base/trusted.ts`, and it
// sets tab stops when the page stands on the screen, without markup as text. The package is pinned; a version that reads otherwise stops the build.
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const trusted = fileURLToPath(new URL('../../src/base/trusted.ts', import.meta.url))

/** What stands in the package, and what is to stand there. */
const changes: readonly (readonly [string, string])[] = [
  ['new DOMParser().parseFromString(xmlString, "application/xml")', 'parseXml(xmlString)'],
  ['elem.innerHTML = "&nbsp;"', 'elem.textContent = "\\u00a0"'],
  ['setTimeout(() => {\n            const pixelToPoint', 'this.options.whenShown(() => {\n            const pixelToPoint'],
]

/** The package's text with the changes made; throws when it is not the text we know. */
export function underPolicy(code: string): string {
  const changed = changes.reduce((text, [there, ours]) => {
    if (text.split(there).length !== 2) throw new Error(`docx-preview is not the version we know: “${there}” is not in it exactly once.`)
    return text.replace(there, () => ours)
  }, code)
  return `import { parseXml } from ${JSON.stringify(trusted)}\n${changed}`
}

export const docxPreviewUnderPolicy = (): Plugin => ({
  name: 'docx-preview-under-policy',
  enforce: 'pre',
  transform: (code, id) =>
    /[\\/]docx-preview[\\/]dist[\\/]docx-preview\.mjs(\?|$)/.test(id) ? { code: underPolicy(code), map: null } : null,
})
