// A language that nobody speaks, to try what a further one needs: node test/tools/pseudo.mjs writes its file and its line, with --remove it
// takes both back. Its words are the English ones with marks on their letters and a third longer, so that whatever is not translated, cut
// or glued together is seen.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = resolve(fileURLToPath(import.meta.url), '../../..')
const file = join(root, 'src/text/messages/zz.json')
const list = join(root, 'src/model/uiLanguages.ts')
const line = "  zz: 'Pseudo',\n"

const plain = 'aceinosuyACEINOSUY'
const marked = 'àçéîñöšûýÀÇÉÎÑÖŠÛÝ'
const dressed = (words) => [...words].map((letter) => marked[plain.indexOf(letter)] ?? letter).join('') + padding(words)
const padding = (words) =>
  words.trim().length < 3
    ? ''
    : ' ' +
      '~~~~~~~ '
        .repeat(Math.ceil(words.trim().length / 24))
        .slice(0, Math.ceil(words.trim().length / 3))
        .trim()

/** A message with other words: what is filled in, its cases and its tags stay. */
export function pseudo(message) {
  let depth = 0
  let words = ''
  let out = ''
  const say = () => {
    out += words.trim() ? words.replace(/\S(?:[\s\S]*\S)?/, (inner) => dressed(inner)) : words
    words = ''
  }
  // Inside the braces of a plural or a choice words stand between further braces; names, numbers and keywords do not.
  const isSaid = []
  for (let at = 0; at < message.length; at++) {
    const sign = message[at]
    if (sign === "'" && '{}'.includes(message[at + 1] ?? ' ')) {
      const end = message.indexOf("'", at + 1)
      words += message.slice(at, end + 1)
      at = end
    } else if (sign === '<') {
      say()
      const end = message.indexOf('>', at)
      out += message.slice(at, end + 1)
      at = end
    } else if (sign === '{' || sign === '}') {
      say()
      out += sign
      if (sign === '{') isSaid[++depth] = depth % 2 === 0
      else depth--
    } else if (depth === 0 || isSaid[depth]) words += sign
    else out += sign
  }
  say()
  return out
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const before = readFileSync(list, 'utf8').replace(line, '')
  if (process.argv.includes('--remove')) {
    rmSync(file, { force: true })
    writeFileSync(list, before)
  } else {
    const english = JSON.parse(readFileSync(join(root, 'src/text/messages/en.json'), 'utf8'))
    const texts = Object.fromEntries(Object.entries(english).map(([key, text]) => [key, pseudo(text)]))
    writeFileSync(file, JSON.stringify(texts, null, 2) + '\n')
    writeFileSync(list, before.replace('} as const', `${line}} as const`))
  }
}
