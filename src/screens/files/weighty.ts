// Which acts weigh so much that the journal shows them by themselves: files, logs, restores, and what takes things away.
export const weightyActs: ReadonlySet<string> = new Set([
  ...['importContacts', 'importInteractions', 'importPurchases', 'loadSample', 'removeSample', 'restore'],
  ...['logSegment', 'cancelLogged', 'uncancelLogged', 'resend', 'cancelEntries', 'uncancelEntries'],
  ...['deleteCancelledSegments', 'deleteCancelledEntries', 'deleteSegment', 'deleteTemplate', 'deleteCriteria', 'deletePurchase'],
  ...['deleteContacts', 'forgetContact', 'bulkContacts', 'handOverIn', 'handOverOut', 'partOfBackup'],
])
