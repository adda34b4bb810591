// What the page knows of how it stands on the device.
import { expect, it } from 'vitest'
import { howInstalled } from '../../src/offline/howInstalled.ts'

const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
it.each([
  ['Safari on an iPad', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/18.1 Safari/605.1.15`, 5, false, 'iPad', 'tab'],
  ['an icon on an iPad', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit}`, 5, true, 'iPad', 'icon'],
  ['Chrome on an iPhone', `Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) ${webkit} CriOS/130.0 Mobile`, 5, false, 'iPad', 'tab'],
  ['Safari on a Mac', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/18.1 Safari/605.1.15`, 0, false, 'safari', 'tab'],
  ['Chrome on a Mac', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Chrome/130.0 Safari/537.36`, 0, false, 'other', 'tab'],
  ['Chrome on Android', `Mozilla/5.0 (Linux; Android 14) ${webkit} Chrome/130.0 Safari/537.36`, 5, false, 'android', 'tab'],
] as const)('%s', (_what, userAgent, maxTouchPoints, standalone, device, standing) =>
  expect(howInstalled({ userAgent, maxTouchPoints, standalone }, () => false)).toEqual({ device, standing }),
)

it('a window of its own counts as installed', () => {
  const android = { userAgent: 'Mozilla/5.0 (Linux; Android 14) Chrome/130.0', maxTouchPoints: 5 }
  expect(howInstalled(android, (mode) => mode === 'standalone').standing).toBe('icon')
  expect(howInstalled(android, (mode) => mode === 'browser').standing).toBe('tab')
})
