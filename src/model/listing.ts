// Something to be picked from a list: its key, what it is called, and a word beside it.
export interface Listing {
  id: string
  label: string
  hint: string
}
