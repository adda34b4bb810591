// E-mail addresses as they stand in a contact.

/** Blank, one address, or several with a semicolon or comma between them. */
export function isEmail(text: string): boolean {
  const addresses = text.split(/[;,]/).map((address) => address.trim())
  return text.trim() === '' || addresses.every((address) => /^[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]+$/.test(address))
}
