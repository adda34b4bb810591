// What the cursor stands in, as the tools above the text want to know it.
import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import type { LetterTextState, Piece } from './handle.ts'
import { pieceNames } from './pieces.ts'

export function pieceAt(editor: Editor, position: number): Piece | undefined {
  const node = editor.state.doc.nodeAt(position)
  return node && pieceNames.has(node.type.name) ? { position, type: node.type.name, attributes: node.attrs } : undefined
}

export function selectedPiece(editor: Editor): Piece | undefined {
  const { selection } = editor.state
  return selection instanceof NodeSelection ? pieceAt(editor, selection.from) : undefined
}

export function stateOf(editor: Editor): LetterTextState {
  const can = editor.can()
  const align = (editor.getAttributes('paragraph')['textAlign'] as string | null) ?? 'left'
  const item = editor.isActive('listItem')
  return {
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    underline: editor.isActive('underline'),
    bulletList: listAround(editor) === 'bulletList',
    orderedList: listAround(editor) === 'orderedList',
    align,
    canNest: item && can.sinkListItem('listItem'),
    canLift: item && can.liftListItem('listItem'),
    inTable: editor.isActive('table'),
    headerRow: editor.isActive('table') && headerRow(editor),
    canUndo: can.undo(),
    canRedo: can.redo(),
    piece: selectedPiece(editor),
    empty: editor.isEmpty,
  }
}

/** The innermost list, where one stands in another. */
function listAround({ state }: Editor): string {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    const name = $from.node(depth).type.name
    if (name.endsWith('List')) return name
  }
  return ''
}

function headerRow({ state }: Editor): boolean {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth)
    if (node.type.name === 'table') return node.firstChild?.firstChild?.type.name === 'tableHeader'
  }
  return false
}
