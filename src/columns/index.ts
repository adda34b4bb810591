// The door of the column index.
export type * from './answers.ts'
export type * from './listAsk.ts'
export { packIds, unpackIds, type PackedIds } from '../base/packedIds.ts'
export { ColumnBuilder } from './build.ts'
export { ColumnIndex } from './columnIndex.ts'
export { isFoundBy, searchTextOf } from './search.ts'
export { and, count, countAnd, or, without } from './bitmap.ts'
