// What every page has at hand: the house, the short lists, and whether the app is safe to leave.
import { createContext } from 'svelte'
import type { House } from '../../actions/house.ts'
import type { Install } from '../../offline/install.svelte.ts'
import type { Offline } from '../../offline/registration.svelte.ts'
import type { StorageSafety } from '../../offline/storageSafety.svelte.ts'
import type { Live } from '../../parts/live.svelte.ts'
import type { Lists } from '../../storage/read/lists.ts'

export const [useHouse, provideHouse] = createContext<House>()
export const [useLists, provideLists] = createContext<Live<Lists>>()
export const [useOffline, provideOffline] = createContext<Offline>()
export const [useInstall, provideInstall] = createContext<Install>()
export const [useSafety, provideSafety] = createContext<StorageSafety>()
