// Where a row of the card leads.
const to = (page: string) => (id: string) => `#/${page}/${encodeURIComponent(id)}`

export const contactHref = to('contacts')
export const segmentHref = to('segments')
export const loggedHref = to('logged')
export const campaignHref = to('campaigns')
