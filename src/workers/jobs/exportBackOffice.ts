// The rows of the file for the back office: entries with their contacts, companies and the numbers of their segments.
import { companyOf } from '../../core/contact/name.ts'
import type { BackOfficeRow } from '../../exchange/backOffice.ts'
import { exportNamesOf } from '../../exchange/exportNames.ts'
import type { ContactId, EntryId } from '../../model/ids.ts'
import type { Database } from '../../storage/database.ts'
import { readLists } from '../../storage/read/lists.ts'
import { readLogRows } from '../../storage/read/logged.ts'
import { loggedNos, readWithCompanies, type Rows } from './exportRows.ts'

/** @param firstNo the number that the first entry gets in Business Central */
export async function backOfficeRows(db: Database, ids: readonly EntryId[], firstNo?: number): Promise<Rows<BackOfficeRow>> {
  const names = exportNamesOf(await readLists(db))
  const segmentNos = await loggedNos(db)
  let entryNo = firstNo
  return {
    columns: [],
    count: ids.length,
    read: async (from, count) => {
      if (firstNo !== undefined && from === 0) entryNo = firstNo
      const rows = await readLogRows(db, ids.slice(from, from + count))
      const asked = rows.flatMap(({ entry }): ContactId[] => (entry.companyId ? [entry.contactId, entry.companyId] : [entry.contactId]))
      const contacts = await readWithCompanies(db, asked)
      return rows.map(({ entry, cancelled }) => {
        const contact = contacts.get(entry.contactId)
        // The company she belonged to then; of a company itself, as in the reference.
        const company = entry.companyId ? contacts.get(entry.companyId) : contact && companyOf(contact, contacts)
        const no = entryNo
        if (entryNo !== undefined) entryNo++
        return { entry, cancelled, contact, company, segmentNo: segmentNos.get(entry.loggedSegmentId ?? ''), names, entryNo: no }
      })
    },
  }
}
