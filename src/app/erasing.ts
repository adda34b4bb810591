// Before anything is opened: is this tablet to be erased? And while the app runs: does another window erase it?
import { mount, unmount } from 'svelte'
import { erasingNoted, whenErasedElsewhere } from '../storage/keep/erase.ts'
import { changeLanguage, uiLanguages, type UiLanguage } from '../text/language.svelte.ts'

const page = () => import('./Erased.svelte')

/** Erasing goes on even where the words are lost. */
const speak = (language: string) =>
  changeLanguage(uiLanguages.find((one): one is UiLanguage => one === language) ?? 'en').catch(() => undefined)

/** Erases when that was wished for, and says whether it was: then nothing else may begin. */
export function erasesNow(target: Element): boolean {
  const language = erasingNoted()
  if (language === undefined) return false
  void Promise.all([page(), speak(language)]).then(([{ default: Erased }]) => {
    target.replaceChildren()
    mount(Erased, { target })
  })
  return true
}

/** Takes the app away when another window erases, so that nothing here writes again. */
export function endWhenErasedElsewhere(target: Element, app: Record<string, unknown>, end: () => void): void {
  // It is here before the other window takes the app's files away.
  const erased = page()
  erased.catch(() => undefined)
  whenErasedElsewhere(window, (language) => {
    end()
    void unmount(app)
    void Promise.all([erased, speak(language)]).then(([{ default: Erased }]) => {
      target.replaceChildren()
      mount(Erased, { target, props: { elsewhere: true } })
    })
  })
}
