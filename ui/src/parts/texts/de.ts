// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { SameKeys } from '../../i18n/same-keys'
import type english from './en'

export default {
  again: 'Noch einmal',
  copied: 'Kopiert',
  copy: 'Kopieren: {{name}}',
  expected: 'erwartet: {{what}}',
  failed: 'Etwas ist schiefgegangen',
  inRecall: 'Im Rückruf {{recall}}: nicht verwenden, liefern oder verkaufen',
  inRecallShort: 'Im Rückruf {{recall}}',
  marked: 'Markiert, bitte von Hand kopieren',
  stoppedSince: 'gesperrt seit',
  unreachable: 'Der Server ist nicht erreichbar',
  unreachableAction: 'Bitte das Netz prüfen. Ihre Eingaben bleiben auf diesem Gerät erhalten.',
  waiting: 'Wird geladen',
} satisfies SameKeys<typeof english>
