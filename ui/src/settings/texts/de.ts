// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { SameKeys } from '../../i18n/same-keys'
import type english from './en'

export default {
  about: 'Über Gozinto',
  act: 'Darf buchen',
  again: 'Erneut prüfen',
  alone: 'Auf diesem Gerät',
  change: 'Passwort ändern',
  changed: 'Das Passwort ist geändert. Andere Sitzungen sind beendet.',
  current: 'Bisheriges Passwort',
  entries_one: '{{entries}} Buchung',
  entries_other: '{{entries}} Buchungen',
  first: 'Erster Unterschied',
  hash: 'Prüfsumme der letzten Buchung',
  language: 'Sprache',
  lastEntry: 'Letzte Buchung',
  ledger: 'Buch prüfen',
  ledgerWhy:
    'Geht die Prüfsummen durch, bucht alles in einem Hilfsbuch nach und vergleicht. Andere arbeiten währenddessen weiter.',
  me: 'Wer ich bin',
  new: 'Neues Passwort',
  nothing: 'Nichts: Diese Rolle liest',
  password: 'Passwort',
  passwordRule: 'Mindestens 12 Zeichen; einige Wörter hintereinander sind gut. Alle anderen Sitzungen enden.',
  role: 'Rolle',
  running: 'Prüft seit {{when}}. Sie können hier weiterarbeiten; das Ergebnis wartet auf dieser Seite.',
  scheme: {
    auto: 'Wie das Gerät',
    dark: 'Dunkel',
    light: 'Hell',
  },
  schemeLabel: 'Farben',
  sound: 'Ton nach einem Scan',
  soundHow: 'Hoch und kurz: richtig. Tief und zweimal: falsch. Steigend: fertig.',
  started: 'Gebaut',
  try: {
    done: 'Fertig',
    right: 'Richtig',
    wrong: 'Falsch',
  },
  tryWhat: 'Töne ausprobieren',
  user: 'Benutzer',
  verified: 'Das Buch ist unversehrt',
  verifiedHow: '{{entries}} geprüft in {{seconds}} s',
  verify: 'Prüfen',
  version: 'Version',
  wrong: 'Das Buch ist nicht mehr, was es war',
  wrongDo:
    'Bitte nicht weiter buchen und zum Vergleich die letzte gute Sicherung daneben einspielen. Dieses Ergebnis aufbewahren.',
} satisfies SameKeys<typeof english>
