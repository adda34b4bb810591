// A backup behind a password: a header, then the ZIP in frames of one megabyte, each sealed by AES-GCM. The key comes from the password by
// PBKDF2; what a frame is (its number, whether it is the last) is part of its nonce, so that frames cannot be left out, doubled or changed
// about. The construction is STREAM (Hoang, Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption and its Nonce-Reuse
// Misuse-Resistance, 2015); the rounds are those of OWASP's Password Storage Cheat Sheet. Byte by byte in backup.md.
import { joinedBytes } from '../base/bytes.ts'
import type { ByteSink, ByteSource } from './byteSource.ts'
import { isLocked } from './backupManifest.ts'
import { BackupTrouble, broken } from './backupTrouble.ts'

type Bytes = Uint8Array<ArrayBuffer>

const frame = 1 << 20
const tag = 16
const place = { version: 16, rounds: 20, salt: 24, nonce: 40, check: 48, sum: 56, end: 64 }
const rounds = 600_000
/** A damaged header must not keep us waiting for hours. */
const mostRounds = 10_000_000

interface Keys {
  key: CryptoKey
  /** Tells a wrong password from a damaged file. */
  check: Bytes
}

async function keysOf(password: string, salt: Bytes, times: number): Promise<Keys> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(password.normalize('NFC')), 'PBKDF2', false, ['deriveBits'])
  const master = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: times }, typed, 256)
  const root = await crypto.subtle.importKey('raw', master, 'HKDF', false, ['deriveKey', 'deriveBits'])
  const from = (info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode(info) })
  const key = await crypto.subtle.deriveKey(from('frames'), root, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  return { key, check: new Uint8Array(await crypto.subtle.deriveBits(from('check'), root, 64)) }
}

const sumOf = async (header: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', header.subarray(0, place.sum))).subarray(0, place.end - place.sum)

const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, at) => byte === b[at])

function sealOf(header: Bytes, no: number, isLast: boolean): AesGcmParams {
  const iv = new Uint8Array(12)
  iv.set(header.subarray(place.nonce, place.nonce + 7))
  new DataView(iv.buffer).setUint32(7, no)
  iv[11] = isLast ? 1 : 0
  return { name: 'AES-GCM', iv, additionalData: header }
}

/** Locks what is written; `end` writes the last frame. */
export async function lockedSink(sink: ByteSink, password: string): Promise<ByteSink & { end: () => Promise<void> }> {
  const header = new Uint8Array(place.end)
  header.set(new TextEncoder().encode('fieldbook-locked'))
  header[place.version] = 1
  new DataView(header.buffer).setUint32(place.rounds, rounds, true)
  crypto.getRandomValues(header.subarray(place.salt, place.nonce + 7))
  const { key, check } = await keysOf(password, header.slice(place.salt, place.nonce), rounds)
  header.set(check, place.check)
  header.set(await sumOf(header), place.sum)
  await sink.write(header)
  let [held, size, no]: [Bytes[], number, number] = [[], 0, 0]
  const seal = async (bytes: Bytes, isLast: boolean) =>
    sink.write(new Uint8Array(await crypto.subtle.encrypt(sealOf(header, no++, isLast), key, bytes)))
  return {
    write: async (bytes) => {
      held.push(bytes.slice())
      size += bytes.length
      // A full frame is held back until more comes: it may be the last.
      if (size <= frame) return
      const all = joinedBytes(held)
      let from = 0
      for (; all.length - from > frame; from += frame) await seal(all.slice(from, from + frame), false)
      ;[held, size] = [[all.slice(from)], all.length - from]
    },
    end: () => seal(joinedBytes(held), true),
  }
}

/** So many opened frames are kept. */
const kept = 4

/** Opens a locked file, frame by frame as it is asked. Throws `backupPassword`, `backupBroken`, `backupCut`, and `backupNewer`. */
export async function unlocked(source: ByteSource, fileName: string, password: string | undefined): Promise<ByteSource> {
  const header = await source.read(0, place.end)
  const rest = source.size - place.end
  const frames = Math.ceil(rest / (frame + tag))
  const lastLength = rest - (frames - 1) * (frame + tag)
  if (header.length < place.end || rest < tag) throw new BackupTrouble({ code: 'backupCut', fileName })
  const key = await opened(header, fileName, password)
  const cipherOf = (no: number) => source.read(place.end + no * (frame + tag), place.end + Math.min(rest, (no + 1) * (frame + tag)))
  const open = async (no: number, isLast = no === frames - 1) =>
    new Uint8Array(await crypto.subtle.decrypt(sealOf(header, no, isLast), key, await cipherOf(no)))
  const held = new Map<number, Promise<Bytes>>()
  const frameOf = (no: number): Promise<Bytes> => {
    const found = held.get(no) ?? open(no).catch(() => Promise.reject(broken(fileName, `${no + 1} / ${frames}`)))
    held.delete(no)
    held.set(no, found)
    for (const old of held.keys()) if (held.size > kept) held.delete(old)
    return found
  }
  const isCut = lastLength < tag || (await open(frames - 1).catch(() => undefined)) === undefined
  if (isCut && (lastLength < tag || (await open(frames - 1, false).catch(() => undefined))))
    throw new BackupTrouble({ code: 'backupCut', fileName })
  if (isCut) throw broken(fileName, `${frames} / ${frames}`)
  const size = rest - frames * tag
  return {
    size,
    read: async (from, to) => {
      const parts: Bytes[] = []
      for (let no = Math.floor(from / frame); no * frame < Math.min(to, size); no++)
        parts.push((await frameOf(no)).subarray(Math.max(0, from - no * frame), to - no * frame))
      return joinedBytes(parts)
    },
  }
}

async function opened(header: Bytes, fileName: string, password: string | undefined): Promise<CryptoKey> {
  const version = header[place.version] ?? 0
  const times = new DataView(header.buffer).getUint32(place.rounds, true)
  if (!isLocked(header) || !same(await sumOf(header), header.slice(place.sum))) throw broken(fileName, 'header')
  if (version > 1) throw new BackupTrouble({ code: 'backupNewer', fileName, version })
  if (times < 1 || times > mostRounds) throw broken(fileName, 'header')
  if (password === undefined || password === '') throw new BackupTrouble({ code: 'backupPassword', why: 'needed', fileName })
  const { key, check } = await keysOf(password, header.slice(place.salt, place.nonce), times)
  if (!same(check, header.slice(place.check, place.sum))) throw new BackupTrouble({ code: 'backupPassword', why: 'wrong', fileName })
  return key
}
