// What columns of interactions and of purchases may be called: Business Central's interaction log entries and value entries in five
// languages, and what people type. As in headerNames.ts, case, accents, blanks and punctuation do not count.

import { headerNames } from './headerNames.ts'
import type { InteractionTarget, PurchaseTarget } from './importTargets.ts'

const { email, fullName, firstName, surname, companyName, postCode } = headerNames

export const interactionNames: Record<InteractionTarget, string> = {
  contactNo:
    'Fieldbook No.|Fieldbook-Nr.|Contact No.|Kontaktnr.|Kontaktnummer|Contactnr.|Contactnummer|Kontaktnummer|N° contact|Numéro de contact',
  externalId:
    'Contact External ID|External ID of the Contact|Customer No.|Kundennr.|Kundennummer|Klantnr.|Klantnummer|Kundenr.|Kundenummer|N° client|Externe ID des Kontakts|Externe ID Kontakt|Externe id contact|Ekstern ID kontakt|ID externe du contact',
  email: `Contact E-mail|E-Mail des Kontakts|${email}`,
  firstName,
  surname,
  postCode,
  fullName: `Contact|Person|Kontakt|Naam contact|Naam van contact|Kontaktens navn|Nom contact|${fullName}`,
  companyName: `Contact Company Name|Kontakt Unternehmensname|Kontaktunternehmensname|Unternehmensname des Kontakts|Naam contactbedrijf|Bedrijfsnaam contact|Kontaktens firmanavn|Nom société contact|${companyName}`,
  day: 'Date|Day|Interaction Date|Date of Interaction|Datum|Tag|Datum der Aktivität|Aktivitätsdatum|Interaktionsdatum|Datum interactie|Dag|Dato|Interaksjonsdato|Dato for interaksjon|Jour|Date interaction|Date d’interaction|Start Date|Startdatum|Beginnt am|Begint op|Startdato|Date de début|Début|Begin',
  time: 'Time|Time of Interaction|Start Time|Uhrzeit|Zeit|Zeit der Aktivität|Uhrzeit der Aktivität|Uhrzeit Aktivität|Beginnt um|Tijd|Tijd van interactie|Tijdstip van interactie|Begint om|Tid|Klokkeslett|Tidspunkt|Tidspunkt for interaksjon|Starttidspunkt|Heure|Heure interaction|Heure d’interaction',
  description:
    'Description|Interaction Description|Beschreibung|Bezeichnung|Omschrijving|Beschrijving|Beskrivelse|Désignation|Description de l’interaction',
  subject: 'Subject|Betreff|Thema|Onderwerp|Emne|Objet|Sujet',
  template:
    'Samhandlingsmal|Samhandlingsmalkode|Interaction Template Code|Interaction Template|Template|Template Code|Interaction Type|Type|Kind|Aktivitätenvorlagencode|Aktivitätsvorlagencode|Aktivitätenvorlage|Aktivitätsvorlage|Aktivitätsart|Interaktionsvorlagencode|Interaktionsvorlage|Vorlage|Vorlagencode|Art|Interactiesjabloon|Interactiesjablooncode|Sjabloon|Code interactiesjabloon|Soort|Interaksjonsmal|Interaksjonsmalkode|Mal|Malkode|Code modèle interaction|Modèle d’interaction|Modèle interaction|Modèle',
  interactionGroup:
    'Samhandlingsgruppe|Interaction Group Code|Interaction Group|Aktivitätengruppencode|Aktivitätengruppe|Aktivitätsgruppencode|Aktivitätsgruppe|Interaktionsgruppe|Interaktionsgruppencode|Interactiegroep|Interactiegroepcode|Interaksjonsgruppe|Interaksjonsgruppekode|Code groupe interaction|Groupe d’interactions|Groupe interaction',
  salesperson:
    'Salesperson Code|Salesperson|Salesperson Name|Sales Rep|Owner|Verkäufercode|Verkäufer|Außendienst|Vertreter|Betreuer|Mitarbeiter|Verkoperscode|Verkopercode|Verkoper|Selgerkode|Selger|Code vendeur|Vendeur|Commercial|Représentant',
  campaign:
    'Campaign No.|Campaign|Campaign Name|Kampagnennr.|Kampagne|Kampagnennummer|Campagnenr.|Campagne|Kampanjenr.|Kampanje|N° campagne',
  correspondenceType: 'Correspondence Type|Korrespondenzart|Correspondentietype|Korrespondansetype|Type correspondance',
  informationFlow:
    'Flux d’information|Information Flow|Direction|Informationsfluss|Richtung|Informatiestroom|Richting|Informasjonsflyt|Retning|Flux information|Flux d’informations|Sens',
  initiatedBy:
    'Initiated By|Initiiert durch|Initiiert von|Veranlasst durch|Ausgelöst durch|Geïnitieerd door|Initiatief van|Initiert av|Initié par|À l’initiative de|Initiative de',
  cost: 'Cost|Costs|Cost (LCY)|Unit Cost (LCY)|Kosten|Kosten (MW)|Kosten (LV)|Kostnad|Kostnad (NOK)|Kostnader|Coût|Coûts|Coût DS|Coût (DS)',
  duration:
    'Duration|Duration (Min.)|Minutes|Dauer|Dauer (Min.)|Minuten|Duur|Tijdsduur|Tijdsduur (min.)|Duur (min.)|Varighet|Varighet (min.)|Minutter|Durée|Durée (min.)',
  evaluation: 'Evaluation|Rating|Bewertung|Beurteilung|Evaluatie|Beoordeling|Evaluering|Vurdering|Évaluation',
  comment:
    'Comment|Comments|Note|Notes|Remark|Remarks|Bemerkung|Bemerkungen|Kommentar|Notiz|Notizen|Anmerkung|Opmerking|Opmerkingen|Notitie|Notities|Kommentarer|Merknad|Notat|Notater|Commentaire|Commentaires|Remarque|Remarques',
  attemptFailed:
    'Attempt Failed|Failed|Not Reached|Kontaktversuch gescheitert|Kontaktversuch fehlgeschlagen|Versuch gescheitert|Versuch fehlgeschlagen|Nicht erreicht|Poging mislukt|Mislukt|Niet bereikt|Forsøk mislyktes|Mislykket forsøk|Mislykket|Tentative échouée|Échec tentative|Échec',
  cancelled: 'Canceled|Cancelled|Storniert|Abgebrochen|Geannuleerd|Annullert|Avbrutt|Annulé|Annulée',
  campaignResponse:
    'Campaign Response|Response|Kampagnenreaktion|Kampagnenantwort|Campagnereactie|Campagnerespons|Kampanjesvar|Kampanjerespons|Réponse campagne|Réponse à la campagne',
  response:
    'Response Status|Member Status|Response Type|Reaktionsstatus|Reaktion|Art der Reaktion|Reactiestatus|Responsstatus|Svarstatus|Statut de réponse',
  respondedDay:
    'Geantwoord op|Svart den|Answered On|Responded On|Response Date|Antwort am|Beantwortet am|Beantwoord op|Besvart|Svar mottatt|Répondu le',
}

export const purchaseNames: Record<PurchaseTarget, string> = {
  contactNo:
    'Fieldbook No.|Fieldbook-Nr.|Company No.|Contact No.|Contact Company No.|Kontaktnr.|Kontaktnummer|Unternehmensnr.|Firmennr.|Firmennummer|Contactnr.|Bedrijfsnr.|Bedrijfsnummer|Firmanr.|Firmanummer|N° société|N° contact',
  externalId:
    'Company External ID|External ID|Customer No.|Sell-to Customer No.|Bill-to Customer No.|Source No.|Customer ID|Kundennr.|Kundennummer|Verk. an Deb.-Nr.|Debitorennr.|Debitornr.|Debitor|Herkunftsnr.|Externe ID|Klantnr.|Klantnummer|Herkomstnr.|Bronnr.|Debiteurnr.|Kundenr.|Kundenummer|Kildenr.|Ekstern ID|N° client|N° origine|Numéro client|ID externe',
  companyName: `Customer|Customer Name|Name|Sell-to Customer Name|Kunde|Kundenname|Debitorenname|Name des Kunden|Klant|Klantnaam|Naam|Kundenavn|Navn|Client|Nom client|Nom du client|Nom|${companyName}`,
  email,
  fullName: 'Contact|Contact Name|Person|Kontakt|Kontaktname|Ansprechpartner|Contactpersoon|Kontaktperson|Kontaktnavn|Nom du contact',
  firstName,
  surname,
  postCode,
  day: 'Date|Day|Posting Date|Purchase Date|Order Date|Invoice Date|Document Date|Valuation Date|Datum|Tag|Buchungsdatum|Kaufdatum|Rechnungsdatum|Bestelldatum|Auftragsdatum|Belegdatum|Boekingsdatum|Aankoopdatum|Factuurdatum|Orderdatum|Documentdatum|Dato|Bokføringsdato|Kjøpsdato|Fakturadato|Ordredato|Bilagsdato|Jour|Date comptabilisation|Date comptable|Date d’achat|Date facture|Date de facture|Date commande|Date document',
  itemNo:
    'Item No.|Item Number|Item|Product No.|Product Code|Product|SKU|Article No.|Artikelnr.|Artikelnummer|Artikel|Artikel-Nr.|Produktnr.|Produktnummer|Productnr.|Productcode|Varenr.|Varenummer|Vare|N° article|Référence|Réf. article|Code article|Article',
  description:
    'Description|Item Description|Product Name|Item Name|Beschreibung|Bezeichnung|Artikelbezeichnung|Artikelbeschreibung|Produktname|Omschrijving|Artikelomschrijving|Productnaam|Beskrivelse|Varenavn|Varebeskrivelse|Désignation|Libellé|Désignation article',
  itemGroup:
    'Item Group|Item Category|Item Category Code|Inventory Posting Group|Product Group|Category|Product Category|Artikelgruppe|Artikelkategorie|Artikelkategoriencode|Lagerbuchungsgruppe|Warengruppe|Produktgruppe|Kategorie|Artikelgroep|Artikelcategorie|Artikelcategoriecode|Voorraadboekingsgroep|Productgroep|Categorie|Varegruppe|Varekategori|Varekategorikode|Varebokføringsgruppe|Lagerbokføringsgruppe|Produktgruppe|Kategori|Groupe articles|Catégorie article|Code catégorie article|Groupe compta. stock|Groupe d’articles|Famille|Catégorie',
  quantity:
    'Quantity|Qty.|Invoiced Quantity|Valued Quantity|Pieces|Menge|Anzahl|Stück|Stückzahl|Fakturierte Menge|Bewertete Menge|Aantal|Hoeveelheid|Gefactureerd aantal|Gewaardeerd aantal|Antall|Kvantum|Fakturert antall|Verdsatt antall|Quantité|Qté|Quantité facturée|Quantité valorisée',
  amount:
    'Amount|Sales Amount|Sales Amount (Actual)|Line Amount|Total|Revenue|Turnover|Value|Betrag|Umsatz|Verkaufsbetrag|Verkaufsbetrag (tatsächl.)|Verkaufsbetrag (tatsächlich)|Zeilenbetrag|Gesamt|Wert|Summe|Nettobetrag|Bedrag|Omzet|Verkoopbedrag|Verkoopbedrag (werkelijk)|Regelbedrag|Totaal|Beløp|Salgsbeløp|Salgsbeløp (faktisk)|Linjebeløp|Omsetning|Sum|Verdi|Montant|Montant vente|Montant vente (réel)|Montant ligne|Chiffre d’affaires|CA|Valeur',
}

/** Names that mean this only when no other column does. */
export const weakInteractionNames: Partial<Record<InteractionTarget, string>> = {
  externalId:
    'Contact ID|Kontakt-ID|Contact-ID|ID contact|Contact Company No.|Unternehmensnr.|Kontakt Unternehmensnr.|Nr. contactbedrijf|Firmanr.|N° société contact',
  contactNo: 'No.|Nr.|Nummer|Number|Numéro|N°',
  day: 'Posting Date|Created|Created On|Erstellt am|Buchungsdatum|Logged|Gemaakt op|Opprettet|Créé le',
  description: 'Text|Titel|Title|Titre|Tittel',
  salesperson: 'User ID|Logged By|User|Benutzer|Benutzer-ID|Gebruiker|Gebruikers-ID|Bruker|Bruker-ID|Utilisateur|Code utilisateur',
}
export const weakPurchaseNames: Partial<Record<PurchaseTarget, string>> = {
  externalId: 'No.|Nr.|Nummer|Number|Numéro|N°|ID',
  description: 'Text|Titel|Title|Titre|Tittel|Name 2',
}
