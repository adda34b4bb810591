// Word's own names for the parts of an address list. ADDRESSBLOCK, GREETINGLINE and `MERGEFIELD \m` speak of these; a document says
// in its settings which column of its list stood for which. Public source: ECMA-376 part 1, 17.14.26 mappedName; [MS-OI29500].

export const standardNames = [
  ...(['Unique Identifier', 'Courtesy Title', 'First Name', 'Middle Name', 'Last Name', 'Suffix', 'Nickname', 'Job Title'] as const),
  ...(['Company', 'Address 1', 'Address 2', 'City', 'State', 'Postal Code', 'Country or Region', 'Business Phone'] as const),
  ...(['Business Fax', 'Home Phone', 'Home Fax', 'E-mail Address', 'Web Page', 'Spouse Courtesy Title', 'Spouse First Name'] as const),
  ...(['Spouse Middle Name', 'Spouse Last Name', 'Spouse Nickname', 'Phonetic Guide for First Name'] as const),
  ...(['Phonetic Guide for Last Name', 'Address 3', 'Department'] as const),
] as const

export type StandardName = (typeof standardNames)[number]

const known: ReadonlySet<string> = new Set(standardNames)

export const isStandardName = (name: string): name is StandardName => known.has(name)
