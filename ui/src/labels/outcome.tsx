// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { IconDownload, IconExternalLink } from '@tabler/icons-react'
import { useBlobAddress } from '../api/blob'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { StateSign } from '../parts/state'
import type { Printer } from './model'
import type { Printed } from './use-print'

/** Forms that a browser shows by itself and that cannot hold a script. */
const SHOWN = new Set(['application/pdf', 'image/png'])

/** What came of it: the document, or what the printer was sent. */
export function Outcome({ printed, printers }: { printed: Printed; printers: Printer[] }) {
  const { t } = useTexts()
  const address = useBlobAddress(printed.is === 'document' ? printed.blob : undefined)
  if (printed.is === 'sent') {
    const bad = printed.state === 'failed'
    const name = printers.find(one => one.code === printed.printer)?.name ?? printed.printer
    return (
      <section className="card label-outcome" data-state={bad ? 'bad' : 'ok'} role="status">
        <strong>
          <StateSign state={bad ? 'bad' : 'ok'} /> {t(`labels.state.${printed.state}`)}
        </strong>
        <span>{t('labels.sentTo', { count: printed.labels, n: count(printed.labels), printer: name })}</span>
      </section>
    )
  }
  return (
    <section className="card label-outcome" data-state="ok" role="status">
      <strong>
        <StateSign state="ok" /> {t('labels.made')}
      </strong>
      <span className="code">{printed.name}</span>
      {address !== undefined && (
        <span className="label-buttons">
          {SHOWN.has(printed.blob.type.split(';')[0] ?? '') && (
            <Button
              component="a"
              href={address}
              target="_blank"
              rel="noopener"
              variant="default"
              leftSection={<IconExternalLink size={16} aria-hidden />}
            >
              {t('labels.open')}
            </Button>
          )}
          <Button
            component="a"
            href={address}
            download={printed.name}
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('labels.save')}
          </Button>
        </span>
      )}
    </section>
  )
}
