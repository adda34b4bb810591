// Whether keys without Ctrl or Alt do something outside of fields. WCAG 2.1.4
let on = $state(true)

export const singleKeys = (): boolean => on
export const setSingleKeys = (now: boolean): void => void (on = now)
