// What the page says, in both languages. It stands apart from the app's texts, for the app may be what does not start.

export const words = {
  en: {
    title: 'Save your data without the app',
    intro:
      'This page is for the case that Fieldbook does not start. It reads what is stored on this tablet, without the app and without a network, and changes nothing.',
    looking: 'Looking for your data …',
    none: 'There is no data of Fieldbook in this browser. If you used Fieldbook from the home screen, open this page from there; another browser keeps its own data.',
    cannot: (detail) =>
      `The data could not be opened (${detail}). Close all other windows of Fieldbook and load this page again. If this stays, restart the tablet; do not remove the app and do not clear the browser’s data.`,
    which: 'Data kept here',
    inUse: 'in use',
    prepare: 'Prepare a backup of everything',
    prepareCsv: 'Prepare the contacts for Excel (CSV)',
    preparing: (table, done, all) => `${table}: ${done} of ${all} …`,
    save: (name, size) => `Save ${name} (${size})`,
    saved: (name) => `${name} was handed to the browser. Look whether it lies where you wanted it before you do anything else.`,
    lost: (count) =>
      count === 1
        ? 'One row could not be read and is missing in the file.'
        : `${count} rows could not be read and are missing in the file.`,
    broken: (table) => `“${table}” could not be read to the end: some of its rows may be missing in the file.`,
    unknown: 'Where a question mark stands, the browser could not count. Save what can be read all the same.',
    failed: (detail) => `It did not work (${detail}). Your data is as it was. Make room on the tablet and try again.`,
    next: 'Then',
    step1: 'Put the file where this tablet cannot lose it: another device, a shared folder, a mail to yourself. It is not encrypted.',
    step2: 'Try Fieldbook again. If it still does not start, open it on another tablet or in another browser.',
    step3: 'There choose “Restore a backup” and the file. Everything is there again: contacts, segments, log, letters.',
    open: 'Open Fieldbook',
    snapshots: 'Copies that Fieldbook made by itself',
    snapshotsMore: 'They are older than the data above. Save one when the data above cannot be read.',
    tables: {
      contacts: 'Contacts',
      segments: 'Open segments',
      loggedSegments: 'Logged segments',
      entries: 'Log entries',
      templates: 'Interaction templates',
      attachments: 'Documents',
      campaigns: 'Campaigns',
      tasks: 'Tasks',
      opportunities: 'Opportunities',
      callRounds: 'Call rounds',
      purchases: 'Purchases',
    },
  },
  de: {
    title: 'Daten ohne die App sichern',
    intro:
      'Diese Seite ist für den Fall, dass Fieldbook nicht startet. Sie liest, was auf diesem Tablet gespeichert ist, ohne die App und ohne Netz, und ändert nichts.',
    looking: 'Ihre Daten werden gesucht …',
    none: 'In diesem Browser gibt es keine Daten von Fieldbook. Wenn Sie Fieldbook vom Home-Bildschirm benutzt haben, öffnen Sie diese Seite von dort; ein anderer Browser hat eigene Daten.',
    cannot: (detail) =>
      `Die Daten konnten nicht geöffnet werden (${detail}). Schließen Sie alle anderen Fenster von Fieldbook und laden Sie diese Seite neu. Bleibt es so, starten Sie das Tablet neu; entfernen Sie die App nicht und löschen Sie keine Browserdaten.`,
    which: 'Daten, die hier liegen',
    inUse: 'in Gebrauch',
    prepare: 'Sicherung von allem vorbereiten',
    prepareCsv: 'Kontakte für Excel vorbereiten (CSV)',
    preparing: (table, done, all) => `${table}: ${done} von ${all} …`,
    save: (name, size) => `${name} speichern (${size})`,
    saved: (name) =>
      `${name} wurde dem Browser übergeben. Sehen Sie nach, ob die Datei dort liegt, wo Sie sie haben wollten, bevor Sie etwas anderes tun.`,
    lost: (count) =>
      count === 1
        ? 'Eine Zeile konnte nicht gelesen werden und fehlt in der Datei.'
        : `${count} Zeilen konnten nicht gelesen werden und fehlen in der Datei.`,
    broken: (table) => `„${table}“ ließ sich nicht bis zum Ende lesen: In der Datei fehlen vielleicht Zeilen davon.`,
    unknown: 'Wo ein Fragezeichen steht, konnte der Browser nicht zählen. Sichern Sie trotzdem, was sich lesen lässt.',
    failed: (detail) =>
      `Es hat nicht geklappt (${detail}). Ihre Daten sind wie zuvor. Schaffen Sie Platz auf dem Tablet und versuchen Sie es noch einmal.`,
    next: 'Danach',
    step1:
      'Legen Sie die Datei dorthin, wo dieses Tablet sie nicht verlieren kann: auf ein anderes Gerät, in einen gemeinsamen Ordner, in eine Mail an Sie selbst. Sie ist nicht verschlüsselt.',
    step2:
      'Versuchen Sie Fieldbook noch einmal. Startet es immer noch nicht, öffnen Sie es auf einem anderen Tablet oder in einem anderen Browser.',
    step3: 'Wählen Sie dort „Sicherung wiederherstellen“ und die Datei. Alles ist wieder da: Kontakte, Segmente, Protokoll, Briefe.',
    open: 'Fieldbook öffnen',
    snapshots: 'Kopien, die Fieldbook von selbst erstellt hat',
    snapshotsMore: 'Sie sind älter als die Daten oben. Speichern Sie eine, wenn sich die Daten oben nicht lesen lassen.',
    tables: {
      contacts: 'Kontakte',
      segments: 'Offene Segmente',
      loggedSegments: 'Protokollierte Segmente',
      entries: 'Protokollposten',
      templates: 'Aktivitätenvorlagen',
      attachments: 'Dokumente',
      campaigns: 'Kampagnen',
      tasks: 'Aufgaben',
      opportunities: 'Verkaufschancen',
      callRounds: 'Anrufrunden',
      purchases: 'Käufe',
    },
  },
}
