// What the shell puts at the end of every page's head, as the search over everything.
import { createContext, type Snippet } from 'svelte'

export const [useTopbarEnd, provideTopbarEnd] = createContext<Snippet>()
