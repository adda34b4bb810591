// The pictures of the help: made by `npm run pictures` from the app itself, one for each language that has its own.
export const helpPictures = ['worksheet', 'criteria', 'editor', 'preview', 'board', 'contact', 'campaign', 'calls'] as const
export type HelpPicture = (typeof helpPictures)[number]

const files: Record<string, string> = import.meta.glob('./pictures/*.webp', { eager: true, query: '?url', import: 'default' })

/** Where the picture of a page lies: in this language, else in English. */
export const pictureOf = (name: HelpPicture, language: string): string | undefined =>
  files[`./pictures/${name}.${language}.webp`] ?? files[`./pictures/${name}.en.webp`]
