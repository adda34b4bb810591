// A letter while it is written: the editor's handle, what the cursor stands in, and which sheet is open over it.
import { tick } from 'svelte'
import { nothingSelected, type LetterTextHandle, type LetterTextState, type Piece } from '../../../parts/letterText/handle.ts'

export type OpenSheet =
  | { is: 'field'; piece?: Piece }
  | { is: 'condition'; piece?: Piece }
  | { is: 'picture'; piece?: Piece; file?: File }
  | { is: 'table' }
  | { is: 'pageBreak'; piece: Piece }

export class Writing {
  handle = $state.raw<LetterTextHandle | undefined>()
  at = $state.raw<LetterTextState>(nothingSelected)
  sheet = $state.raw<OpenSheet | undefined>()

  /** Opens what belongs to a piece of the text. */
  open = (piece: Piece): void => {
    if (piece.type === 'mergeField') this.sheet = { is: 'field', piece }
    else if (piece.type === 'condition') this.sheet = { is: 'condition', piece }
    else if (piece.type === 'image') this.sheet = { is: 'picture', piece }
  }

  close = async (): Promise<void> => {
    await this.#closed()
    this.handle?.focus()
  }

  /** The sheet is gone: from here on the text may take the cursor. */
  async #closed(): Promise<void> {
    this.sheet = undefined
    await tick()
  }

  /** The piece is put into the text, or takes the place of the one that was opened. */
  async put(type: 'mergeField' | 'condition' | 'image', attributes: Readonly<Record<string, unknown>>, piece?: Piece): Promise<void> {
    await this.#closed()
    if (piece) this.handle?.change(piece.position, attributes)
    else if (type === 'image') this.handle?.insertBlock(type, attributes)
    else this.handle?.insertInline(type, attributes)
  }

  async putTable(rows: number, columns: number, header: boolean): Promise<void> {
    await this.#closed()
    this.handle?.insertTable(rows, columns, header)
  }

  async remove(piece: Piece): Promise<void> {
    await this.#closed()
    this.handle?.goTo(piece.position)
    this.handle?.run('remove')
  }
}
