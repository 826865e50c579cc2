// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { SameKeys } from '../../i18n/same-keys'
import type english from './en'

export default {
  asTrace: 'Als Verfolgung öffnen',
  askAgain: 'Neu fragen',
  because: 'wegen',
  cause: {
    late: 'spät gebucht',
    new: 'neu',
    void: 'nimmt zurück',
  },
  causes: 'Die Buchungen, die den Unterschied machen',
  change: {
    added: 'Neu dabei',
    changed: 'Geändert',
    removed: 'Entfallen',
  },
  column: {
    entry: 'Buchung',
    happened: 'Geschehen',
    what: 'Was',
  },
  counted: {
    added: 'neu dabei',
    changed: 'geändert',
    removed: 'entfallen',
    same: 'wie zuvor',
  },
  entry: 'Buchung {{seq}}',
  from: 'Vergleiche',
  frozenBy: 'eingefroren von {{who}}',
  is: 'ist',
  isChanged: 'Die Antwort ist eine andere',
  isChangedHow:
    'Bei Buchung {{seq}} sagt sie etwas anderes. Fassung {{n}} kam hinzu; was sich geändert hat, steht unten.',
  isSame: 'Die Antwort ist dieselbe',
  isSameHow: 'Bei Buchung {{seq}} sagt sie, was Fassung {{n}} sagt. Nichts kam hinzu.',
  knownAt: 'mit dem Wissen bei',
  moreCauses: 'und weitere',
  noCause: 'keine eigene Buchung',
  noEntry: 'Vor der ersten Buchung',
  none: 'Noch nichts ist eingefroren',
  noneHow:
    'Ein Umfang bewahrt die Antwort einer Verfolgung mit dem Wissen von damals auf. Erst fragen, dann einfrieren:',
  notProven: 'Nicht wie eingefroren',
  notProvenDo:
    'Etwas wurde am Server vorbei geändert, oder seither Stammdaten, die die Verfolgung liest. Bitte auch das Buch prüfen.',
  nothing: 'nichts',
  olderVersions: '{{n}} ältere Fassungen stehen nicht in dieser Liste; eine Adresse kann sie nennen.',
  oneVersion: 'Bisher gibt es eine Fassung',
  oneVersionHow: 'Bitte neu fragen, wenn mehr gebucht ist. Ist die Antwort dann eine andere, wird sie hier verglichen.',
  part: {
    amount: 'Menge',
    containers: 'Es war in anderen Behältern oder Geräten',
    precision: 'Wie sicher',
    relation: 'Was es zum Anfang ist',
    since: 'Seit',
    sources: 'Es kam anders in die Bücher',
    until: 'Bis',
  },
  proofOf: 'Nachweis der Fassung {{n}}',
  proven: 'Wie eingefroren',
  provenHow_one: 'Die Fassung ist, was die Referenz für ihre Buchung antwortet, und nichts daran wurde geändert.',
  provenHow_other:
    'Alle {{n}} Fassungen sind, was die Referenz für ihre Buchungen antwortet, und nichts daran wurde geändert.',
  recordedBy: 'gebucht von {{who}}',
  scope: 'Umfang',
  shown: 'Die Fassung und ihre Unterschiede',
  tab: {
    answer: 'Antwort {{n}}',
    changes: 'Was sich änderte',
    units: 'Einheiten von {{n}}',
  },
  to: 'mit',
  units_one: '{{n}} Einheit',
  units_other: '{{n}} Einheiten',
  verify: 'Prüfen',
  version: 'Fassung {{n}}',
  versions_one: '{{n}} Fassung',
  versions_other: '{{n}} Fassungen',
  versionsOf: 'Fassungen',
  was: 'war',
  what: 'Antworten von Verfolgungen mit dem Wissen von damals',
  whatChanged: 'Was sich änderte',
} satisfies SameKeys<typeof english>
