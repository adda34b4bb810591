// Where a form stands whose typing was kept, and a few of the words in it. The key of a draft says which form it is.

export type DraftKind = 'segment' | 'template' | 'contact' | 'settings' | 'campaign' | 'other'

export interface DraftPlace {
  kind: DraftKind
  /** The id of the thing that is being changed, if it is one. */
  of: string
  path: string
}

/** `segment:ID:header` → the segment's page. */
export function draftPlace(id: string): DraftPlace {
  const [noun = '', of = ''] = id.split(/[:/]/)
  switch (noun) {
    case 'segment':
    case 'line':
    case 'criteria':
      return { kind: 'segment', of, path: `/segments/${of}` }
    case 'logged':
      return { kind: 'segment', of, path: `/logged/${of}` }
    case 'template':
      return { kind: 'template', of, path: `/templates/${of}` }
    case 'contact':
      return { kind: 'contact', of, path: of && of !== 'new' ? `/contacts/${of}` : '/contacts' }
    case 'campaign':
      return { kind: 'campaign', of, path: of && of !== 'new' ? `/campaigns/${of}` : '/campaigns' }
    case 'settings':
      return { kind: 'settings', of: '', path: `/settings?part=${of}` }
    default:
      return { kind: 'other', of: '', path: '/' }
  }
}

/** The first words that were typed. */
export function draftWords(value: unknown): string {
  if (typeof value === 'string') return value.trim() ? `“${value.trim().slice(0, 60)}”` : ''
  if (typeof value !== 'object' || value === null) return ''
  for (const [name, part] of Object.entries(value))
    if (!/id$|type$|code$/i.test(name) && typeof part === 'string' && part.trim()) return draftWords(part)
  return ''
}
