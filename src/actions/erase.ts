// Erasing this tablet: the wish is noted here; the page that loads next erases, before it opens anything.
import { noteErasing } from '../storage/keep/erase.ts'

/** Notes the wish to erase everything, in the language the page then speaks. The caller loads the page anew. */
export const askToErase = (language: string): void => noteErasing(language)
