// Files on which a reader could go over the same text again and again: each is read in about the time of its length.
import { describe, expect, test } from 'vitest'
import { putFree } from '../../src/exchange/cardCells.ts'
import { cutRows } from '../../src/exchange/delimited.ts'
import { NamedList } from '../../src/exchange/namedList.ts'
import { XmlScan } from '../../src/exchange/xmlScan.ts'

const many = 50_000

describe('Of fifty thousand of them each is looked at once', () => {
  test('rows that begin with a doubled quotation mark', () => {
    const { rows } = cutRows('""x;1\n'.repeat(many), ';', 0, many)
    expect([rows.length, rows[0]?.cells, rows.at(-1)?.badQuotes]).toEqual([many, ['""x', '1'], true])
  })

  test('list rows that begin alike', () => {
    const list = new NamedList<{ id: string; code: string; name: string }>(
      [],
      ({ name }) => name,
      (code, name) => ({ id: name, code, name }),
    )
    for (let at = 0; at < many; at++) list.idOf(`Kategorie Nr ${at}`)
    expect(new Set(list.made().map(({ code }) => code)).size).toBe(many)
  })

  test('mails of one card', () => {
    const cells = new Map<string, string>()
    for (let at = 0; at < many; at++) putFree(cells, 'E-mail', `${at}@x.example`)
    expect([cells.get('E-mail'), cells.get('E-mail 2'), cells.get(`E-mail ${many}`)]).toEqual([
      '0@x.example',
      '1@x.example',
      `${many - 1}@x.example`,
    ])
  })

  test('angle brackets in one value', () => {
    const opened: string[] = []
    const scan = new XmlScan({ open: (name) => opened.push(name), close: () => undefined, text: () => undefined })
    scan.feed(`<a x="${'>'.repeat(many)}"><b/></a>`)
    scan.end()
    expect(opened).toEqual(['a', 'b'])
  })
})
