// The languages of the interface, each by its own name: who reads none of the others finds hers. A further language is one line here and
// its file among the texts (README there).

export const nameOfLanguage = {
  en: 'English',
  nl: 'Nederlands',
  nb: 'Norsk',
  de: 'Deutsch',
  fr: 'Français',
} as const
export type UiLanguage = keyof typeof nameOfLanguage
export const uiLanguages = Object.keys(nameOfLanguage) as UiLanguage[]
