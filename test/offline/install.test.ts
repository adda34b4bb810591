// When installing is spoken of, and what happens to the browser's offer.
import { expect, it } from 'vitest'
import { Install } from '../../src/offline/install.svelte.ts'
import type { Device, Standing } from '../../src/offline/howInstalled.ts'

function tablet(device: Device, standing: Standing = 'tab') {
  const window = new EventTarget()
  const install = new Install({ device, standing }, window)
  /** The browser offers to install; the person will answer so. */
  const offer = (outcome: 'accepted' | 'dismissed') => {
    const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt: () => Promise.resolve({ outcome }) })
    window.dispatchEvent(event)
    return event
  }
  return { window, install, offer }
}

it.each([
  ['iPad', 'tab', 'must'],
  ['safari', 'tab', 'must'],
  ['android', 'tab', 'can'],
  ['other', 'tab', undefined],
  ['iPad', 'icon', undefined],
  ['android', 'icon', undefined],
] as const)('%s, opened as %s: %s', (device, standing, advice) => expect(tablet(device, standing).install.advice).toBe(advice))

it('the browser’s own prompt is held back until the person wishes it, and its offer serves once', async () => {
  const { install, offer } = tablet('other')
  expect(await install.ask()).toBe(false)
  expect(offer('dismissed').defaultPrevented).toBe(true)
  expect([install.canAsk, install.advice]).toEqual([true, 'can'])
  expect(await install.ask()).toBe(false)
  expect([install.canAsk, install.advice]).toEqual([false, undefined])
})

it('once it is installed, here or from the browser’s menu, nothing is said any more', async () => {
  const here = tablet('android')
  here.offer('accepted')
  expect(await here.install.ask()).toBe(true)
  expect(here.install.advice).toBeUndefined()
  const menu = tablet('android')
  menu.offer('accepted')
  menu.window.dispatchEvent(new Event('appinstalled'))
  expect([menu.install.canAsk, menu.install.advice]).toEqual([false, undefined])
})
