// Which kind of device this is, as far as the way to its printer is concerned.

export const devices = ['iPad', 'android', 'windows', 'mac', 'chromeOS'] as const
export type PrintingDevice = (typeof devices)[number]

/** An iPad says it is a Mac, but a Mac has no touch screen; a Chromebook is no Linux machine to whoever uses it. */
export function deviceOf({ userAgent, maxTouchPoints }: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): PrintingDevice {
  if (/iP(ad|hone|od)/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'iPad'
  if (/Android/.test(userAgent)) return 'android'
  if (/CrOS/.test(userAgent)) return 'chromeOS'
  return /Macintosh/.test(userAgent) ? 'mac' : 'windows'
}
