// The licences of everything that ships, read at build time from what the bundles really hold, as `licences.json` beside the app.
// A package under a licence that is not on the list, or without a text, stops the build.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

export interface Licence {
  name: string
  version: string
  licence: string
  home: string
  text: string
}

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Licences that ask for no more than being named, and for the source of changed files. */
const allowed = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'MPL-2.0']
/** Where several are offered we take the first that is on the list; a package under several at once needs all of them. */
const chosen = (offered: string): string | undefined =>
  offered
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .find((one) => one.split(' AND ').every((name) => allowed.includes(name)))
/** What we changed in a package, as its licence wants it said. */
const changed: Record<string, string> = {
  'docx-preview': 'Fieldbook reads XML and sets tab stops in another way than this package does; otherwise it is unchanged.',
}

interface PackageFile {
  name: string
  version: string
  license?: string
  homepage?: string
  repository?: string | { url?: string }
  author?: string | { name?: string }
  dependencies?: Record<string, string>
}

const packageIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile

/** The folder of the package that a module of a bundle comes from; nothing for our own. */
export function packageFolder(id: string): string | undefined {
  const path = id.replace(/^\0/, '').replaceAll('\\', '/')
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]
}

/** For packages that name their licence and bring no text. */
function standardText(licence: string, by: string): string | undefined {
  const warranty = readFileSync(join(root, 'LICENSE'), 'utf8')
  if (licence === 'MIT') return warranty.replace(/Copyright.*/, `Copyright (c) ${by}`)
  if (licence !== 'ISC') return undefined
  return `Copyright (c) ${by}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`
}

/** What is said of the package in a folder; throws when it may not ship. */
export function licenceOf(folder: string): Licence {
  const { name, version, license: offered = '', homepage, repository, author } = packageIn(folder)
  const license = chosen(offered)
  if (!license) throw new Error(`${name} is under “${offered}”, which is not among the licences in test/config/licences.ts.`)
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice|third)/i.test(file))
  const by = typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`)
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim())
  if (texts.length === 0) texts.push(standardText(license, by) ?? '')
  if (!texts[0]) throw new Error(`${name} brings no text of its licence “${license}”, and test/config/licences.ts has none either.`)
  const source = (typeof repository === 'string' ? repository : (repository?.url ?? '')).replace(/^git\+|\.git$/g, '')
  return { name, version, licence: license, home: homepage ?? source, text: [changed[name], ...texts].filter(Boolean).join('\n\n') }
}

/** A package and all that it needs: for the service worker, which is built when everything else is written. */
function withNeeds(name: string, found = new Set<string>()): Set<string> {
  const folder = join(root, 'node_modules', name)
  if (found.has(folder) || !existsSync(join(folder, 'package.json'))) return found
  found.add(folder)
  for (const one of Object.keys(packageIn(folder).dependencies ?? {})) withNeeds(one, found)
  return found
}

/** Writes the list with the app, its workers among it. */
export function licences(): Plugin {
  return {
    name: 'fieldbook-licences',
    apply: 'build',
    generateBundle(_options, bundle) {
      const folders = new Set<string>()
      for (const part of Object.values(bundle))
        for (const id of part.type === 'chunk' ? part.moduleIds : []) {
          const folder = packageFolder(id)
          if (folder && existsSync(join(folder, 'package.json'))) folders.add(folder)
        }
      const worker = readFileSync(join(root, 'src/offline/sw.ts'), 'utf8')
      for (const [, name = ''] of worker.matchAll(/from '(workbox-[\w-]+)'/g)) for (const folder of withNeeds(name)) folders.add(folder)
      const all = [...folders].map(licenceOf).sort((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version))
      this.emitFile({ type: 'asset', fileName: 'licences.json', source: JSON.stringify([licenceOf(root), ...all]) })
    },
  }
}
