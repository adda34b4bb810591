// What is tapped to put the app on the home screen, device by device. Each step has a picture of what to look for.
import type { Device } from '../../../offline/howInstalled.ts'

export type InstallPicture = 'share' | 'add' | 'icon' | 'dots' | 'install' | 'dock' | 'bar'

/** The pictures of the steps, in their order; the words stand in `install.step.DEVICE.PICTURE`. */
export const installSteps = {
  iPad: ['share', 'add', 'icon'],
  safari: ['share', 'dock', 'icon'],
  android: ['dots', 'install', 'icon'],
  other: ['bar', 'install', 'icon'],
} as const satisfies Record<Device, readonly InstallPicture[]>

export const devices = ['iPad', 'android', 'safari', 'other'] as const satisfies readonly Device[]
