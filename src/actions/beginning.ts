// With what new contacts and segments begin: the settings as they hold. Salespeople who are blocked or gone,
// and a template that is gone, are given to nobody.
import { defaultsOr, type Beginning } from '../core/contact/defaults.ts'
import type { SalespersonId } from '../model/ids.ts'
import type { Database } from '../storage/database.ts'
import { readDefaults, readTablet } from '../storage/read/lists.ts'

export async function readBeginning(db: Database): Promise<Beginning> {
  const [stored, tablet] = await Promise.all([readDefaults(db), readTablet(db)])
  const defaults = defaultsOr(stored)
  const mine = await choosable(db, tablet?.salespersonId)
  const { contact, segment } = defaults
  const { salespersonId: ofContacts, ...otherOfContacts } = contact
  const { salespersonId: ofSegments, templateId, ...otherOfSegments } = segment
  const [forContacts, forSegments] = await Promise.all([choosable(db, ofContacts), choosable(db, ofSegments)])
  const template = templateId && (await db.templates.get(templateId))
  return {
    defaults: {
      ...defaults,
      contact: { ...otherOfContacts, ...(forContacts ? { salespersonId: forContacts } : {}) },
      segment: {
        ...otherOfSegments,
        ...(forSegments ? { salespersonId: forSegments } : {}),
        ...(template ? { templateId: template.id } : {}),
      },
    },
    salespersonId: mine,
  }
}

async function choosable(db: Database, id: SalespersonId | undefined): Promise<SalespersonId | undefined> {
  const salesperson = id && (await db.salespeople.get(id))
  return salesperson && !salesperson.blocked ? id : undefined
}
