// The editor itself, for `LetterText` to load when a text is first opened: what is on the page of a letter, as a tree of plain data.
import { Editor, type Content } from '@tiptap/core'
import { Gapcursor, UndoRedo } from '@tiptap/extensions'
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state'
import { blocks } from './blocks.ts'
import { cleanPastedHtml } from './cleanPaste.ts'
import type { LetterTextHandle, LetterTextState, Piece, Step } from './handle.ts'
import { pieceNames, pieceNodes, type Attributes, type Drawing } from './pieces.ts'

export interface Opening {
  element: HTMLElement
  content: unknown
  label: string
  /** How the keyboard leaves and what it does, for a screen reader: the id of an element that says so. */
  describedBy?: string
  language: string
  drawing: Drawing
  onchange: (content: unknown) => void
  onstate: (state: LetterTextState) => void
  /** A piece is to be opened: it was tapped, or Enter was pressed on it. */
  onpiece: (piece: Piece) => void
  /** Two braces were typed: a field is wanted in their place. */
  onfield: () => void
  /** The text holds what the editor does not know: it is not shown whole, and nothing can be written. */
  ontrouble: () => void
  onfile: (file: File) => void
  /** Escape: the keyboard wants to go to the tools. */
  onleave: () => void
}

export function openLetterText(opening: Opening): LetterTextHandle {
  let troubled = false
  const opened = (position: number) => {
    const piece = pieceAt(editor, position)
    if (!piece) return
    editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, position)))
    opening.onpiece(piece)
  }
  const editor: Editor = new Editor({
    element: opening.element,
    injectCSS: false,
    enableContentCheck: true,
    content: opening.content as Content,
    extensions: [...blocks, ...pieceNodes({ ...opening.drawing, tapped: opened }), UndoRedo, Gapcursor],
    editorProps: {
      attributes: {
        class: 'lt-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': opening.label,
        lang: opening.language,
        spellcheck: 'true',
        ...(opening.describedBy ? { 'aria-describedby': opening.describedBy } : {}),
      },
      transformPastedHTML: cleanPastedHtml,
      handleTextInput: (view, from, to, text) => {
        if (text !== '{' || from === 0 || view.state.doc.textBetween(from - 1, from) !== '{') return false
        view.dispatch(view.state.tr.delete(from - 1, to))
        opening.onfield()
        return true
      },
      handlePaste: (_view, event) => {
        const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'))
        const words = event.clipboardData?.getData('text/plain') || event.clipboardData?.getData('text/html')
        if (!file || words) return false
        opening.onfile(file)
        return true
      },
      handleKeyDown: (_view, event) => {
        if (event.isComposing) return false
        const piece = selectedPiece(editor)
        if (event.key === 'Enter' && piece && piece.type !== 'pageBreak') {
          opening.onpiece(piece)
          return true
        }
        if (event.key !== 'Escape') return false
        opening.onleave()
        return true
      },
    },
    onContentError: () => {
      troubled = true
    },
    onUpdate: () => opening.onchange(editor.getJSON()),
    onTransaction: () => opening.onstate(stateOf(editor)),
  })
  // What is shown is not all: nothing may be written over it.
  if (troubled) {
    editor.setEditable(false)
    opening.ontrouble()
  }
  opening.onstate(stateOf(editor))
  return handleOf(editor)
}

function pieceAt(editor: Editor, position: number): Piece | undefined {
  const node = editor.state.doc.nodeAt(position)
  return node && pieceNames.has(node.type.name) ? { position, type: node.type.name, attributes: node.attrs } : undefined
}

function selectedPiece(editor: Editor): Piece | undefined {
  const { selection } = editor.state
  return selection instanceof NodeSelection ? pieceAt(editor, selection.from) : undefined
}

function stateOf(editor: Editor): LetterTextState {
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

/** At once: the editor's own way waits for the next picture, and a quick hand's first letter would be lost. */
function focused(editor: Editor): Editor {
  editor.view.focus()
  return editor
}

function handleOf(editor: Editor): LetterTextHandle {
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

function goToWords(editor: Editor, words: string): boolean {
  let from = -1
  editor.state.doc.descendants((node, position) => {
    const at = from < 0 && node.isText ? (node.text ?? '').indexOf(words) : -1
    if (at >= 0) from = position + at
  })
  if (from < 0) return false
  const { state, view } = editor
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, from + words.length)).scrollIntoView())
  view.focus()
  return true
}
