// What a file is called between programs.

/** A Word document. */
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** What may be chosen where a Word document is wanted. */
export const acceptsWord = `.docx,.dotx,.docm,.xml,${docxType}`
