// The pictures that a letter may show: our logo, the photo of whom it goes to, the signature of whose letter it is.
import type { Contact, Salesperson } from '../../model/contact.ts'
import type { LetterValues } from '../../model/letter.ts'
import type { CompanyInformation } from '../../model/settings.ts'
import { nameKey } from './nameKey.ts'

/** Stable name → other names; case, blanks and signs do not count. */
const pictures = {
  Logo: ['Company Logo', 'Our Logo', 'Firmenlogo', 'Bedrijfslogo', 'Firmalogo', 'Logo de la société'],
  Photo: ['Picture', 'Portrait', 'Foto', 'Bild', 'Kontaktfoto', 'Pasfoto', 'Bilde', 'Photo du contact'],
  Signature: ['Salesperson Signature', 'Unterschrift', 'Signatur', 'Handtekening', 'Underskrift'],
} as const
export type PictureName = keyof typeof pictures

const byKey = new Map(
  (Object.keys(pictures) as PictureName[]).flatMap((name) => [name, ...pictures[name]].map((one) => [nameKey(one), name] as const)),
)

/** The picture that a document means by a name, if it is one we know. */
export const resolvePicture = (name: string): PictureName | undefined => byKey.get(nameKey(name))

/** The pictures that a document asks for, where there are any. */
export function fillPictures(
  values: LetterValues,
  wanted: readonly string[],
  from: { contact: Contact | undefined; salesperson: Salesperson | undefined; our: CompanyInformation | undefined },
): void {
  const ids = { Logo: from.our?.logo, Photo: from.contact?.imageId, Signature: from.salesperson?.signature }
  for (const name of Object.keys(ids) as PictureName[]) {
    const id = ids[name]
    if (id && wanted.includes(name)) values[name] = { picture: id }
  }
}
