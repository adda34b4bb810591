// Windows' numbers of languages (`\l 1031`) and their tags. Public source: [MS-LCID].

const numbers: Record<string, number> = {
  ...{ 'ar-SA': 1025, 'bg-BG': 1026, 'ca-ES': 1027, 'zh-TW': 1028, 'cs-CZ': 1029, 'da-DK': 1030, 'de-DE': 1031, 'el-GR': 1032 },
  ...{ 'en-US': 1033, 'fi-FI': 1035, 'fr-FR': 1036, 'he-IL': 1037, 'hu-HU': 1038, 'is-IS': 1039, 'it-IT': 1040, 'ja-JP': 1041 },
  ...{ 'ko-KR': 1042, 'nl-NL': 1043, 'nb-NO': 1044, 'pl-PL': 1045, 'pt-BR': 1046, 'rm-CH': 1047, 'ro-RO': 1048, 'ru-RU': 1049 },
  ...{ 'hr-HR': 1050, 'sk-SK': 1051, 'sq-AL': 1052, 'sv-SE': 1053, 'th-TH': 1054, 'tr-TR': 1055, 'ur-PK': 1056, 'id-ID': 1057 },
  ...{ 'uk-UA': 1058, 'be-BY': 1059, 'sl-SI': 1060, 'et-EE': 1061, 'lv-LV': 1062, 'lt-LT': 1063, 'fa-IR': 1065, 'vi-VN': 1066 },
  ...{ 'hy-AM': 1067, 'eu-ES': 1069, 'mk-MK': 1071, 'af-ZA': 1078, 'ka-GE': 1079, 'hi-IN': 1081, 'ms-MY': 1086, 'kk-KZ': 1087 },
  ...{ 'sw-KE': 1089, 'cy-GB': 1106, 'gl-ES': 1110, 'ga-IE': 2108, 'lb-LU': 1134, 'fy-NL': 1122, 'mt-MT': 1082, 'bs-Latn-BA': 5146 },
  ...{ 'ar-EG': 3073, 'ar-AE': 14337, 'zh-CN': 2052, 'zh-HK': 3076, 'zh-SG': 4100, 'de-CH': 2055, 'de-AT': 3079, 'de-LU': 4103 },
  ...{ 'de-LI': 5127, 'en-GB': 2057, 'en-AU': 3081, 'en-CA': 4105, 'en-NZ': 5129, 'en-IE': 6153, 'en-ZA': 7177, 'en-IN': 16393 },
  ...{ 'es-ES': 3082, 'es-MX': 2058, 'es-AR': 11274, 'es-CO': 9226, 'es-CL': 13322, 'fr-BE': 2060, 'fr-CA': 3084, 'fr-CH': 4108 },
  ...{ 'fr-LU': 5132, 'it-CH': 2064, 'nl-BE': 2067, 'nn-NO': 2068, 'pt-PT': 2070, 'sv-FI': 2077, 'sr-Latn-RS': 9242, 'sr-Cyrl-RS': 10266 },
}

const tags = new Map(Object.entries(numbers).map(([tag, number]) => [number, tag]))
/** Old numbers of the same languages. */
for (const [number, tag] of [
  [1034, 'es-ES'],
  [2074, 'sr-Latn-RS'],
  [3098, 'sr-Cyrl-RS'],
] as const)
  tags.set(number, tag)

const byLanguage = new Map<string, number>()
for (const [tag, number] of Object.entries(numbers)) {
  const plain = tag.split('-')[0] as string
  if (!byLanguage.has(plain)) byLanguage.set(plain, number)
}

/** `de-AT` of 3079, also written as text; undefined for a number of no language known here. */
export function languageOfLcid(lcid: number | string): string | undefined {
  const number = typeof lcid === 'number' ? lcid : /^\s*\d{1,6}\s*$/.test(lcid) ? Number(lcid) : NaN
  return tags.get(number)
}

/** 3079 of `de-AT`; of a language alone the number of its first country: 1031 of `de`. */
export function lcidOf(language: string): number | undefined {
  const folded = language.trim().replace(/_/g, '-').toLowerCase()
  const exact = Object.keys(numbers).find((tag) => tag.toLowerCase() === folded)
  const plain = folded.split('-')[0] === 'no' ? 'nb' : (folded.split('-')[0] as string)
  return exact === undefined ? byLanguage.get(plain) : numbers[exact]
}
