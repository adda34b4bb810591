// The page of two lists: it shows one at a time.
import { mount, unmount, type Component } from 'svelte'
import '../../../../src/parts/tokens.css'
import '../../../../src/parts/base.css'
import '../../../../src/parts/components.css'
import '../../../../src/parts/app.css'
import OurList from './OurList.svelte'
import { rowsShown, type RowShown } from './rowShown.ts'
import TanstackList from './TanstackList.svelte'

type List = Component<{ all: readonly RowShown[] }>
const lists: Record<string, List> = { ours: OurList, TanStack: TanstackList }
let all: RowShown[] = []
let shown: Record<string, never> | undefined

function show(which: string): void {
  if (shown) void unmount(shown)
  shown = mount(lists[which]!, { target: document.querySelector('main')!, props: { all } })
}

Object.assign(globalThis, { bench: { prepare: (size: number) => void (all = rowsShown(size)), show } })
