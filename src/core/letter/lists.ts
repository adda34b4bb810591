// The lists of a contact's own that a letter may repeat something for: what was bought, the people of the company, what was answered to
// profile questions. Names are compared as those of fields are.
import type { Contact, Person } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'
import type { LetterEntry, LetterList, LetterValues } from '../../model/letter.ts'
import type { Questionnaire } from '../../model/lists.ts'
import type { LetterLanguage } from '../../model/parts.ts'
import type { Purchase } from '../../model/purchase.ts'
import { printedName } from '../contact/name.ts'
import { withheld } from '../contact/privacy.ts'
import { courtesyTitle } from './courtesyTitle.ts'
import { nameKey } from './nameKey.ts'
import { isList, isPicture } from './valueKinds.ts'

export type ListName = 'Purchases' | 'People' | 'Answers'

/** What the lists are made of, read for the contacts at hand. */
export interface ListGround {
  /** By company. */
  purchases: ReadonlyMap<ContactId, readonly Purchase[]>
  people: ReadonlyMap<ContactId, readonly Person[]>
  questionnaires: readonly Questionnaire[]
}

/** Stable name → other names, the entries' fields likewise. */
const lists: Record<ListName, { names: readonly string[]; fields: Readonly<Record<string, readonly string[]>> }> = {
  Purchases: {
    names: ['Purchase', 'Orders', 'Items', 'Einkäufe', 'Käufe', 'Artikel', 'Aankopen', 'Kjøp', 'Innkjøp', 'Achats', 'Articles'],
    fields: {
      Date: ['Day', 'Datum', 'Dato', 'Purchase Date', 'Kaufdatum'],
      Item_No: ['Item', 'Artikelnr', 'Artikelnummer', 'Varenr', 'Varenummer', 'N° article', 'Référence'],
      Description: ['Item Description', 'Beschreibung', 'Bezeichnung', 'Omschrijving', 'Beskrivelse', 'Désignation'],
      Item_Group: ['Group', 'Artikelgruppe', 'Warengruppe', 'Artikelgroep', 'Varegruppe', 'Groupe', "Groupe d'articles"],
      Quantity: ['Qty', 'Menge', 'Anzahl', 'Aantal', 'Antall', 'Quantité', 'Qté'],
      Amount: ['Line Amount', 'Betrag', 'Bedrag', 'Beløp', 'Montant'],
      Unit_Price: ['Price', 'Preis', 'Einzelpreis', 'Stückpreis', 'Prijs', 'Pris', 'Prix', 'Prix unitaire'],
    },
  },
  People: {
    names: [
      ...['Persons', 'Contacts', 'Colleagues', 'Employees', 'Personen', 'Kontakte', 'Ansprechpartner', 'Mitarbeiter', 'Contactpersonen'],
      ...['Contacten', 'Personer', 'Kontakter', 'Kontaktpersoner', 'Personnes', 'Interlocuteurs'],
    ],
    fields: {
      Name: ['Full Name', 'Contact Name', 'Naam', 'Navn', 'Nom'],
      First_Name: ['Vorname', 'Voornaam', 'Fornavn', 'Prénom'],
      Middle_Name: ['Zweiter Vorname', 'Tussenvoegsel', 'Mellomnavn'],
      Surname: ['Last Name', 'Nachname', 'Achternaam', 'Etternavn', 'Nom de famille'],
      Academic_Title: ['Akademischer Titel', 'Titulatuur', 'Akademisk tittel', 'Titre académique'],
      Courtesy_Title: ['Title', 'Titel', 'Tittel', 'Titre', 'Civilité', 'Anrede'],
      Job_Title: ['Position', 'Funktion', 'Functie', 'Stilling', 'Fonction'],
      Initials: ['Initialen', 'Initialer', 'Initiales'],
      Contact_No: ['No', 'Kontaktnr', 'Contactnr', 'N° contact'],
      Phone_No: ['Phone', 'Telephone', 'Telefon', 'Telefonnr', 'Telefoon', 'Telefoonnr', 'Téléphone'],
      Mobile_Phone_No: ['Mobile', 'Mobile Phone', 'Mobil', 'Mobiltelefon', 'Mobiel', 'Portable'],
      Photo: ['Picture', 'Foto', 'Bild', 'Bilde'],
      Email: ['E-Mail', 'Mail', 'E-Mail-Adresse', 'E-mailadres', 'E-post', 'Courriel'],
    },
  },
  Answers: {
    names: ['Profile', 'Profile Answers', 'Antworten', 'Profil', 'Profilantworten', 'Antwoorden', 'Profiel', 'Svar', 'Réponses'],
    fields: {
      Questionnaire: ['Profile Questionnaire', 'Fragebogen', 'Vragenlijst', 'Spørreskjema'],
      Question: ['Frage', 'Vraag', 'Spørsmål'],
      Answer: ['Antwort', 'Antwoord', 'Svar', 'Réponse'],
    },
  },
}

const known = new Map<string, string | undefined>()

function among(table: Readonly<Record<string, readonly string[]>>, name: string, kind: string): string | undefined {
  const at = `${kind} ${name}`
  if (!known.has(at)) {
    const key = nameKey(name)
    const names = Object.keys(table)
    const found = names.find((one) => nameKey(one) === key) ?? names.find((one) => table[one]?.some((other) => nameKey(other) === key))
    known.set(at, found)
  }
  return known.get(at)
}

const listNames = Object.fromEntries(Object.entries(lists).map(([list, { names }]) => [list, names]))

/** The list that a document means by a name, if it is one we know. */
export const resolveList = (name: string): ListName | undefined => among(listNames, name, '') as ListName | undefined

/** What a name means in the entries of a list; `List.Name` says the same. */
export function resolveEntryField(list: ListName, name: string): string | undefined {
  const dot = name.indexOf('.')
  const own = dot > 0 && resolveList(name.slice(0, dot)) === list ? name.slice(dot + 1) : name
  return among(lists[list].fields, own, list)
}

/** Says of whom an entry speaks; no document asks for it. */
const whose = 'Contact_Id'

/** The stable names of the lists and pictures that a document asks for, as it keeps them; nothing where it asks for none. */
export function askedLists({ lists: of, pictures }: Record<'lists' | 'pictures', readonly { known?: string }[]>): { lists?: string[] } {
  const lists = [...new Set([...of, ...pictures].flatMap(({ known }) => known ?? []))]
  return lists.length > 0 ? { lists } : {}
}

/** The lists and pictures that a letter was given. */
export const listsIn = (values: Readonly<LetterValues>): string[] =>
  Object.keys(values).filter((name) => isList(values[name]) || isPicture(values[name]))

/** Whether a field in a region is one of the entries, not of the contact. */
export function isOfEntries({ name, list: named }: { name: string; list?: string | undefined }): boolean {
  const list = named === undefined ? undefined : resolveList(named)
  return list !== undefined && resolveEntryField(list, name) !== undefined
}

/** The lists that a document asks for. */
export function fillLists(
  values: LetterValues,
  {
    contact,
    company,
    wanted,
    language,
  }: {
    contact: Contact | undefined
    company: Contact | undefined
    wanted: readonly string[]
    language: LetterLanguage | undefined
  },
  ground: ListGround,
): void {
  if (!contact) return
  const make: Record<ListName, () => LetterEntry[]> = {
    Purchases: () => ((company && ground.purchases.get(company.id)) ?? []).map(purchased),
    People: () => ((company && ground.people.get(company.id)) ?? []).filter((one) => !withheld(one)).map((one) => person(one, language)),
    Answers: () => answered(contact, ground.questionnaires),
  }
  for (const name of wanted) if (Object.hasOwn(make, name)) values[name] = { list: make[name as ListName]() }
}

function purchased({ day, itemNo, description, itemGroup, quantity, amount }: Purchase): LetterEntry {
  const price: LetterEntry = quantity === 0 ? { Unit_Price: '' } : { Unit_Price: Math.round((amount / quantity) * 100) / 100 }
  return { Date: { day }, Item_No: itemNo, Description: description, Item_Group: itemGroup, Quantity: quantity, Amount: amount, ...price }
}

function person(one: Person, language: LetterLanguage | undefined): LetterEntry {
  return {
    [whose]: one.id,
    ...{ Name: printedName(one), First_Name: one.firstName, Middle_Name: one.middleName, Surname: one.surname },
    ...{ Academic_Title: one.title ?? '', Courtesy_Title: courtesyTitle(one, language), Job_Title: one.jobTitle, Initials: one.initials },
    ...{ Contact_No: one.no, Phone_No: one.phone, Mobile_Phone_No: one.mobilePhone, Email: one.email },
    ...(one.imageId && { Photo: { picture: one.imageId } }),
  }
}

function answered(contact: Contact, questionnaires: readonly Questionnaire[]): LetterEntry[] {
  const given = new Set(contact.answerIds)
  return questionnaires.flatMap((questionnaire) =>
    questionnaire.questions.flatMap(({ description, answers }) =>
      answers
        .filter(({ id }) => given.has(id))
        .map((answer) => ({ Questionnaire: questionnaire.description, Question: description, Answer: answer.description })),
    ),
  )
}

/** Whether a letter's lists speak of one of these people. */
export const listsName = (values: Readonly<LetterValues>, ids: ReadonlySet<string>): boolean =>
  Object.values(values).some((value) => isList(value) && value.list.some((entry) => isOf(entry[whose], ids)))

const isOf = (id: LetterEntry[string] | undefined, ids: ReadonlySet<string>): boolean => typeof id === 'string' && ids.has(id)

/** A list as a document asks for it: the entries' values under the document's own names. */
export function listForDocument(list: ListName, { list: entries }: LetterList, names: readonly string[]): LetterList {
  const meant = names.flatMap((name) => {
    const field = resolveEntryField(list, name)
    return field === undefined ? [] : [[name, field] as const]
  })
  return { list: entries.map((entry) => Object.fromEntries(meant.map(([name, field]) => [name, entry[field] ?? '']))) }
}
