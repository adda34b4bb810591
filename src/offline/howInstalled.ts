// How the app stands on this device, for what a browser promises about its data depends on it: WebKit clears the data of sites in a tab after
// seven days of use without a visit (not of those on the home screen), and removing an icon on iPadOS removes the data that belong to it.
// https://webkit.org/blog/10218/full-third-party-cookie-blocking-and-more/ https://webkit.org/tracking-prevention/

/** `icon`: opened from the home screen, dock or as a window of its own. */
export type Standing = 'icon' | 'tab'
/** `iPad`: any device with iPadOS or iOS, whatever the browser is called. */
export type Device = 'iPad' | 'safari' | 'android' | 'other'

export interface HowInstalled {
  standing: Standing
  device: Device
}

interface Seen {
  userAgent: string
  maxTouchPoints: number
  /** Only WebKit says so. */
  standalone?: boolean
}

const windowed = ['standalone', 'minimal-ui', 'fullscreen', 'window-controls-overlay']

/** @param isDisplayed answers whether the page is shown in this display mode */
export function howInstalled(seen: Seen, isDisplayed: (mode: string) => boolean): HowInstalled {
  const standing = seen.standalone === true || windowed.some(isDisplayed) ? 'icon' : 'tab'
  return { standing, device: deviceOf(seen) }
}

/** The device of this page. */
export const howInstalledHere = (): HowInstalled => howInstalled(navigator, (mode) => window.matchMedia(`(display-mode: ${mode})`).matches)

function deviceOf({ userAgent, maxTouchPoints }: Seen): Device {
  // An iPad says it is a Mac; a Mac has no touch screen.
  if (/iP(ad|hone|od)/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'iPad'
  if (/Android/.test(userAgent)) return 'android'
  if (/Version\/[\d.]+ Safari\//.test(userAgent) && !/Chrom/.test(userAgent)) return 'safari'
  return 'other'
}
