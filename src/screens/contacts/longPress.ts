// A finger that stays on a row: something begins, and the tap that ends it opens nothing. A mouse has other ways.

/** So long must it stay. */
const long = 500
/** A finger that moves farther scrolls. */
const steady = 10

export interface LongPress {
  /** Whether the tap that is heard now ended a long press; asked once. */
  ended: () => boolean
  hears: Record<'onpointerdown' | 'onpointermove', (event: PointerEvent) => void> &
    Record<'onpointerup' | 'onpointercancel' | 'onpointerleave', () => void> & { oncontextmenu: (event: Event) => void }
}

export function longPress(begin: () => unknown): LongPress {
  let timer: ReturnType<typeof setTimeout> | undefined
  let pressed = false
  let at = { x: 0, y: 0 }
  const release = () => clearTimeout(timer)
  return {
    ended: () => {
      const was = pressed
      pressed = false
      return was
    },
    hears: {
      onpointerdown: ({ pointerType, clientX, clientY }) => {
        pressed = false
        at = { x: clientX, y: clientY }
        release()
        if (pointerType === 'mouse') return
        timer = setTimeout(() => {
          pressed = true
          begin()
        }, long)
      },
      onpointermove: ({ clientX, clientY }) => {
        if (Math.hypot(clientX - at.x, clientY - at.y) > steady) release()
      },
      onpointerup: release,
      onpointercancel: release,
      onpointerleave: release,
      // The browser's own menu of a link would stand over what has begun.
      oncontextmenu: (event) => pressed && event.preventDefault(),
    },
  }
}
