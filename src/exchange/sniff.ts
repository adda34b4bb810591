// What a file is, by its first bytes: names lie. Sources: the registered magic numbers of the formats, [MS-CFB] for old Office files.
import type { ImportFileTrouble } from '../model/failure.ts'
import { decodeText, isBinary } from './encoding.ts'

/** `zip` and `ole` need a second look inside. */
export type FileLook =
  | 'text'
  | 'vcard'
  | 'zip'
  | 'ole'
  | Extract<ImportFileTrouble, 'pdf' | 'picture' | 'html' | 'json' | 'calendar' | 'outlookData' | 'noText' | 'backup' | 'xls'>

const starts: [FileLook, string | number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', '%PDF'],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', 'GIF8'],
  ['picture', [0x42, 0x4d]],
  ['outlookData', '!BDN'],
  ['backup', 'fieldbook-locked'],
  // Excel before 1997: a bare stream that begins with BOF. [MS-XLS] 2.4.21
  ['xls', [0x09, 0x08]],
  ['xls', [0x09, 0x04]],
  ['xls', [0x09, 0x02]],
]

const beginsWith = (bytes: Uint8Array, start: string | number[]) =>
  [...start].every((one, at) => bytes[at] === (typeof one === 'string' ? one.charCodeAt(0) : one))

export function sniff(bytes: Uint8Array): FileLook {
  const known = starts.find(([, start]) => beginsWith(bytes, start))?.[0]
  // A text may begin with "BM" or with a tab, too.
  if (known && (known === 'zip' || known === 'ole' || isBinary(bytes) || ['pdf', 'outlookData', 'backup'].includes(known))) return known
  if (isPicture(bytes)) return 'picture'
  if (isBinary(bytes)) return 'noText'
  const head = decodeText(bytes.subarray(0, 4000)).text.trimStart().slice(0, 1000)
  if (/^(?:\S*\.)?BEGIN:\s*VCARD/im.test(head)) return 'vcard'
  if (/^BEGIN:\s*VCALENDAR/i.test(head)) return 'calendar'
  if (/^(?:<!doctype html|<html|<table|<\?xml|<head|<meta|<style)/i.test(head)) return 'html'
  return /^[[{]\s*["{[\]}]/.test(head) ? 'json' : 'text'
}

/** HEIC, WebP and TIFF, which say so behind a size, or in either order of bytes. */
function isPicture(bytes: Uint8Array): boolean {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (text(4, 8) === 'ftyp' && isBinary(bytes)) return true
  return (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') || ['II*\0', 'MM\0*'].includes(text(0, 4))
}

/** What an old Office file is, by the names in its directory. [MS-CFB] 2.2 and 2.6; a locked .xlsx stands in such a file, too. */
export function lookInOle(bytes: Uint8Array): ImportFileTrouble {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 512) return 'broken'
  const sector = 1 << Math.min(view.getUint16(30, true), 16)
  const start = (view.getUint32(48, true) + 1) * sector
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(start, start + 16_384))
  if (names.includes('EncryptedPackage')) return 'password'
  if (names.includes('Workbook') || names.includes('Book')) return 'xls'
  if (names.includes('WordDocument')) return 'word'
  return names.includes('__substg1.0') || names.includes('__properties') || names.includes('__nameid') ? 'outlookData' : 'noText'
}
