// What the parts hold in the gallery: names, and words as long as German has them, in every language the same.

export const person = 'Anna Maier-Huber'
export const company = 'Bäckerei Höllerer KG · Graz'
/** One word that cannot be divided at a blank. */
export const longWord = 'Unternehmenskommunikationsbeauftragte'
export const longLine = 'Aktivitätenprotokollierungsberechtigung für Vertriebsaußendienstmitarbeiterinnen und -mitarbeiter'
