// What was merged into a letter stands between two signs of the private use area, which no text of a person has. Here they become marks
// that can be shaded, and the signs go.
import { markCloses, markOpens } from '../../base/fieldMarks.ts'

const signs = /([\uE0F0\uE0F1])/

/** Turns signs into mark elements, in the order of the text; returns how many words were marked. */
export function turnIntoMarks(root: Node): number {
  const texts: Text[] = []
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) texts.push(walk.currentNode as Text)
  let depth = 0
  let marked = 0
  for (const text of texts) {
    if (depth === 0 && !signs.test(text.data)) continue
    const pieces: Node[] = []
    for (const piece of text.data.split(signs)) {
      if (piece === markOpens) depth++
      else if (piece === markCloses) depth = Math.max(0, depth - 1)
      else if (piece !== '') {
        pieces.push(depth > 0 ? markOf(piece) : document.createTextNode(piece))
        if (depth > 0) marked++
      }
    }
    text.replaceWith(...pieces)
  }
  return marked
}

function markOf(words: string): HTMLElement {
  const mark = document.createElement('mark')
  mark.textContent = words
  return mark
}

/** Puts a dot beside the paragraphs in which one of these lines was merged. */
export function dotBeside(root: ParentNode, words: string): void {
  const lines = new Set(
    words
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  )
  if (lines.size === 0) return
  for (const mark of root.querySelectorAll('mark')) if (lines.has(mark.textContent.trim())) mark.closest('p')?.classList.add('own-words')
}
