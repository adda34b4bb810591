// Every part stands in the gallery, so that it is seen and measured in every state.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const src = fileURLToPath(new URL('../../src', import.meta.url))
const gallery = readdirSync(join(src, 'screens/gallery'))
  .map((name) => readFileSync(join(src, 'screens/gallery', name), 'utf8'))
  .join('\n')

/** Parts that are not put there by themselves, and where they are seen. */
const elsewhere: Record<string, string> = {
  'Icons.svelte': 'the drawings behind every sign, put into the page by the shell',
  'RowsSlot.svelte': 'one place of Rows',
  'Toasts.svelte': 'in the shell; the gallery says something through it',
  'DocxView.svelte': 'shows a Word document: the previews of letters and templates',
}

describe('the gallery', () => {
  it.each(readdirSync(join(src, 'parts')).filter((name) => name.endsWith('.svelte')))('shows %s', (name) => {
    expect(gallery.includes(`/parts/${name}'`) !== name in elsewhere).toBe(true)
  })

  it.each([
    'btn-primary',
    'btn-danger',
    'chip',
    'tile',
    'step',
    'rule',
    'badge',
    'notice',
    'toast',
    'dialog',
    'deck',
    'inh',
    'bar',
    'ring',
    'table',
    'facts',
    'row',
  ])('shows .%s', (part) => expect(gallery.match(new RegExp(`\\b${part}\\b`))).not.toBeNull())
})
