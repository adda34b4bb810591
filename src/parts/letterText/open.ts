// The editor itself, for `LetterText` to load when a text is first opened: what is on the page of a letter, as a tree of plain data.
import { Editor, type Content } from '@tiptap/core'
import { Gapcursor, UndoRedo } from '@tiptap/extensions'
import { NodeSelection } from '@tiptap/pm/state'
import { blocks } from './blocks.ts'
import { cleanPastedHtml } from './cleanPaste.ts'
import type { LetterTextHandle, LetterTextState, Piece } from './handle.ts'
import { pieceNodes, type Drawing } from './pieces.ts'
import { pieceAt, selectedPiece, stateOf } from './state.ts'
import { handleOf } from './steps.ts'

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
