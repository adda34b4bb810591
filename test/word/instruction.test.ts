// Field instructions as people and programs write them.
import { describe, expect, it } from 'vitest'
import { fieldName, readInstruction } from '../../src/word/compile/instruction.ts'

describe('The name of a merge field', () => {
  it.each([
    ['plain', ' MERGEFIELD City ', 'City'],
    ['without blanks around', 'MERGEFIELD City', 'City'],
    ['in lower case', ' mergefield City', 'City'],
    ['in quotes', ' MERGEFIELD "First Name" ', 'First Name'],
    ['in curly quotes', ' MERGEFIELD “First Name” ', 'First Name'],
    ['in low and high quotes', ' MERGEFIELD „First Name“ ', 'First Name'],
    ['unquoted with a blank', ' MERGEFIELD First Name \\* MERGEFORMAT', 'First Name'],
    ['with a switch against it', ' MERGEFIELD City\\* Upper', 'City'],
    ['with a quote inside', ' MERGEFIELD "a \\"b\\" c"', 'a "b" c'],
    ['with a non-breaking blank between', ' MERGEFIELD\u00a0City', 'City'],
    ['with letters of the country', ' MERGEFIELD Straße_Nr', 'Straße_Nr'],
    ['missing', ' MERGEFIELD ', ''],
  ])('%s', (_, code, name) => {
    expect(fieldName(readInstruction(code))).toBe(name)
  })
})

describe('Switches', () => {
  it.each([
    [' MERGEFIELD a \\* MERGEFORMAT', [{ name: '*', value: 'MERGEFORMAT' }]],
    [
      ' MERGEFIELD a \\*MERGEFORMAT \\*Upper',
      [
        { name: '*', value: 'MERGEFORMAT' },
        { name: '*', value: 'Upper' },
      ],
    ],
    [
      ' MERGEFIELD a \\b "c/o " \\f", "',
      [
        { name: 'b', value: 'c/o ' },
        { name: 'f', value: ', ' },
      ],
    ],
    [' DATE \\@"d. MMMM yyyy"', [{ name: '@', value: 'd. MMMM yyyy' }]],
    [
      ' MERGEFIELD a \\m \\v',
      [
        { name: 'm', value: '' },
        { name: 'v', value: '' },
      ],
    ],
    [
      ' MERGEFIELD a \\b \\f x',
      [
        { name: 'b', value: '' },
        { name: 'f', value: 'x' },
      ],
    ],
    [' MERGEFIELD "C:\\\\x"', []],
  ])('%s', (code, switches) => {
    expect(readInstruction(code).switches).toEqual(switches)
  })

  it.each([
    [' PAGE ', 'PAGE'],
    ['= 1 + 2', '='],
    ['=SUM(ABOVE)', '='],
    ['', ''],
    [' "quoted" ', 'QUOTED'],
  ])('the kind of %j is %s', (code, kind) => {
    expect(readInstruction(code).kind).toBe(kind)
  })
})
