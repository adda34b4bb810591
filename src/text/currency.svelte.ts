// Our own currency, in which amounts and costs are written; without one they are written as mere figures.

let current = $state<string | undefined>()

/** The ISO 4217 code now; read in a component, it redraws on a change. */
export const ownCurrency = (): string | undefined => current

export function setOwnCurrency(code: string | undefined): void {
  current = code
}
