// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { SameKeys } from '../../i18n/same-keys'
import type english from './en'

export default {
  acts: 'Vorgänge',
  all: 'Alle Buchungen',
  askAdministrator: 'Es gibt noch keine Artikel und Orte. Zuerst legt sie ein Administrator an.',
  byDay: 'Vorgänge nach Tag',
  byWeek: 'Bestand nach Woche des Ablaufs',
  day: 'Tag',
  done: 'erledigt',
  figure: {
    expiring: 'Läuft bald ab',
    expired: 'Abgelaufen',
    held: 'Gesperrt',
    twins: 'Mögliche Doppelgänger',
    unknown: 'Herkunft unbekannt',
    entries: 'Buchungen',
  },
  figures: 'Das Buch heute',
  last: 'Letzte Buchungen',
  lots: 'Chargen',
  more: '{{n}}+',
  openRecalls: 'Offene Rückrufe',
  nothingDated: 'In den nächsten 26 Wochen läuft nichts im Bestand ab.',
  serials: 'Seriennummern',
  step: {
    items: 'Artikel anlegen',
    itemsHow: 'Was verfolgt wird, nach Charge oder Seriennummer.',
    places: 'Orte anlegen',
    placesHow: 'Ein Standort und seine Lagerplätze.',
    partners: 'Partner anlegen',
    partnersHow: 'Lieferanten und Kunden.',
    import: 'Oder eine Datei importieren',
    importHow: 'Artikel, Orte, Partner und Bestand als CSV oder Excel, oder ein EPCIS-Dokument.',
    receive: 'Die erste Ware buchen',
    receiveHow: 'Einfach scannen, was ankommt. Ab dann lässt sich jedes Stück verfolgen.',
  },
  table: 'Tabelle',
  weekFrom: 'Woche ab',
  welcome: 'Willkommen',
  welcomeHow: 'Noch ist nichts gebucht. Die ersten Schritte:',
  what: {
    expiring: 'in den nächsten {{days}} Tagen',
    expired: 'noch im Bestand',
    held: 'Chargen und Seriennummern',
    twins: 'eine Nummer, zwei Dinge',
    unknown: 'zu klären',
    entries: 'insgesamt erfasst',
  },
} satisfies SameKeys<typeof english>
