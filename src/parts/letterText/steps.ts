// What can be done in the text: marks, lists, tables, pieces put in and changed, and going to a place.
import type { Content, Editor } from '@tiptap/core'
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state'
import type { LetterTextHandle, Step } from './handle.ts'
import { pieceNames, type Attributes } from './pieces.ts'

/** At once: the editor's own way waits for the next picture, and a quick hand's first letter would be lost. */
function focused(editor: Editor): Editor {
  editor.view.focus()
  return editor
}

export function handleOf(editor: Editor): LetterTextHandle {
  const chain = () => focused(editor).chain()
  const run: Record<Step, () => boolean> = {
    bold: () => chain().toggleBold().run(),
    italic: () => chain().toggleItalic().run(),
    underline: () => chain().toggleUnderline().run(),
    bulletList: () => chain().toggleBulletList().run(),
    orderedList: () => chain().toggleOrderedList().run(),
    nest: () => chain().sinkListItem('listItem').run(),
    lift: () => chain().liftListItem('listItem').run(),
    undo: () => chain().undo().run(),
    redo: () => chain().redo().run(),
    rowAbove: () => chain().addRowBefore().run(),
    rowBelow: () => chain().addRowAfter().run(),
    columnBefore: () => chain().addColumnBefore().run(),
    columnAfter: () => chain().addColumnAfter().run(),
    removeRow: () => chain().deleteRow().run(),
    removeColumn: () => chain().deleteColumn().run(),
    removeTable: () => chain().deleteTable().run(),
    headerRow: () => chain().toggleHeaderRow().run(),
    remove: () => chain().deleteSelection().run(),
    below: () => writeBelow(editor),
  }
  return {
    run: (step) => void run[step](),
    align: (to) => void chain().setTextAlign(to).run(),
    insertInline: (type, attributes) => insertInline(editor, type, attributes),
    insertBlock: (type, attributes) => insertBlock(editor, type, attributes),
    insertTable: (rows, columns, header) => insertTable(editor, rows, columns, header),
    change: (position, attributes) => change(editor, position, attributes),
    goTo: (position) => goTo(editor, position),
    replace: (content) => void editor.commands.setContent(content as Content, { emitUpdate: false }),
    focus: () => void focused(editor),
    read: () => editor.getJSON(),
    goToPiece: (found, nth) => goToPiece(editor, found, nth),
    goToWords: (words) => goToWords(editor, words),
    close: () => editor.destroy(),
  }
}

/** Where the cursor is; in place of what is marked, but never of a piece that is only selected. */
function place(editor: Editor): void {
  const { state, view } = editor
  if (!(state.selection instanceof NodeSelection)) return
  view.dispatch(state.tr.setSelection(Selection.near(state.doc.resolve(state.selection.to), 1)))
}

function insertInline(editor: Editor, type: string, attributes: Attributes): void {
  const { selection } = editor.state
  if (selection instanceof NodeSelection && selection.node.isInline)
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, selection.to)))
  focused(editor)
    .chain()
    .insertContent({ type, attrs: { ...attributes } })
    .run()
  inSight(editor, editor.state.selection.from - 1)
}

/** What was put in is seen, also when a sheet has just closed over it and the page stands elsewhere. */
function inSight({ view }: Editor, position: number): void {
  const shown = view.nodeDOM(position)
  if (shown instanceof HTMLElement) shown.scrollIntoView({ block: 'nearest' })
}

function insertBlock(editor: Editor, type: string, attributes: Attributes): void {
  place(editor)
  const at = blockEnd(editor, type)
  const paragraphBehind = editor.state.doc.resolve(at).nodeAfter?.type.name === 'paragraph'
  const content = [{ type, attrs: { ...attributes } }, ...(paragraphBehind ? [] : [{ type: 'paragraph' }])]
  focused(editor)
    .chain()
    .insertContentAt(at, content)
    .setTextSelection(at + 2)
    .run()
  inSight(editor, at)
}

function insertTable(editor: Editor, rows: number, columns: number, header: boolean): void {
  place(editor)
  const at = blockEnd(editor, 'table')
  const line = (type: string) => ({
    type: 'tableRow',
    content: Array.from({ length: columns }, () => ({ type, content: [{ type: 'paragraph' }] })),
  })
  const table = {
    type: 'table',
    content: Array.from({ length: rows }, (_, row) => line(header && row === 0 ? 'tableHeader' : 'tableCell')),
  }
  const paragraphBehind = editor.state.doc.resolve(at).nodeAfter?.type.name === 'paragraph'
  focused(editor)
    .chain()
    .insertContentAt(at, [table, ...(paragraphBehind ? [] : [{ type: 'paragraph' }])])
    .setTextSelection(at + 4)
    .run()
  inSight(editor, at)
}

/** Behind the block in which the cursor is: in a cell where the piece may stand in one, else on the page itself. */
function blockEnd({ state }: Editor, type: string): number {
  const { $to } = state.selection
  for (let depth = $to.depth; depth > 0; depth--) {
    const around = $to.node(depth - 1)
    if (
      around.type.name === 'doc' ||
      (type === 'image' && around.type.name.startsWith('table') && around.type.name !== 'table' && around.type.name !== 'tableRow')
    )
      return $to.after(depth)
  }
  return state.doc.content.size
}

/** An empty paragraph below the piece or the table in which the cursor is: the way out of the end of a letter. */
function writeBelow(editor: Editor): boolean {
  const { $to } = editor.state.selection
  const at = $to.depth > 0 ? $to.after(1) : editor.state.selection.to
  return focused(editor)
    .chain()
    .insertContentAt(at, { type: 'paragraph' })
    .setTextSelection(at + 1)
    .run()
}

function change(editor: Editor, position: number, attributes: Attributes): void {
  const node = editor.state.doc.nodeAt(position)
  if (!node || !pieceNames.has(node.type.name)) return
  const changed = editor.state.tr.setNodeMarkup(position, undefined, { ...node.attrs, ...attributes })
  editor.view.dispatch(changed.setSelection(NodeSelection.create(changed.doc, position)))
  focused(editor)
  inSight(editor, position)
}

function goTo(editor: Editor, position: number): void {
  const { state, view } = editor
  const node = state.doc.nodeAt(position)
  const selection =
    node && pieceNames.has(node.type.name) ? NodeSelection.create(state.doc, position) : Selection.near(state.doc.resolve(position))
  view.dispatch(state.tr.setSelection(selection).scrollIntoView())
  view.focus()
}

function goToPiece(editor: Editor, found: (type: string, attributes: Attributes) => boolean, nth: number): boolean {
  const places: number[] = []
  editor.state.doc.descendants((node, position) => {
    if (found(node.type.name, node.attrs)) places.push(position)
  })
  const position = places[nth]
  if (position !== undefined) goTo(editor, position)
  return position !== undefined
}

/** Within one paragraph, whatever of it is bold; a chip counts as `…`, and every sign is one place in the text. */
function goToWords(editor: Editor, words: string): boolean {
  let from = -1
  editor.state.doc.descendants((node, position) => {
    const at = from < 0 && node.isTextblock ? node.textBetween(0, node.content.size, undefined, '…').indexOf(words) : -1
    if (at >= 0) from = position + 1 + at
  })
  if (from < 0) return false
  const { state, view } = editor
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, from + words.length)).scrollIntoView())
  view.focus()
  return true
}
