// The look of a merged value: the run properties it takes over, and the same for text written from right to left.
import { runFormat } from './story.ts'
import { childOf, sliceOf, type XmlNode, type XmlPart } from '../package/xml.ts'

export interface Look {
  format: string
  rightToLeft: string
}

/** The look of a run; of none: plain. */
export function lookOf(part: XmlPart, run: XmlNode | null): Look {
  const node = run && runFormat(run)
  if (!node || node.selfClosing) return { format: '', rightToLeft: `<${part.w}rPr><${part.w}rtl/></${part.w}rPr>` }
  return { format: sliceOf(part, node), rightToLeft: turned(part, node) }
}

/** What comes after w:rtl in the order that Word insists on. */
const afterRtl = /^(w:(cs|em|lang|eastAsianLayout|specVanish|oMath|rPrChange)|w14:.*|\?.*)$/

function turned(part: XmlPart, node: XmlNode): string {
  if (childOf(node, 'w:rtl')) return sliceOf(part, node)
  const next = node.children.find((child) => afterRtl.test(child.name))
  const at = next ? next.start : node.innerEnd
  const size = childOf(node, 'w:sz')
  const sizeAt = size && !childOf(node, 'w:szCs') ? size.end : node.innerStart
  const complexSize = sizeAt === node.innerStart ? '' : `<${part.w}szCs ${part.w}val="${size?.attrs['w:val'] ?? ''}"/>`
  const { xml, w } = part
  return `${xml.slice(node.start, sizeAt)}${complexSize}${xml.slice(sizeAt, at)}<${w}rtl/>${xml.slice(at, node.end)}`
}
