// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { useTexts } from '../i18n/texts'

/** Nothing is deleted: a record is taken out of use and back into it. */
export function InUse(props: {
  active: boolean
  words?: { state: string; why: string; act: string }
  disabled: boolean
  onChange: (active: boolean) => Promise<void>
}) {
  const { active, disabled, onChange } = props
  const { t } = useTexts()
  const words = props.words ?? {
    state: t(active ? 'masters.inUse' : 'masters.closed'),
    why: t(active ? 'masters.closeWhy' : 'masters.reopenWhy'),
    act: t(active ? 'masters.closeDo' : 'masters.reopenDo'),
  }
  return (
    <div className="in-use">
      <div style={{ flex: '1 1 220px' }}>
        <b>{words.state}</b>
        <div className="muted small">{words.why}</div>
      </div>
      <Button variant="default" disabled={disabled} onClick={() => void onChange(!active)}>
        {words.act}
      </Button>
    </div>
  )
}

/** Somebody goes while the form has changes that were not saved. */
export function Leaving({ stay, close }: { stay: () => void; close: () => void }) {
  const { t } = useTexts()
  return (
    <div className="in-use" role="alert">
      <b style={{ flex: '1 1 200px' }}>{t('masters.unsaved')}</b>
      <Button variant="default" onClick={stay}>
        {t('masters.stay')}
      </Button>
      <Button color="red" variant="light" onClick={close}>
        {t('masters.discard')}
      </Button>
    </div>
  )
}
