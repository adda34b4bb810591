// Before anything is opened: is this tablet to be erased? And while the app runs: does another window erase it?
import { mount, unmount } from 'svelte'
import { erasingNoted, whenErasedElsewhere } from '../storage/keep/erase.ts'
import { setLanguage, uiLanguages, type UiLanguage } from '../text/language.svelte.ts'
import Erased from './Erased.svelte'

const speak = (language: string) => setLanguage(uiLanguages.find((one): one is UiLanguage => one === language) ?? 'en')

/** Erases when that was wished for, and says whether it was: then nothing else may begin. */
export function erasesNow(target: Element): boolean {
  const language = erasingNoted()
  if (language === undefined) return false
  speak(language)
  target.replaceChildren()
  mount(Erased, { target })
  return true
}

/** Takes the app away when another window erases, so that nothing here writes again. */
export function endWhenErasedElsewhere(target: Element, app: Record<string, unknown>, end: () => void): void {
  whenErasedElsewhere(window, (language) => {
    end()
    void unmount(app)
    speak(language)
    target.replaceChildren()
    mount(Erased, { target, props: { elsewhere: true } })
  })
}
