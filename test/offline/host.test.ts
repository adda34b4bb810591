// The little server of `npm start` and the stories: it answers for the app and nothing else, and no address brings it down.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { manifest } from '../../src/offline/manifest.ts'
import { policyHeader, policyMeta } from '../config/headers.mjs'
import { serve } from '../tools/serve.mjs'

const folder = mkdtempSync(join(tmpdir(), 'fieldbook-host-'))
const dir = join(folder, 'dist')
let server: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  mkdirSync(join(dir, 'assets'), { recursive: true })
  mkdirSync(join(folder, 'dist-other'))
  writeFileSync(join(dir, 'index.html'), 'the app')
  writeFileSync(join(dir, 'assets/a.js'), 'a script')
  writeFileSync(join(folder, 'secret.txt'), 'not ours to give')
  writeFileSync(join(folder, 'dist-other/secret.txt'), 'not ours to give')
  server = await serve({ dir, base: '/field/' })
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Status and text for a path as it is written: `fetch` would tidy it up first. */
const get = (path: string, accept = 'text/html') =>
  new Promise<string>((done, failed) => {
    request({ port: server.port, host: 'localhost', path, headers: { accept } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => (text += part))
      answer.on('end', () => done(`${answer.statusCode} ${text}`))
    })
      .on('error', failed)
      .end()
  })

describe('the server', () => {
  test.each([
    ['the app', '/field/', '200 the app'],
    ['a page of the app', '/field/segments/12', '200 the app'],
    ['a file', '/field/assets/a.js', '200 a script'],
    ['a missing asset', '/field/assets/b.js', '404 Not found'],
    ['a missing asset without an ending', '/field/assets/b', '404 Not found'],
    ['a missing file', '/field/b.js', '404 Not found'],
    ['beside the app', '/', '404 Not found'],
    ['above the folder', '/field/../secret.txt', '404 Not found'],
    ['above the folder, hidden', '/field/%2e%2e%2fsecret.txt', '404 Not found'],
    ['a folder that begins the same', '/field/..%2fdist-other%2fsecret.txt', '404 Not found'],
    ['no address at all', '/field/%', '400 Bad address'],
    ['the app without its last stroke', '/field', '301 Moved'],
    ['a file with nothing in its name', '/field/a%00.js', '404 Not found'],
  ])('%s', async (_what, path, answer) => expect(await get(path)).toBe(answer))

  test('still answers after all that', async () => expect(await get('/field/')).toBe('200 the app'))

  test('gives the page only to who asks for a page', async () => expect(await get('/field/segments/12', 'image/png')).toBe('404 Not found'))
})

test('the policy in the page is the one of the header, but for framing, which a page cannot say of itself', () => {
  expect(policyHeader.replace(/frame-ancestors [^;]+; /, '')).toBe(policyMeta)
  expect(policyHeader).not.toMatch(/unsafe|\*/)
})

test.each(['/', '/field/'])('installed from %s, every address of the app lies below it', (base) => {
  const told = manifest(base)
  const icons = [...(told.icons ?? []), ...(told.screenshots ?? []), ...(told.shortcuts ?? []).flatMap((one) => one.icons ?? [])].map(
    (icon) => icon.src,
  )
  const urls = [told.id, told.scope, told.start_url, ...(told.shortcuts ?? []).map((one) => one.url), ...icons]
  for (const url of urls) expect(url?.startsWith(base)).toBe(true)
})
