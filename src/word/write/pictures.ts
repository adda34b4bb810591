// Pictures by field: the files of those that letters show, each once however many letters show it, and the relations by which the text and
// its headers name them.
import { escapeXml } from '../emit/text.ts'
import type { LetterPictures } from '../emit/letter.ts'
import type { TemplatePlan } from '../plan.ts'
import type { MergePicture } from '../values.ts'
import { pack, type Packed } from '../zip/zipWrite.ts'
import { spacesOfRelations } from '../package/spaces.ts'

type Shown = MergePicture['picture']
const endings: Record<Shown['type'], string> = { 'image/png': 'png', 'image/jpeg': 'jpeg', 'image/gif': 'gif' }

/** The pictures of one document. */
export class Pictures {
  /** To be added to the content types. */
  types = ''
  private readonly plan: TemplatePlan
  private readonly take: (file: Packed) => void
  private readonly known = new Map<string, { number: number; name: string }>()
  private readonly stem: string

  /** @param take where the files go */
  constructor(plan: TemplatePlan, take: (file: Packed) => void) {
    this.plan = plan
    this.take = take
    const folder = plan.main.slice(0, plan.main.lastIndexOf('/') + 1)
    const taken = plan.statics.map(({ name }) => name.toLowerCase())
    let stem = `${folder}media/merged`
    while (taken.some((name) => name.startsWith(stem.toLowerCase()))) stem += '_'
    this.stem = stem
  }

  /** What one part of the document shows. */
  part(): PartPictures {
    return new PartPictures(this, spacesOfRelations(this.plan.mainRels.xml).office)
  }

  /** Its file, written when it is first asked for. */
  file(picture: Shown): { number: number; name: string } {
    const known = this.known.get(picture.key)
    if (known) return known
    const number = this.known.size + 1
    const name = `${this.stem}${number}.${endings[picture.type]}`
    this.known.set(picture.key, { number, name })
    this.take(pack(name, picture.bytes, 0))
    this.types += `<Override PartName="/${escapeXml(name)}" ContentType="${picture.type}"/>`
    return { number, name }
  }
}

export class PartPictures implements LetterPictures {
  /** To be added to the part's relations. */
  rels = ''
  private readonly pictures: Pictures
  private readonly office: string
  private readonly seen = new Set<number>()

  constructor(pictures: Pictures, office: string) {
    this.pictures = pictures
    this.office = office
  }

  relOf(picture: Shown): string {
    const { number, name } = this.pictures.file(picture)
    const id = `rIdMergedPicture${number}`
    if (!this.seen.has(number)) {
      this.seen.add(number)
      this.rels += `<Relationship Id="${id}" Type="${this.office}/image" Target="/${escapeXml(name)}"/>`
    }
    return id
  }
}
