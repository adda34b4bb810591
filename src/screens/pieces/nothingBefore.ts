// A restore into an empty tablet replaces nothing: there is nothing to decide about, and the page that loads next need not ask.
const note = 'fieldbook-nothing-before'

export const noteNothingBefore = (): void => sessionStorage.setItem(note, 'yes')

/** Whether it was noted; asked once. */
export function nothingBefore(): boolean {
  const noted = sessionStorage.getItem(note) !== null
  sessionStorage.removeItem(note)
  return noted
}
