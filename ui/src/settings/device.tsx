// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, SegmentedControl, Stack, Switch, useMantineColorScheme } from '@mantine/core'
import { IconBarcode, IconPlayerPlay, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { changeLanguage, currentLanguage, LANGUAGES, type Language } from '../i18n'
import { useTexts } from '../i18n/texts'
import { Card } from '../parts/page'
import { setSound, signal, soundIsOn } from '../scan/feedback'

const SCHEMES = ['auto', 'light', 'dark'] as const
const SIGNALS = ['right', 'wrong', 'done'] as const

/** What is kept on this device: language, colours, sound. */
export function Device() {
  const { t } = useTexts()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [sound, hear] = useState(soundIsOn)
  return (
    <Card title={t('settings.alone')}>
      <Stack>
        <div>
          <div className="setting" id="setting-language">
            {t('settings.language')}
          </div>
          <SegmentedControl
            aria-labelledby="setting-language"
            value={currentLanguage()}
            data={Object.entries(LANGUAGES).map(([value, label]) => ({
              value,
              label: <span lang={value}>{label}</span>,
            }))}
            onChange={value => void changeLanguage(value as Language)}
          />
        </div>
        <div>
          <div className="setting" id="setting-scheme">
            {t('settings.schemeLabel')}
          </div>
          <SegmentedControl
            aria-labelledby="setting-scheme"
            value={colorScheme}
            data={SCHEMES.map(value => ({ value, label: t(`settings.scheme.${value}`) }))}
            onChange={value => setColorScheme(SCHEMES.find(scheme => scheme === value) ?? 'auto')}
          />
        </div>
        <Switch
          label={t('settings.sound')}
          description={t('settings.soundHow')}
          checked={sound}
          onChange={e => {
            setSound(e.currentTarget.checked)
            hear(e.currentTarget.checked)
          }}
        />
        {sound && (
          <fieldset className="sounds">
            <legend className="hidden-words">{t('settings.tryWhat')}</legend>
            {SIGNALS.map(kind => (
              <Button
                key={kind}
                variant="default"
                leftSection={<IconPlayerPlay size={14} />}
                onClick={() => signal(kind)}
              >
                {t(`settings.try.${kind}`)}
              </Button>
            ))}
          </fieldset>
        )}
        <div className="device-links">
          <Link to="/settings/scanner">
            <IconBarcode size={18} aria-hidden />
            {t('settings.scanner')}
          </Link>
          <Link to="/settings/commands">
            <IconPrinter size={18} aria-hidden />
            {t('settings.commands')}
          </Link>
        </div>
      </Stack>
    </Card>
  )
}
