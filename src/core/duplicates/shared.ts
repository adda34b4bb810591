// E-mail addresses that belong to a place and not to a person: whoever sits there reads them. After RFC 2142 (mailbox names for common
// services), and as firms call them.

const places = new Set(
  (
    'info office kontakt contact contacto contatto mail email post postmaster webmaster sales vertrieb verkauf ventas vendite marketing ' +
    'einkauf service support help hello hallo hei bonjour buero sekretariat secretariat zentrale empfang reception verwaltung rechnung ' +
    'rechnungen invoice faktura buchhaltung accounting admin administration team shop bestellung order orders privat firma company ' +
    'kundenservice werkstatt praxis kanzlei gemeinde verein none no noreply'
  ).split(' '),
)

/** Whether several people may have this address, folded. */
export const isShared = (email: string): boolean => places.has(email.slice(0, Math.max(0, email.indexOf('@'))))
