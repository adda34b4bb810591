// The blocks of the text and what marks its words: exactly what a letter may hold, and none of it drawn by a style in the markup,
// which the security policy would refuse.
import type { Extensions } from '@tiptap/core'
import Bold from '@tiptap/extension-bold'
import Document from '@tiptap/extension-document'
import HardBreak from '@tiptap/extension-hard-break'
import Italic from '@tiptap/extension-italic'
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list'
import Paragraph from '@tiptap/extension-paragraph'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import Text from '@tiptap/extension-text'
import TextAlign from '@tiptap/extension-text-align'
import Underline from '@tiptap/extension-underline'

const places = ['left', 'center', 'right', 'justify']
const inside = '(paragraph | bulletList | orderedList)'

const Aligned = TextAlign.extend({
  addGlobalAttributes() {
    const textAlign = {
      default: null,
      parseHTML: (element: HTMLElement) => {
        const align = element.getAttribute('data-align')
        return align && places.includes(align) ? align : null
      },
      renderHTML: ({ textAlign: align }: Record<string, unknown>) => (typeof align === 'string' ? { 'data-align': align } : {}),
    }
    return [{ types: ['paragraph'], attributes: { textAlign } }]
  },
}).configure({ types: ['paragraph'] })

const number = (element: HTMLElement, name: string) => Math.max(1, Math.trunc(Number(element.getAttribute(name) ?? 1)) || 1)

const Numbered = OrderedList.extend({
  addAttributes: () => ({ start: { default: 1, parseHTML: (element: HTMLElement) => number(element, 'start') } }),
})

const cellAttributes = () => ({
  colspan: { default: 1, parseHTML: (element: HTMLElement) => number(element, 'colspan') },
  rowspan: { default: 1, parseHTML: (element: HTMLElement) => number(element, 'rowspan') },
  colwidth: { default: null, rendered: false },
})
const cell = { content: `(${inside} | image)+`, addAttributes: cellAttributes }

const Grid = Table.extend({ renderHTML: () => ['table', {}, ['tbody', 0]] }).configure({ resizable: false, View: null })

export const blocks: Extensions = [
  Document,
  Text,
  Paragraph,
  Aligned,
  Bold,
  Italic,
  Underline,
  HardBreak,
  BulletList,
  Numbered,
  ListItem.extend({ content: `paragraph ${inside}*` }),
  ListKeymap,
  Grid,
  TableRow,
  TableCell.extend(cell),
  TableHeader.extend(cell),
]
