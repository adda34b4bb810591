// Any observable as a rune: it starts on the first read, stops after the last reader is gone. Three states, spoken out.
import { createSubscriber } from 'svelte/reactivity'

export interface Source<T> {
  subscribe: (observer: { next: (value: T) => void; error: (error: unknown) => void }) => { unsubscribe: () => void }
}

export type LiveState<T> = { is: 'waiting' } | { is: 'here'; value: T } | { is: 'failed'; error: unknown }

export class Live<T> {
  #state = $state.raw<LiveState<T>>({ is: 'waiting' })
  #read: () => void

  constructor(source: Source<T>) {
    this.#read = createSubscriber(() => {
      const subscription = source.subscribe({
        next: (value) => (this.#state = { is: 'here', value }),
        error: (error) => (this.#state = { is: 'failed', error }),
      })
      return () => subscription.unsubscribe()
    })
  }

  get state(): LiveState<T> {
    this.#read()
    return this.#state
  }

  /** The value, once it is here. Trouble is thrown to the boundary around the page. */
  get value(): T | undefined {
    const state = this.state
    if (state.is === 'failed') throw state.error
    return state.is === 'here' ? state.value : undefined
  }
}
