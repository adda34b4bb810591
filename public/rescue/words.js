// What the page says, in each language of the app. It stands apart from the app's texts, for the app may be what does not start.

export const words = {
  en: {
    language: 'Language',
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
    language: 'Sprache',
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
  nl: {
    language: 'Taal',
    title: 'Uw gegevens opslaan zonder de app',
    intro:
      'Deze pagina is voor het geval dat Fieldbook niet start. Ze leest wat op deze tablet is opgeslagen, zonder de app en zonder netwerk, en wijzigt niets.',
    looking: 'Uw gegevens worden gezocht …',
    none: 'In deze browser staan geen gegevens van Fieldbook. Gebruikte u Fieldbook vanaf het beginscherm, open deze pagina dan van daaruit; een andere browser heeft eigen gegevens.',
    cannot: (detail) =>
      `De gegevens konden niet worden geopend (${detail}). Sluit alle andere vensters van Fieldbook en laad deze pagina opnieuw. Blijft het zo, start de tablet dan opnieuw; verwijder de app niet en wis geen browsergegevens.`,
    which: 'Gegevens die hier staan',
    inUse: 'in gebruik',
    prepare: 'Een back-up van alles voorbereiden',
    prepareCsv: 'De contacten voor Excel (CSV) voorbereiden',
    preparing: (table, done, all) => `${table}: ${done} van ${all} …`,
    save: (name, size) => `${name} opslaan (${size})`,
    saved: (name) => `${name} is aan de browser gegeven. Kijk of het bestand staat waar u het wilde voordat u iets anders doet.`,
    lost: (count) =>
      count === 1
        ? 'Eén rij was niet te lezen en ontbreekt in het bestand.'
        : `${count} rijen waren niet te lezen en ontbreken in het bestand.`,
    broken: (table) => `“${table}” was niet tot het einde te lezen: in het bestand ontbreken misschien rijen ervan.`,
    unknown: 'Waar een vraagteken staat, kon de browser niet tellen. Sla toch op wat te lezen is.',
    failed: (detail) => `Het lukte niet (${detail}). Uw gegevens zijn zoals ze waren. Maak ruimte op de tablet en probeer het opnieuw.`,
    next: 'Daarna',
    step1:
      'Zet het bestand waar deze tablet het niet kan verliezen: een ander apparaat, een gedeelde map, een mail aan uzelf. Het is niet versleuteld.',
    step2: 'Probeer Fieldbook nog eens. Start het nog steeds niet, open het dan op een andere tablet of in een andere browser.',
    step3: 'Kies daar “Back-up terugzetten” en het bestand. Alles is er weer: contacten, segmenten, logboek, brieven.',
    open: 'Fieldbook openen',
    snapshots: 'Kopieën die Fieldbook vanzelf maakte',
    snapshotsMore: 'Ze zijn ouder dan de gegevens hierboven. Sla er een op als die niet te lezen zijn.',
    tables: {
      contacts: 'Contacten',
      segments: 'Open segmenten',
      loggedSegments: 'Geregistreerde segmenten',
      entries: 'Logposten',
      templates: 'Interactiesjablonen',
      attachments: 'Documenten',
      campaigns: 'Campagnes',
      tasks: 'Taken',
      opportunities: 'Opportunity’s',
      callRounds: 'Belrondes',
      purchases: 'Aankopen',
    },
  },
  nb: {
    language: 'Språk',
    title: 'Lagre dataene dine uten appen',
    intro:
      'Denne siden er for det tilfellet at Fieldbook ikke starter. Den leser det som er lagret på dette nettbrettet, uten appen og uten nettverk, og endrer ingenting.',
    looking: 'Ser etter dataene dine …',
    none: 'Det finnes ingen Fieldbook-data i denne nettleseren. Brukte du Fieldbook fra startskjermen, så åpne denne siden derfra; en annen nettleser har sine egne data.',
    cannot: (detail) =>
      `Dataene kunne ikke åpnes (${detail}). Lukk alle andre Fieldbook-vinduer, og last inn denne siden på nytt. Blir det ved, så start nettbrettet på nytt; ikke fjern appen, og ikke slett nettleserdata.`,
    which: 'Data som er lagret her',
    inUse: 'i bruk',
    prepare: 'Klargjør en sikkerhetskopi av alt',
    prepareCsv: 'Klargjør kontaktene for Excel (CSV)',
    preparing: (table, done, all) => `${table}: ${done} av ${all} …`,
    save: (name, size) => `Lagre ${name} (${size})`,
    saved: (name) => `${name} er gitt til nettleseren. Se om filen ligger der du ville ha den, før du gjør noe annet.`,
    lost: (count) => (count === 1 ? 'Én rad kunne ikke leses og mangler i filen.' : `${count} rader kunne ikke leses og mangler i filen.`),
    broken: (table) => `«${table}» kunne ikke leses til slutten: noen av radene kan mangle i filen.`,
    unknown: 'Der det står et spørsmålstegn, kunne ikke nettleseren telle. Lagre likevel det som kan leses.',
    failed: (detail) => `Det gikk ikke (${detail}). Dataene dine er som før. Frigjør plass på nettbrettet, og prøv igjen.`,
    next: 'Deretter',
    step1:
      'Legg filen der dette nettbrettet ikke kan miste den: en annen enhet, en delt mappe, en e-post til deg selv. Den er ikke kryptert.',
    step2: 'Prøv Fieldbook igjen. Starter den fortsatt ikke, så åpne den på et annet nettbrett eller i en annen nettleser.',
    step3: 'Velg «Gjenopprett en sikkerhetskopi» der, og filen. Alt er der igjen: kontakter, segmenter, logg, brev.',
    open: 'Åpne Fieldbook',
    snapshots: 'Kopier Fieldbook laget av seg selv',
    snapshotsMore: 'De er eldre enn dataene over. Lagre en av dem når dataene over ikke kan leses.',
    tables: {
      contacts: 'Kontakter',
      segments: 'Åpne segmenter',
      loggedSegments: 'Loggførte segmenter',
      entries: 'Loggposter',
      templates: 'Samhandlingsmaler',
      attachments: 'Dokumenter',
      campaigns: 'Kampanjer',
      tasks: 'Oppgaver',
      opportunities: 'Salgsmuligheter',
      callRounds: 'Ringerunder',
      purchases: 'Kjøp',
    },
  },
  fr: {
    language: 'Langue',
    title: 'Enregistrer vos données sans l’application',
    intro:
      'Cette page est pour le cas où Fieldbook ne démarre pas. Elle lit ce qui est enregistré sur cette tablette, sans l’application et sans réseau, et ne change rien.',
    looking: 'Recherche de vos données …',
    none: 'Il n’y a pas de données de Fieldbook dans ce navigateur. Si vous avez utilisé Fieldbook depuis l’écran d’accueil, ouvrez cette page de là\u00a0; un autre navigateur a ses propres données.',
    cannot: (detail) =>
      `Les données n’ont pas pu être ouvertes (${detail}). Fermez toutes les autres fenêtres de Fieldbook et rechargez cette page. Si cela persiste, redémarrez la tablette\u00a0; ne retirez pas l’application et n’effacez pas les données du navigateur.`,
    which: 'Données gardées ici',
    inUse: 'utilisées',
    prepare: 'Préparer une sauvegarde de tout',
    prepareCsv: 'Préparer les contacts pour Excel (CSV)',
    preparing: (table, done, all) => `${table}\u00a0: ${done} sur ${all} …`,
    save: (name, size) => `Enregistrer ${name} (${size})`,
    saved: (name) => `${name} a été remis au navigateur. Vérifiez qu’il se trouve où vous le vouliez avant de faire autre chose.`,
    lost: (count) =>
      count === 1
        ? 'Une ligne n’a pas pu être lue et manque dans le fichier.'
        : `${count} lignes n’ont pas pu être lues et manquent dans le fichier.`,
    broken: (table) => `«\u00a0${table}\u00a0» n’a pas pu être lu jusqu’au bout\u00a0: des lignes peuvent manquer dans le fichier.`,
    unknown: 'Où se trouve un point d’interrogation, le navigateur n’a pas pu compter. Enregistrez quand même ce qui peut être lu.',
    failed: (detail) => `Cela n’a pas marché (${detail}). Vos données sont comme avant. Faites de la place sur la tablette et réessayez.`,
    next: 'Ensuite',
    step1:
      'Mettez le fichier là où cette tablette ne peut pas le perdre\u00a0: un autre appareil, un dossier partagé, un mail à vous-même. Il n’est pas chiffré.',
    step2: 'Réessayez Fieldbook. S’il ne démarre toujours pas, ouvrez-le sur une autre tablette ou dans un autre navigateur.',
    step3:
      'Choisissez-y «\u00a0Restaurer une sauvegarde\u00a0» et le fichier. Tout est de nouveau là\u00a0: contacts, segments, journal, lettres.',
    open: 'Ouvrir Fieldbook',
    snapshots: 'Copies que Fieldbook a faites de lui-même',
    snapshotsMore: 'Elles sont plus anciennes que les données ci-dessus. Enregistrez-en une quand celles-ci sont illisibles.',
    tables: {
      contacts: 'Contacts',
      segments: 'Segments ouverts',
      loggedSegments: 'Segments journalisés',
      entries: 'Écritures du journal',
      templates: 'Modèles interaction',
      attachments: 'Documents',
      campaigns: 'Campagnes',
      tasks: 'Tâches',
      opportunities: 'Opportunités',
      callRounds: 'Tournées d’appels',
      purchases: 'Achats',
    },
  },
}

/** Each by its own name. */
export const languages = { en: 'English', nl: 'Nederlands', nb: 'Norsk', de: 'Deutsch', fr: 'Français' }
