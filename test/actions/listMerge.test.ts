// Lists tidied up on a tablet full of sample data: everything that named what went names what stays, also what is just being typed;
// undo brings all of it back.
import { describe, expect, it } from 'vitest'
import { changeContact } from '../../src/actions/contacts.ts'
import type { House } from '../../src/actions/house.ts'
import { deleteListRow, mergeListRows, renameSalutation } from '../../src/actions/listRows.ts'
import { createListRow, deleteSalesperson } from '../../src/actions/lists.ts'
import { loadSample } from '../../src/actions/sample.ts'
import { createSalutation, deleteSalutation, saveFormula } from '../../src/actions/salutations.ts'
import { saveDefaults } from '../../src/actions/settings.ts'
import { listTables, setupLists, type SetupList } from '../../src/core/contact/lists.ts'
import { mentioning, namedIn } from '../../src/core/lists/mentions.ts'
import type { SavedCriteria } from '../../src/model/criteria.ts'
import type { SalespersonId, SavedCriteriaId } from '../../src/model/ids.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import type { Row, TableName } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { all, choice } from '../make.ts'
import { contents, good, openHouse } from '../open.ts'

async function sampleHouse(): Promise<House> {
  const house = openHouse()
  await good(loadSample(house))
  return house
}

/** Every row of every table that names this; entries and lines of the log as well. */
async function naming(house: House, list: SetupList, key: string): Promise<string[]> {
  const found: string[] = []
  for (const table of mentioning[list])
    await house.db.table(table).each((row: Row<TableName>) => {
      if (namedIn(table, row, list).has(key)) found.push(table)
    })
  return found
}

describe('Of sample data', () => {
  it('a salesperson goes into another one with contacts, entries, segments, campaigns and what was logged; and comes back', async () => {
    const house = await sampleHouse()
    const [one, other] = await house.db.salespeople.toArray()
    await house.drafts.write('criteria:x', { cards: [{ criteria: all(choice('salespersonId', 'isAnyOf', one!.id)) }] }, 'now')
    const before = await contents(house)
    const uses = await house.calls.index.usesOf('salespeople')
    expect(uses.entries[one!.id]).toBeGreaterThan(50)
    expect(uses.others[one!.id]?.map(({ kind }) => kind)).toContain('loggedSegments')
    const merged = await good(mergeListRows(house, { list: 'salespeople', from: [one!.id], to: other!.id }))
    expect(merged).toMatchObject({ drafts: 1, followed: { contacts: uses.contacts[one!.id], entries: uses.entries[one!.id] } })
    expect(JSON.stringify(await contents(house))).not.toContain(`"${one!.id}"`)
    expect(JSON.stringify(await house.drafts.read('criteria:x'))).toContain(other!.id)
    const after = await house.calls.index.usesOf('salespeople')
    expect(after.contacts[other!.id]).toBe(uses.contacts[one!.id]! + uses.contacts[other!.id]!)
    await good(merged.takeBack())
    expect(await contents(house)).toEqual(before)
    expect(JSON.stringify(await house.drafts.read('criteria:x'))).toContain(one!.id)
  })

  it('two rows of every other list become one, and part again', async () => {
    const house = await sampleHouse()
    const before = await contents(house)
    for (const table of listTables) {
      const [one, other] = await house.db.table<{ id: string }, string>(table).toArray()
      const merged = await good(mergeListRows(house, { list: table, from: [one!.id], to: other!.id }))
      expect(merged.followed.contacts, table).toBeGreaterThan(0)
      expect(await naming(house, table, one!.id)).toEqual([])
      expect(JSON.stringify(await contents(house))).not.toContain(`"${one!.id}"`)
      await good(merged.takeBack())
    }
    expect(await contents(house)).toEqual(before)
  })

  it('a country is changed into another one everywhere, alternative addresses too; codes that are none are told with what was meant', async () => {
    const house = await sampleHouse()
    const anna = (await house.db.contacts.toArray()).find(({ type }) => type === 'person')
    const address = { description: '', address: '', address2: '', postCode: '', city: '', county: '', phone: '', email: '', ranges: [] }
    const alternativeAddresses = [{ ...address, code: 'S', countryCode: 'D' }]
    await good(changeContact(house, anna!.id, anna!.rev, { countryCode: 'UK', alternativeAddresses }))
    const uses = await house.calls.index.usesOf('countries')
    expect(uses.meant).toEqual({ UK: 'GB', D: 'DE' })
    expect(uses.contacts).toMatchObject({ UK: 1, D: 1 })
    const [row] = (
      await house.calls.index.openList(
        { text: '', within: { list: 'countries', id: 'D' }, quick: [], sort: { by: 'name', descending: false } },
        house.occasion().today,
        5,
      )
    ).items
    expect(row).toMatchObject({ id: anna!.id })
    await good(mergeListRows(house, { list: 'countries', from: ['UK'], to: 'GB' }))
    await good(mergeListRows(house, { list: 'countries', from: ['D'], to: 'DE' }))
    expect((await house.db.contacts.get(anna!.id))!).toMatchObject({ countryCode: 'GB', alternativeAddresses: [{ countryCode: 'DE' }] })
    const after = await house.calls.index.usesOf('countries')
    expect(after.meant).toEqual({})
    expect(after.contacts['GB']).toBe((uses.contacts['GB'] ?? 0) + 1)
  })

  it('a contact that is given a row at the very moment it goes, is found as well', async () => {
    const house = await sampleHouse()
    const other = openHouse(house.db)
    const [one, into] = await house.db.mailingGroups.toArray()
    const late = (await house.db.contacts.toArray()).find(({ mailingGroupIds }) => !mailingGroupIds.includes(one!.id))!
    const holdersAt = house.calls.index.holdersAt
    let asked = 0
    house.calls.index.holdersAt = async (list, ids) => {
      const holders = await holdersAt(list, ids)
      if (++asked === 1) await good(changeContact(other, late.id, late.rev, { mailingGroupIds: [one!.id] }))
      return holders
    }
    await good(mergeListRows(house, { list: 'mailingGroups', from: [one!.id], to: into!.id }))
    expect([asked, (await house.db.contacts.get(late.id))!.mailingGroupIds]).toEqual([2, [into!.id]])
    asked = 0
    const again = (await house.db.contacts.get(late.id))!
    house.calls.index.holdersAt = async (list, ids) => {
      const holders = await holdersAt(list, ids)
      if (++asked === 1) await good(changeContact(other, again.id, again.rev, { phone: '1' }))
      return holders
    }
    await good(deleteListRow(house, 'mailingGroups', into!.id))
    expect(await naming(house, 'mailingGroups', into!.id)).not.toContain('contacts')
  })

  it('a territory that is deleted is no default any more, and a questionnaire is no longer for a relation that is gone', async () => {
    const house = await sampleHouse()
    const [territory] = await house.db.territories.toArray()
    const [relation] = await house.db.businessRelations.toArray()
    const [questionnaire] = await house.db.questionnaires.toArray()
    await good(saveDefaults(house, { contact: { territoryId: territory!.id } }))
    const limited = { ...questionnaire!, businessRelationId: relation!.id }
    await good(commit(house.db, { put: { questionnaires: [limited] }, remove: {}, requires: [] }, 'x', 'now'))
    const before = await contents(house)
    const first = await good(deleteListRow(house, 'territories', territory!.id))
    expect(await house.db.settings.get('defaults')).toHaveProperty('contact', {})
    await good(first.takeBack())
    const second = await good(deleteListRow(house, 'businessRelations', relation!.id))
    expect((await house.db.questionnaires.get(limited.id))!.businessRelationId).toBeUndefined()
    await good(second.takeBack())
    expect(await contents(house)).toEqual(before)
  })

  it('a salesperson who is named is not deleted; one who is not, is', async () => {
    const house = await sampleHouse()
    const [one] = await house.db.salespeople.toArray()
    expect(await deleteSalesperson(house, one!)).toMatchObject({ ok: false, failure: { code: 'inUse' } })
    const free = { ...one!, id: 'free' as SalespersonId, code: 'FREE', rev: 0 }
    await good(commit(house.db, { put: { salespeople: [free] }, remove: {}, requires: [] }, 'x', 'now'))
    await good(deleteSalesperson(house, (await house.db.salespeople.get(free.id))!))
    expect(await house.db.salespeople.get(free.id)).toBeUndefined()
  })
})

describe('A salutation of one’s own', () => {
  it('gets another code with its contacts, its criteria and its greeting lines; who is greeted by it keeps it from being deleted', async () => {
    const house = await sampleHouse()
    const [anna, cora] = await house.db.contacts.toArray()
    const id = (await good(createSalutation(house, 'DR', 'Doctor'))).value
    await good(createSalutation(house, 'PROF', 'Professor'))
    await good(
      saveFormula(house, { salutationCode: 'DR', languageCode: toLetterLanguage('de'), kind: 'formal' }, 'Guten Tag Dr. {{Surname}},'),
    )
    await good(changeContact(house, anna!.id, anna!.rev, { salutationCode: 'DR' }))
    const criteria = all(choice('salutationCode', 'isAnyOf', 'DR'), { kind: 'expression', field: 'salutationCode', expression: 'DR|M' })
    const saved: SavedCriteria = {
      ...{ rev: 0, id: 's' as SavedCriteriaId, code: 'S', description: '', savedBy: '', changedAt: '' },
      steps: [{ kind: 'add', criteria, options: {} as never }],
    }
    await good(commit(house.db, { put: { savedCriteria: [saved] }, remove: {}, requires: [] }, 'x', 'now'))
    const salutation = async () => (await house.db.salutations.get(id))!
    expect(await deleteSalutation(house, await salutation())).toMatchObject({ ok: false, failure: { code: 'inUse' } })
    expect(await renameSalutation(house, await salutation(), 'prof', 'Doctor')).toMatchObject({ ok: false, failure: { code: 'codeTaken' } })
    expect(await renameSalutation(house, await salutation(), 'frau', 'Doctor')).toMatchObject({ ok: false, failure: { code: 'codeTaken' } })
    const before = await contents(house)
    const renamed = await good(renameSalutation(house, await salutation(), ' doc ', 'Doctor'))
    expect(await salutation()).toMatchObject({ code: 'DOC', description: 'Doctor' })
    expect(await house.db.salutationFormulas.toArray()).toMatchObject([{ id: 'DOC de formal', salutationCode: 'DOC' }])
    expect((await house.db.contacts.get(anna!.id))!.salutationCode).toBe('DOC')
    const steps = JSON.stringify((await house.db.savedCriteria.get(saved.id))!.steps)
    expect([steps.includes('"DOC"'), steps.includes('DOC|M'), steps.includes('DR')]).toEqual([true, true, false])
    await good(renamed.takeBack())
    expect(await contents(house)).toEqual(before)

    // Merged into another one, it goes with its lines; the other one's lines greet everybody.
    await good(changeContact(house, cora!.id, cora!.rev, { salutationCode: 'PROF' }))
    const merged = await good(mergeListRows(house, { list: 'salutations', from: ['DR'], to: 'PROF' }))
    expect([await house.db.salutationFormulas.count(), await salutation()]).toEqual([0, undefined])
    expect((await house.db.contacts.get(anna!.id))!.salutationCode).toBe('PROF')
    await good(merged.takeBack())
    expect((await house.db.contacts.get(anna!.id))!.salutationCode).toBe('DR')
  })
})

it('Every list says what its acts are called, and a web source keeps its address', async () => {
  const house = openHouse()
  const id = (await good(createListRow(house, 'webSources', 'Register', '', ' https://register.example/?q=%1 '))).value
  expect(await house.db.webSources.get(id)).toMatchObject({ code: 'REGISTER', url: 'https://register.example/?q=%1' })
  for (const list of setupLists) expect((await house.calls.index.usesOf(list)).others).toEqual({})
})
