// A value of a line and where it comes from: its own, or inherited.
export type From = 'line' | 'header' | 'template' | 'contact' | 'none'

export interface Valued<T> {
  value: T
  from: From
}
