// Labels, envelopes and cover sheets of a segment: looked at before, with who is left out and why, and then made as one Word document.
import { crc32 } from '../../base/crc.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { envelopeZones, lying, type Envelope } from '../../core/letter/envelopes.ts'
import { labelsOn, sheetsFor } from '../../core/letter/labelFormats.ts'
import { roomOn, setLabel, setLabels, type LabelRoom, type SetLabel, type SetLabels } from '../../core/letter/labelFit.ts'
import { longDay } from '../../core/letter/locale.ts'
import { senderLines, type Addressed, type LeftOutMail, type MailWishes, type NotAddressed } from '../../core/letter/mailing.ts'
import type { Failure } from '../../model/failure.ts'
import type { SegmentId } from '../../model/ids.ts'
import type { CompanyInformation, LabelFormat } from '../../model/settings.ts'
import type { Database } from '../../storage/database.ts'
import { newShelf, type Shelf } from '../../storage/keep/generatedFiles.ts'
import { readPrinting } from '../../storage/read/printing.ts'
import { coverAddress, coverSheetDocument } from '../../word/author/coverSheets.ts'
import { envelopeDocument } from '../../word/author/envelopes.ts'
import { labelDocument } from '../../word/author/labels.ts'
import { labelTestDocument } from '../../word/author/labelTest.ts'
import type { JobBook } from './jobBook.ts'
import type { MadeLetters } from './letterMaking.ts'
import { logoOf, mailOf, oneFile, type MailPlace, type SegmentMail } from './mailFiles.ts'

/** What is wished for, with the words that stand in the file or its name. */
interface Named extends MailWishes {
  /** What the file is called behind the segment's name. */
  fileName: string
}

export interface LabelWishes extends Named {
  format: LabelFormat
  /** All in the size of the longest address, or each as large as it can be. */
  each: 'same' | 'own'
  /** The first free label of the first sheet, from 1. */
  startAt: number
}

export interface EnvelopeWishes extends Named {
  envelope: Envelope
  sender: boolean
  logo: boolean
}

export interface CoverSheetWishes extends Named {
  paper: 'A4' | 'Letter'
  heading: string
  text: string
  /** With the words that stand in the list for one person. */
  remarks: boolean
  logo: boolean
  /** Empty lines to write on, and the word above them. */
  ruled: number
  ruledWords: string
}

/** What would come out. */
export interface MailLook {
  /** Addresses that come out. */
  count: number
  /** People whose addresses they are. */
  people: number
  leftOut: LeftOutMail<NotAddressed | 'tooLong'>[]
  /** The first ones as they are set, with their names: as many as stand on a sheet. */
  first: (SetLabel & { name: string })[]
  /** The smallest type in use, in points, and whose address is the reason. */
  size: number
  longest: string
  sender: string[]
  /** Our logo can be printed. */
  hasLogo: boolean
  /** Another one when anything that would be printed is another. */
  stamp: number
}

type Made = Promise<Result<MadeLetters, Failure>>
type Looked = Promise<Result<MailLook, Failure>>

export interface LabelJobs {
  lookAtLabels: (id: SegmentId, wishes: LabelWishes) => Looked
  makeLabels: (id: SegmentId, wishes: LabelWishes, job: number) => Made
  lookAtEnvelopes: (id: SegmentId, wishes: EnvelopeWishes) => Looked
  makeEnvelopes: (id: SegmentId, wishes: EnvelopeWishes, job: number) => Made
  lookAtCoverSheets: (id: SegmentId, wishes: CoverSheetWishes) => Looked
  makeCoverSheets: (id: SegmentId, wishes: CoverSheetWishes, job: number) => Made
  /** One sheet with the frames of a format. @param words how to print it, a line each */
  makeLabelTest: (format: LabelFormat, words: string[], fileName: string, language: string, job: number) => Made
}

export const labelJobs = (db: Database, book: JobBook, shelf: Shelf = newShelf()): LabelJobs => {
  const look = async <W extends MailWishes>(
    id: SegmentId,
    wishes: W,
    set: (mail: SegmentMail, wishes: W) => SetLabels,
    most: number,
  ): Looked => {
    const mail = await mailOf(db, id, wishes)
    if (!mail.ok) return mail
    const logo = await logoOf(db, mail.value.company)
    return ok({ ...lookOf(mail.value, set(mail.value, wishes), most), hasLogo: logo !== undefined })
  }
  const make = async <W extends Named>(id: SegmentId, wishes: W, job: number, made: Maker<W>): Made => {
    const mail = await mailOf(db, id, wishes)
    return mail.ok ? made(mail.value, wishes, { db, shelf, book, job }) : mail
  }
  return {
    lookAtLabels: (id, wishes) => look(id, wishes, labelsSet, labelsOn(wishes.format)),
    makeLabels: (id, wishes, job) => make(id, wishes, job, labels),
    lookAtEnvelopes: (id, wishes) => look(id, wishes, envelopesSet, 1),
    makeEnvelopes: (id, wishes, job) => make(id, wishes, job, envelopes),
    lookAtCoverSheets: (id, wishes) => look(id, wishes, coverSheetsSet, 1),
    makeCoverSheets: (id, wishes, job) => make(id, wishes, job, coverSheets),
    makeLabelTest: async (format, words, fileName, language, job) => {
      const { nudge } = await readPrinting(db)
      const counts = { copies: 1, lines: 1, without: 0 }
      const place = { db, shelf, book, job }
      return oneFile(place, fileName, 1, counts, () =>
        Promise.resolve(labelTestDocument({ format, nudge, words, title: fileName, language })),
      )
    },
  }
}

type Maker<W> = (mail: SegmentMail, wishes: W, place: MailPlace) => Made

function lookOf({ to, leftOut, company }: SegmentMail, set: SetLabels, most: number): Omit<MailLook, 'hasLogo'> {
  const fine = to.flatMap((addressed, at) => {
    const label = set.labels[at]
    return label ? [{ addressed, label }] : []
  })
  const tooLong = to.filter((_, at) => !set.labels[at]).flatMap(({ lineNos, name }) => lineNos.map((lineNo) => ({ lineNo, name })))
  return {
    count: fine.length,
    people: fine.reduce((sum, { addressed }) => sum + addressed.lineNos.length, 0),
    leftOut: tooLong.length > 0 ? [{ why: 'tooLong', people: tooLong }, ...leftOut] : leftOut,
    first: fine.slice(0, most).map(({ addressed, label }) => ({ ...label, name: addressed.name })),
    size: set.size,
    longest: set.longest === undefined ? '' : (to[set.longest]?.name ?? ''),
    sender: senderLines(company, fine[0]?.addressed),
    stamp: crc32(encoder.encode(JSON.stringify([fine, company]))),
  }
}

const encoder = new TextEncoder()

const addressesOf = ({ to }: SegmentMail) => to.map(({ lines }) => lines)
const labelsSet = (mail: SegmentMail, { format, each }: LabelWishes) => setLabels(addressesOf(mail), format, each)
const perMm = 72 / 25.4
const roomOf = ({ width, height }: { width: number; height: number }): LabelRoom => ({
  width: width * perMm,
  height: height * perMm,
  inset: 0,
})

function setInto(mail: SegmentMail, room: LabelRoom): SetLabels {
  const labels = mail.to.map(({ lines }) => setLabel(lines, room))
  return { labels, size: Math.min(...labels.map((label) => label?.size ?? Infinity)), longest: undefined }
}

const envelopesSet = (mail: SegmentMail, { envelope }: EnvelopeWishes) => setInto(mail, roomOf(envelopeZones(lying(envelope)).address))
const coverSheetsSet = (mail: SegmentMail) => setInto(mail, roomOf({ ...coverAddress, height: coverAddress.height - 1 }))

/** Those whose address fits, as it is set. */
function fitting(mail: SegmentMail, set: SetLabels): { to: { addressed: Addressed; label: SetLabel }[]; lines: number } {
  const to = mail.to.flatMap((addressed, at) => {
    const label = set.labels[at]
    return label ? [{ addressed, label }] : []
  })
  return { to, lines: to.reduce((sum, { addressed }) => sum + addressed.lineNos.length, 0) }
}

const nobody = (mail: SegmentMail) => refuse({ code: 'nobodyAddressed' as const, count: mail.lines })
const titleOf = ({ title }: SegmentMail, { fileName }: Named) => `${title} ${fileName}`
const languageOf = (to: { addressed: Addressed }[]) => to[0]?.addressed.language ?? ''

const labels: Maker<LabelWishes> = async (mail, wishes, place) => {
  const set = labelsSet(mail, wishes)
  const { to, lines } = fitting(mail, set)
  if (to.length === 0) return nobody(mail)
  const { format, startAt } = wishes
  const { nudge } = await readPrinting(place.db)
  const counts = { copies: sheetsFor(to.length, startAt, format), lines, without: mail.lines - lines }
  const sheets = { format, nudge, startAt, labels: to.map(({ label }) => label), size: set.size, inset: roomOn(format).inset }
  const title = titleOf(mail, wishes)
  return oneFile(place, title, to.length, counts, (paced) => labelDocument({ ...sheets, title, language: languageOf(to) }, paced))
}

const envelopes: Maker<EnvelopeWishes> = async (mail, wishes, place) => {
  const { to, lines } = fitting(mail, envelopesSet(mail, wishes))
  if (to.length === 0) return nobody(mail)
  const envelope = lying(wishes.envelope)
  const logo = wishes.logo ? await logoOf(place.db, mail.company) : undefined
  const title = titleOf(mail, wishes)
  const pages = {
    envelope,
    zones: envelopeZones(envelope),
    logo,
    logoWords: mail.company?.name ?? '',
    title,
    language: languageOf(to),
  }
  const all = to.map(({ addressed, label }) => ({ ...label, sender: wishes.sender ? senderLines(mail.company, addressed) : [] }))
  return oneFile(place, title, to.length, { copies: to.length, lines, without: mail.lines - lines }, (paced) =>
    envelopeDocument({ ...pages, to: all }, paced),
  )
}

const coverSheets: Maker<CoverSheetWishes> = async (mail, wishes, place) => {
  const { to, lines } = fitting(mail, coverSheetsSet(mail))
  if (to.length === 0) return nobody(mail)
  const logo = wishes.logo ? await logoOf(place.db, mail.company) : undefined
  const title = titleOf(mail, wishes)
  const { paper, heading, ruled, ruledWords } = wishes
  const pages = {
    ...{ paper, heading, ruled, ruledWords, logo, title, text: paragraphs(wishes.text), logoWords: mail.company?.name ?? '' },
    language: languageOf(to),
  }
  const all = to.map(({ addressed, label }) => {
    const sender = senderLines(mail.company, addressed)
    return {
      ...{ head: [...sender, ...reachedBy(mail.company)], returnLine: sender.join(' · '), address: label },
      day: longDay(addressed.day, addressed.language),
      remark: wishes.remarks ? paragraphs(addressed.comment) : [],
    }
  })
  return oneFile(place, title, to.length, { copies: to.length, lines, without: mail.lines - lines }, (paced) =>
    coverSheetDocument({ ...pages, to: all }, paced),
  )
}

const paragraphs = (text: string): string[] => (text.trim() === '' ? [] : text.trim().split(/\n/))
const reachedBy = (company: CompanyInformation | undefined) =>
  company ? [company.phone, company.email, company.homePage].filter((line) => line.trim() !== '') : []
