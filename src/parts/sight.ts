// Brings something to where the eyes are: its column is scrolled and nothing around it, as a browser would do of its own accord.

/** Scrolls until the element stands at the top of its column, or in the middle. */
export function bringIntoSight(element: Element, to: 'top' | 'middle'): void {
  const column = columnOf(element)
  if (!column) return
  const [place, frame] = [element.getBoundingClientRect(), column.getBoundingClientRect()]
  const above = to === 'top' ? 0 : Math.max(0, (frame.height - place.height) / 2)
  column.scrollTop += place.top - frame.top - above
}

function columnOf(element: Element): Element | undefined {
  for (let around = element.parentElement; around; around = around.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(around).overflowY)
    if (scrolls && around.scrollHeight > around.clientHeight) return around
  }
  return undefined
}
