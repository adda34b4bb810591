// Where somebody types, and where it is kept: every form is mirrored on the disk while it is open, or it is said why it is not.
import { nodesOf, type Node, type Source } from './sources.ts'

/** Fields in which nothing is typed that a reload could lose. */
const chosen = ['radio', 'checkbox', 'file', 'range', 'color', 'submit', 'button']

const attributesOf = (node: Node) => (node['attributes'] ?? []) as Node[]

function typeOf(node: Node): string {
  const type = attributesOf(node).find(({ name }) => name === 'type')
  const [part] = Array.isArray(type?.['value']) ? (type['value'] as Node[]) : []
  return typeof part?.['data'] === 'string' ? part['data'] : 'text'
}

/** Whether there is a field to type in, in the markup of this file. */
export function isTypedIn(source: Source): boolean {
  if (!source.path.endsWith('.svelte')) return false
  return nodesOf(source).some((node) => {
    const { type, name } = node
    if (type === 'Component') return name === 'Field'
    if (type !== 'RegularElement') return false
    return name === 'textarea' || (name === 'input' && !chosen.includes(typeOf(node)))
  })
}

/** Whether this file makes a draft, or writes into one. */
export const keepsTyping = ({ text }: Source): boolean =>
  /\bnew (Form)?Draft\b|\bnew KeptLine\b|\bdraft\.(typed|value|changed|flush)|drafts\.write\(/.test(text)
