// A part's relations as text: an empty file of them, and how more come into one.

export const emptyRelations =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'

/** Something more before the last end tag. */
export function beforeEnd(xml: string, text: string): string {
  if (text === '') return xml
  const at = xml.lastIndexOf('</')
  return xml.slice(0, at) + text + xml.slice(at)
}
