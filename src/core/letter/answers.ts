// What was answered to the questions that a document asks of whoever makes its letters.

/** What was answered; a blank answer is none: what the document has ready holds. */
export function answersGiven(typed: Readonly<Record<string, string>>): Record<string, string> | undefined {
  const given = Object.entries(typed).filter(([, answer]) => answer.trim() !== '')
  return given.length > 0 ? Object.fromEntries(given) : undefined
}
