// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { SameKeys } from '../../i18n/same-keys'
import type english from './en'

export default {
  allOfOne: 'Alle gehören zu einer Sache',
  already: 'Schon gescannt',
  camera: 'Kamera',
  close: 'Kamera schließen',
  dropPhoto: 'Dieses Foto verwerfen',
  inPhoto_one: 'Ein Code ist auf dem Foto',
  inPhoto_other: '{{count}} Codes sind auf dem Foto. Welcher?',
  noCode: 'Kein Code gefunden',
  noCodeDo: 'Näher heran, gerade von oben und bei gutem Licht, mit dem weißen Rand um den Code.',
  noCommand: 'Diesen Befehl gibt es nicht',
  nth: 'Kamera {{n}}',
  photo: 'Codes von einem Foto',
  photoBad: 'Das Foto lässt sich nicht lesen',
  photoFault: {
    broken: 'Die Datei ist beschädigt, oder dieser Browser öffnet sie nicht. Noch einmal aufnehmen, als JPEG oder PNG.',
    noImage: 'Das ist kein Bild. Ein Foto wählen (JPEG, PNG, GIF, WebP, BMP).',
    tooLarge: 'Die Datei hat mehr als {{bytes}} MB. Ein kleineres Foto wählen.',
    tooLong: 'Die Suche nach Codes darin hat zu lange gedauert. Das Foto auf das Etikett zuschneiden.',
    tooManyPixels: 'Das Bild hat mehr als {{pixels}} Millionen Bildpunkte. Ein kleineres Foto wählen.',
  },
  point: 'Die Kamera auf einen Code richten',
  scanned_one: '{{count}} gescannt',
  scanned_other: '{{count}} gescannt',
  torch: 'Licht',
  trouble: {
    busy: 'Die Kamera antwortet nicht',
    denied: 'Die Kamera ist nicht erlaubt',
    insecure: 'Keine Kamera ohne sichere Verbindung',
    none: 'Es gibt keine Kamera',
  },
  troubleDo: {
    busy: 'Vielleicht verwendet sie ein anderes Programm. Dieses schließen oder eine andere Kamera wählen und noch einmal versuchen.',
    denied:
      'Sie in den Einstellungen des Browsers, neben der Adresse, für diese Seite erlauben und noch einmal versuchen.',
    insecure:
      'Browser geben die Kamera nur Seiten mit https. Der Server hat es mit gozinto serve --tls; wer ihn betreibt, hilft weiter. Ein Foto lässt sich trotzdem lesen.',
    none: 'Eine anschließen und noch einmal versuchen, oder ein Foto wählen.',
  },
  which: 'Kamera wählen',
  withCamera: 'Mit der Kamera scannen',
} satisfies SameKeys<typeof english>
