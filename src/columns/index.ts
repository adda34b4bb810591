// The door of the column index.
export type * from './answers.ts'
export { ColumnBuilder } from './build.ts'
export { ColumnIndex } from './columnIndex.ts'
export { searchTextOf } from './search.ts'
export { and, count, countAnd, or, without } from './bitmap.ts'
