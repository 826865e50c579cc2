// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Drawer, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { api, Problem, segment } from '../api/client'
import { forgetAnswers } from '../api/questions'
import { useTexts } from '../i18n/texts'
import { faultsOf, restOf } from '../masters/faults'
import { ProblemNotice } from '../parts/notices'
import { DPIS, type Printer } from './model'

const POINTERS = /^\/(code|name|host|port|dpi)$/

/** The port at which label printers listen for raw data. */
const RAW_PORT = 9100

/** A printer: where it is in the network, and how fine it prints. */
export function PrinterDrawer({ printer, close }: { printer: Printer | null; close: () => void }) {
  const { t } = useTexts()
  const [code, setCode] = useState(printer?.code ?? '')
  const [name, setName] = useState(printer?.name ?? '')
  const [host, setHost] = useState(printer?.host ?? '')
  const [port, setPort] = useState(String(printer?.port ?? RAW_PORT))
  const [dpi, setDpi] = useState(String(printer?.dpi ?? DPIS[0]))
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [ending, setEnding] = useState(false)
  const fault = faultsOf(error)

  const act = async (what: () => Promise<unknown>, words: string) => {
    setBusy(true)
    setError(null)
    try {
      await what()
      notifications.show({
        message: words,
        color: 'green',
        closeButtonProps: { 'aria-label': t('labels.close') },
      })
      void forgetAnswers()
      close()
    } catch (e) {
      if (e instanceof Problem && e.status === 412) {
        // Somebody else changed it; what they made of it is read, and the next save stands on that.
        void forgetAnswers()
      }
      setError(e)
      setBusy(false)
    }
  }
  const path = `/printers/${segment(code.trim())}`
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = { name: name.trim() || undefined, host: host.trim(), port: Number(port), dpi: Number(dpi) }
    const version = printer === null ? undefined : { 'If-Match': `"${printer.version}"` }
    void act(() => api.put(path, body, version), t('labels.printerKept', { code: code.trim() }))
  }
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      transitionProps={{ duration: 0 }}
      size={480}
      title={printer?.name ?? t('labels.newPrinter')}
      closeButtonProps={{ 'aria-label': t('labels.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          {printer === null && (
            <TextInput
              size="md"
              label={t('labels.code')}
              description={t('masters.codeRule')}
              value={code}
              error={fault('/code')}
              maxLength={64}
              onChange={e => setCode(e.currentTarget.value)}
              classNames={{ input: 'code' }}
              data-autofocus
            />
          )}
          <TextInput
            size="md"
            label={t('labels.name')}
            value={name}
            error={fault('/name')}
            maxLength={200}
            onChange={e => setName(e.currentTarget.value)}
          />
          <div className="label-two">
            <TextInput
              size="md"
              label={t('labels.host')}
              description={t('labels.hostHow')}
              value={host}
              error={fault('/host')}
              onChange={e => setHost(e.currentTarget.value)}
              spellCheck={false}
              autoCapitalize="off"
              classNames={{ input: 'code' }}
            />
            <NumberInput
              size="md"
              label={t('labels.port')}
              description={t('labels.portHow')}
              value={port}
              error={fault('/port')}
              min={1}
              max={65_535}
              allowDecimal={false}
              onChange={value => setPort(String(value))}
            />
          </div>
          <Select
            size="md"
            label={t('labels.dpi')}
            data={DPIS.map(String)}
            value={dpi}
            error={fault('/dpi')}
            allowDeselect={false}
            onChange={value => setDpi(value ?? dpi)}
          />
          {error !== null && <ProblemNotice error={restOf(error, POINTERS)} />}
          {ending && printer !== null && (
            <div className="in-use" role="alert">
              <b style={{ flex: '1 1 200px' }}>{t('labels.dropPrinterWhy')}</b>
              <Button variant="default" onClick={() => setEnding(false)}>
                {t('masters.cancel')}
              </Button>
              <Button
                color="red"
                loading={busy}
                onClick={() => void act(() => api.delete(path), t('labels.printerDropped', { code }))}
              >
                {t('labels.drop')}
              </Button>
            </div>
          )}
          <div className="label-buttons">
            {printer !== null && !ending && (
              <Button variant="default" onClick={() => setEnding(true)}>
                {t('labels.dropPrinter')}
              </Button>
            )}
            <Button type="submit" loading={busy} disabled={code.trim() === '' || host.trim() === ''}>
              {t(printer === null ? 'masters.make' : 'masters.save')}
            </Button>
          </div>
        </Stack>
      </form>
    </Drawer>
  )
}
