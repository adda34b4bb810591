// Tests that ask for words have those of every language from the start; in the app each language comes when it is spoken.
import type { Plugin } from 'vite'

const module = /\/src\/text\/language\.svelte\.ts$/

export const textsAtOnce = (): Plugin => ({
  name: 'texts at once',
  enforce: 'pre',
  transform: (code, id) => (module.test(id) ? `${code}\nawait Promise.all(uiLanguages.map(loadTexts))\n` : undefined),
})
