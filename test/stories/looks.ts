// What an eye would see and a finger would feel, worked out from the page itself: every text's contrast with what lies behind it, the edges of
// controls and the icons, targets and the gaps between them, text that is cut or stands out of its box, controls that lie on each other,
// and what is wider than the screen. `looks` says each with its place; nothing said is nothing wrong.
import type { Page } from 'playwright-core'

/** What a page must keep: contrast of text, of large text, and of edges and icons. */
export interface Least {
  text: number
  large: number
  edge: number
}
export const usual: Least = { text: 4.5, large: 3, edge: 3 }
/** Where more contrast is asked of the system. */
export const high: Least = { text: 7, large: 4.5, edge: 4.5 }

/** Everything wrong with how the page looks now, one sentence each. Animations are waited for. */
export async function looks(page: Page, least: Least = usual): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))))
  return page.evaluate(measure, least)
}

/** Runs in the page; knows nothing from outside. */
function measure(least: Least): string[] {
  const found = new Set<string>()
  const width = innerWidth
  const height = innerHeight
  type Rgba = readonly [number, number, number, number]

  const colour = (text: string): Rgba => {
    const numbers = (text.match(/-?[\d.]+%?/g) ?? []).map((one) => (one.endsWith('%') ? parseFloat(one) / 100 : parseFloat(one)))
    const [r = 0, g = 0, b = 0, a = 1] = text.startsWith('color(') ? numbers.map((one, at) => (at < 3 ? one * 255 : one)) : numbers
    return [r, g, b, text === 'transparent' ? 0 : a]
  }
  const over = (top: Rgba, under: Rgba): Rgba => {
    const mix = (at: 0 | 1 | 2) => top[at] * top[3] + under[at] * (1 - top[3])
    return [mix(0), mix(1), mix(2), 1]
  }
  const light = ([r, g, b]: Rgba): number => {
    const line = (one: number) => (one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4)
    return 0.2126 * line(r) + 0.7152 * line(g) + 0.0722 * line(b)
  }
  const contrast = (one: Rgba, other: Rgba): number => {
    const [a, b] = [light(one), light(other)].sort((x, y) => y - x) as [number, number]
    return (a + 0.05) / (b + 0.05)
  }
  /** What is painted behind the content of an element, from the canvas up. */
  const ground = (element: Element | null): Rgba => {
    if (!element) return colour(getComputedStyle(document.documentElement).backgroundColor)
    const style = getComputedStyle(element)
    const own = colour(style.backgroundColor)
    if (own[3] === 1) return own
    // A dialog and a popover stand in the top layer, yet what they say stands on their own ground, or on the page's.
    return over(own, ground(element.parentElement))
  }
  const faded = (element: Element): number => {
    let opacity = 1
    for (let at: Element | null = element; at; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity)
    return opacity
  }
  const ratio = (text: string, element: Element, behind: Rgba): number => {
    const [r, g, b, a] = colour(text)
    return contrast(over([r, g, b, a * faded(element)], behind), behind)
  }

  interface Box {
    left: number
    top: number
    right: number
    bottom: number
  }
  const meet = (one: Box, other: Box): Box => ({
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  })
  const empty = (box: Box) => box.right - box.left < 1 || box.bottom - box.top < 1
  /** What of an element is in sight: within the window and everything that cuts or scrolls it. */
  const inSight = (within: Element | null, box: Box): Box => {
    let seen = meet(box, { left: 0, top: 0, right: width, bottom: height })
    for (let at = within; at && !empty(seen); at = at.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(at)
      if (overflowX !== 'visible' || overflowY !== 'visible') seen = meet(seen, at.getBoundingClientRect())
      if (position === 'fixed' || at.matches('dialog, [popover]')) break
    }
    return seen
  }
  const shown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !element.closest('.vh, [aria-busy=true]') &&
    getComputedStyle(element).clipPath === 'none'
  const top = document.querySelector('dialog:modal')
  /** Behind an open sheet nothing is looked at, nor what it covers. */
  const ahead = (element: Element) => !top || top.contains(element) || element.closest('[popover]') !== null
  const name = (element: Element): string => {
    const words = (element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\s+/g, ' ').slice(0, 40)
    const kind = [element.localName, ...[...element.classList].filter((one) => !one.startsWith('svelte-'))].join('.')
    const around = element.parentElement?.closest('[class]')
    const where = [...(around?.classList ?? [])].filter((one) => !one.startsWith('svelte-')).join('.')
    return `${where ? `.${where} > ` : ''}${kind} “${words}”`
  }
  const off = (element: Element) => element.closest(':disabled, [aria-disabled=true]') !== null

  /** What lies over the page by intention: a panel, the toasts, a sheet. */
  const layer = (one: Element) => one.closest('.panel, .toasts, .update, dialog, [popover], .is-over, .list-head')
  /** A row that may be pushed says so: it fades out at its edge. A table with figures may be wider than the page, and a letter. */
  const pushed = (element: Element): boolean =>
    element.matches('.steps, .docx-view, .desk, .table-wide') || getComputedStyle(element).maskImage !== 'none'
  const inPushed = (element: Element): boolean => {
    for (let at: Element | null = element; at; at = at.parentElement) if (pushed(at)) return true
    return false
  }

  // Texts ------------------------------------------------------------------------------------------------------------------------------
  const paper = (element: Element) => element.closest('.docx-view, .page') !== null
  const judge = (element: Element, text: string, what: string) => {
    const style = getComputedStyle(element)
    const size = parseFloat(style.fontSize)
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 600)
    const got = ratio(text, element, ground(element))
    const wanted = large ? least.large : least.text
    if (got < wanted - 0.005) found.add(`contrast ${got.toFixed(2)} of ${what}, at least ${wanted}: ${name(element)}`)
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement
    if (!element || !node.textContent?.trim() || !ahead(element) || paper(element) || !shown(element)) continue
    if (element.closest('option, script, style, svg title')) continue
    const drawn = element instanceof SVGElement
    judge(element, drawn ? getComputedStyle(element).fill : getComputedStyle(element).color, 'text')
    if (drawn) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    const cutter = element.closest('.cut, .cut-2') ?? (getComputedStyle(element).overflowX !== 'visible' ? element : null)
    if (cutter) {
      const cut = cutter.scrollWidth > cutter.clientWidth + 1 || cutter.scrollHeight > cutter.clientHeight + 3
      const style = getComputedStyle(cutter)
      const dotted = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
      if (cut && !dotted) found.add(`text is cut: ${name(cutter)}`)
      if (cut && dotted && !cutter.closest('a[href], button, label, summary, [role=option], [tabindex="0"]'))
        found.add(`text ends in dots and nothing leads to the whole: ${name(cutter)}`)
      continue
    }
    let block: Element | null = element
    while (block && /inline$|contents/.test(getComputedStyle(block).display)) block = block.parentElement
    const outer = block?.getBoundingClientRect()
    const beyond = outer ? Math.max(box.right - outer.right, outer.left - box.left) : 0
    // The blank at the end of a line of written text hangs beyond it, unseen.
    const { whiteSpace, fontSize } = getComputedStyle(element)
    const blank = whiteSpace.startsWith('pre-wrap') || whiteSpace.startsWith('break-spaces') ? parseFloat(fontSize) / 3 : 0
    if (beyond > 1.5 + blank) found.add(`text stands out of its box by ${Math.round(beyond)}: ${name(element)}`)
    const edged = element.closest('button, .btn, .chip, .badge, .tile, .out, .field-c, .toast')?.getBoundingClientRect()
    if (edged && box.bottom > edged.bottom + 3) found.add(`text goes on below its box: ${name(element)}`)
  }
  // What lies over a text hides it, be it a button or other words.
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const boxesOf = (node: Node): Box[] => {
    const range = document.createRange()
    range.selectNodeContents(node)
    return [...range.getClientRects()]
  }
  const says = (element: Element, x: number, y: number) =>
    [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .some((node) => boxesOf(node).some((box) => box.left < x && x < box.right && box.top < y && y < box.bottom))
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const element = node.parentElement
    if (!element || !node.textContent?.trim() || !ahead(element) || paper(element) || !shown(element) || inPushed(element)) continue
    for (const whole of boxesOf(node)) {
      const box = inSight(element, whole)
      if (empty(box) || box.bottom - box.top < (whole.bottom - whole.top) * 0.7) continue
      for (const x of [box.left + 2, box.right - 2]) {
        const y = (box.top + box.bottom) / 2
        const hit = document.elementFromPoint(x, y)
        if (!hit || hit.contains(element) || element.contains(hit) || layer(hit) !== layer(element)) continue
        if (colour(getComputedStyle(hit).backgroundColor)[3] > 0 || says(hit, x, y)) found.add(`hidden by ${name(hit)}: ${name(element)}`)
      }
    }
  }
  for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder], textarea[placeholder]'))
    if (shown(field) && ahead(field) && field.value === '') judge(field, getComputedStyle(field, '::placeholder').color, 'placeholder')
  for (const field of document.querySelectorAll('input:not([type=file]), textarea, select'))
    if (shown(field) && ahead(field)) judge(field, getComputedStyle(field).color, 'what is typed')

  // Edges and icons --------------------------------------------------------------------------------------------------------------------
  const edges = 'button, a.btn, a.chip, a.tile, a.out, a.choice, .field-c, .search, .segd, .check, .switch, [role=radio] > *'
  for (const element of document.querySelectorAll(edges)) {
    const style = getComputedStyle(element)
    // A line above or below only divides.
    const edged = [style.borderTopWidth, style.borderLeftWidth].every((one) => parseFloat(one) >= 0.5)
    if (!ahead(element) || !shown(element) || off(element) || !edged) continue
    const around = ground(element.parentElement)
    const edge = colour(style.borderTopColor)
    if (edge[3] === 0) continue
    const got = Math.max(ratio(style.borderTopColor, element, around), contrast(ground(element), around))
    if (got < least.edge - 0.005) found.add(`contrast ${got.toFixed(2)} of an edge, at least ${least.edge}: ${name(element)}`)
  }
  for (const icon of document.querySelectorAll('svg.icon')) {
    if (!ahead(icon) || !shown(icon) || off(icon) || paper(icon)) continue
    const got = ratio(getComputedStyle(icon).color, icon, ground(icon))
    if (got < least.edge - 0.005)
      found.add(`contrast ${got.toFixed(2)} of an icon, at least ${least.edge}: ${name(icon.parentElement ?? icon)}`)
  }

  // Targets ----------------------------------------------------------------------------------------------------------------------------
  const targets = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, select, summary, textarea, input:not(.vh, [type=file]), [role=switch], [role=checkbox], [role=slider]',
    ),
  ].filter((one) => shown(one) && ahead(one) && one.getBoundingClientRect().width > 0)
  const inText = (one: Element) => one.matches('p a, dd a, li a:not(.row, .btn, .out, .choice, .tile, .chip), .word')
  /** What is pressed is the whole field, not the line that is typed in. */
  const held = (one: HTMLElement): Element => one.closest('.field-c, .search, label.opt, label.switch-row') ?? one
  const boxes = targets
    .filter((one) => !inText(one))
    .map((one) => ({
      one,
      box: inSight(held(one).parentElement, held(one).getBoundingClientRect()),
      whole: held(one).getBoundingClientRect(),
    }))
  for (const { one, whole } of boxes)
    if (whole.width < 43.5 || whole.height < 43.5)
      found.add(`target of ${Math.round(whole.width)} × ${Math.round(whole.height)}: ${name(one)}`)

  /** Parts that touch because they are one thing: the halves of a switch, the fields of a rule. */
  const oneThing = (one: Element) => one.closest('.segd, .rule, .rail, .bars, table')
  /** Only what has an edge or a ground of its own looks as if it touched; rows and icons have room within. */
  const painted = (one: Element) => {
    if (one.matches('.row, .rail-item')) return false
    const style = getComputedStyle(one)
    const edge = style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth) >= 0.5 && colour(style.borderTopColor)[3] > 0
    return edge || contrast(ground(one), ground(one.parentElement)) > 1.3
  }
  const seen = boxes.filter(({ box }) => !empty(box))
  const scroller = (element: Element): Element | null => {
    for (let at = element.parentElement; at; at = at.parentElement) if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at
    return null
  }
  const placed = boxes.map((each) => ({ ...each, moves: scroller(each.one) })).filter(({ moves, box }) => moves !== null || !empty(box))
  placed.forEach((mine, at) => {
    for (const theirs of placed.slice(at + 1)) {
      // What scrolls together is compared also where it is out of sight, anything else where both are seen.
      const together = mine.moves === theirs.moves
      const [one, other] = [mine.one, theirs.one]
      const [box, its] = together ? [mine.whole, theirs.whole] : [mine.box, theirs.box]
      if (!together && (empty(box) || empty(its))) continue
      if (held(one) === held(other) || one.contains(other) || other.contains(one) || layer(one) !== layer(other)) continue
      const common = meet(box, its)
      const across = common.left - common.right
      const down = common.top - common.bottom
      if (across < -1 && down < -1) {
        // A card that opens as a whole may carry its switch and its menu, which lie above it and answer for themselves.
        const [small, under] = box.right - box.left < its.right - its.left ? [one, other] : [other, one]
        const above = (small.compareDocumentPosition(under) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
        if (under.matches('.step > .hit') && under.parentElement?.contains(small) && above) continue
        found.add(`two targets lie on each other by ${Math.round(-across)} × ${Math.round(-down)}: ${name(one)} and ${name(other)}`)
        continue
      }
      const group = oneThing(one)
      if ((group && group === oneThing(other)) || group?.contains(other) || oneThing(other)?.contains(one)) continue
      const gap = Math.max(across, down)
      if (gap < 7.5 && Math.min(across, down) < -1 && painted(held(one)) && painted(held(other)))
        found.add(`${Math.round(gap)} px between ${name(one)} and ${name(other)}`)
    }
  })

  // Width ------------------------------------------------------------------------------------------------------------------------------
  if (document.documentElement.scrollWidth > width)
    found.add(`the page is ${document.documentElement.scrollWidth} wide, the screen ${width}`)
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth === 0 || !shown(element) || !ahead(element)) continue
    const { overflowX } = getComputedStyle(element)
    // A table that is a place of its own says so, and keys scroll it as well.
    const isScrolled = element.matches('[role=region][tabindex="0"][aria-label]') && overflowX === 'auto'
    if (overflowX === 'visible' || isScrolled || element.matches('.cut, .cut-2, input, select, textarea') || inPushed(element)) continue
    if (overflowX !== 'hidden' && overflowX !== 'clip')
      found.add(`wider than it can show by ${element.scrollWidth - element.clientWidth}: ${name(element)}`)
  }
  // Nothing that is pressed ends beyond the edge of what holds it.
  for (const { one, whole, box } of seen)
    if (!inPushed(one) && box.right - box.left < whole.right - whole.left - 1.5)
      found.add(`cut at the side by ${Math.round(whole.right - whole.left - (box.right - box.left))}: ${name(one)}`)

  // Room -------------------------------------------------------------------------------------------------------------------------------
  /** How much of an element can be brought in sight at once: what scrolls around it helps, what cuts it does not. */
  const reach = (element: Element): number => {
    let box: Box = element.getBoundingClientRect()
    for (let at = element.parentElement; at; at = at.parentElement) {
      const { overflowY } = getComputedStyle(at)
      if (/auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight + 1) return Math.min(box.bottom - box.top, at.clientHeight)
      if (overflowY !== 'visible') box = meet(box, at.getBoundingClientRect())
    }
    box = meet(box, { left: 0, top: 0, right: width, bottom: height })
    return Math.max(0, box.bottom - box.top)
  }
  for (const list of document.querySelectorAll('.vlist')) {
    const rows = [...list.querySelectorAll('.vlist-row')]
    if (rows.length === 0 || !ahead(list) || !shown(list)) continue
    const wanted = Math.min(2, rows.length) * Math.max(...rows.slice(0, 3).map((row) => row.getBoundingClientRect().height))
    if (reach(list) < wanted - 1)
      found.add(`no room: ${Math.round(reach(list))} px for rows, at least ${Math.round(wanted)}: ${name(list)}`)
  }
  const main = document.querySelector('main')
  if (main && !top && !/auto|scroll/.test(getComputedStyle(main).overflowY)) {
    const frame = [...main.querySelectorAll(':scope > .topbar, :scope > .deck')].filter(shown)
    const left = main.clientHeight - frame.reduce((sum, one) => sum + one.getBoundingClientRect().height, 0)
    if (left < height * 0.4) found.add(`no room: ${Math.round((left / height) * 100)} % of the window are left between head and deck`)
  }
  // Beside another app the head and the deck take one line of acts each, and one more for words. In the gallery a deck has the longest word.
  const narrow =
    !document.querySelector('.catalog') &&
    width >= 480 &&
    width <= 576 &&
    parseFloat(getComputedStyle(document.documentElement).fontSize) === 16
  for (const [part, most] of narrow
    ? ([
        ['topbar', 72],
        ['deck', 140],
      ] as const)
    : []) {
    for (const one of document.querySelectorAll(`main > .${part}`)) {
      const tall = Math.round(one.getBoundingClientRect().height)
      if (shown(one) && tall > most) found.add(`the ${part} is ${tall} high, at most ${most}`)
    }
  }
  // One act is the next one: only it is filled. The gallery shows all there are.
  const filled = [...document.querySelectorAll('main .btn-primary')].filter((one) => shown(one) && !one.closest('dialog, .catalog'))
  if (filled.length > 1) found.add(`${filled.length} acts are filled: ${filled.map(name).join(' and ')}`)
  return [...found]
}
