// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Checkbox, Modal } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, segment } from '../api/client'
import { forgetAnswers } from '../api/questions'
import { useTexts } from '../i18n/texts'
import { faultsOf, restOf } from '../masters/faults'
import { Code } from '../parts/code'
import { Choice, Line, said } from '../parts/fields'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { StateChip } from '../parts/state'
import { useMe } from '../shell/session'
import { CodeField } from './code-field'
import { branches } from './code-tree'
import { type ComplaintCode, SEVERITIES } from './model'
import { useCodes } from './use-quality'
import { oneOf, SeverityChip } from './words'

/** What can be wrong with a product, as a tree that quality keeps. */
export function Codes() {
  const { t } = useTexts()
  const mayChange = useMe().may.includes('quality')
  const codes = useCodes()
  const [edited, setEdited] = useState<ComplaintCode | 'new' | null>(null)
  return (
    <div className="page-parts quality">
      <PageHead
        title={t('quality.codes')}
        over={<Link to="/quality/complaints">{t('quality.tab.complaints')}</Link>}
        actions={
          mayChange && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
              {t('quality.do.newCode')}
            </Button>
          )
        }
      />
      <Card>
        {codes.isError && <ProblemNotice error={codes.error} retry={() => void codes.refetch()} />}
        {codes.isPending && <Waiting />}
        {codes.data?.length === 0 && <Empty title={t('quality.noCodes')}>{t('quality.noCodesHow')}</Empty>}
        <ul className="quality-tree">
          {branches(codes.data ?? []).map(({ code, depth }) => (
            <li key={code.code} style={{ paddingInlineStart: `calc(${depth} * var(--s5))` }}>
              <span className="quality-tree-name">
                {mayChange ? (
                  <button type="button" className="quality-plain" onClick={() => setEdited(code)}>
                    {code.name}
                  </button>
                ) : (
                  code.name
                )}{' '}
                <Code>{code.code}</Code>
              </span>
              <SeverityChip severity={code.severity} />
              {!code.active && <StateChip state="gone">{t('quality.inactive')}</StateChip>}
              <Link to={`/quality/complaints?code=${segment(code.code)}`} className="small">
                {t('quality.tab.complaints')}
              </Link>
            </li>
          ))}
        </ul>
      </Card>
      {edited !== null && <Edit code={edited === 'new' ? null : edited} close={() => setEdited(null)} />}
    </div>
  )
}

function Edit({ code, close }: { code: ComplaintCode | null; close: () => void }) {
  const { t } = useTexts()
  const [number, setNumber] = useState(code?.code ?? '')
  const [name, setName] = useState(code?.name ?? '')
  const [parent, setParent] = useState(code?.parent ?? '')
  const [severity, setSeverity] = useState(oneOf(SEVERITIES, code?.severity))
  const [active, setActive] = useState(code?.active ?? true)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const fault = faultsOf(error)
  const keep = async () => {
    setBusy(true)
    setError(null)
    const body = { code: number.trim(), name: name.trim(), parent: said(parent), severity, active }
    try {
      if (code === null) {
        await api.post('/complaint-codes', body)
      } else {
        await api.put(`/complaint-codes/${segment(code.code)}`, { ...body, version: code.version })
      }
      await forgetAnswers()
      close()
    } catch (e) {
      setError(e)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      opened
      onClose={close}
      title={t(code === null ? 'quality.do.newCode' : 'quality.do.changeCode')}
      closeButtonProps={{ 'aria-label': t('masters.close') }}
    >
      <form
        noValidate
        className="quality-form"
        onSubmit={e => {
          e.preventDefault()
          void keep()
        }}
      >
        {code === null && (
          <Line code label={t('quality.field.codeNumber')} value={number} error={fault('/code')} onChange={setNumber} />
        )}
        <Line label={t('quality.field.codeName')} value={name} error={fault('/name')} onChange={setName} />
        <CodeField
          label={t('quality.field.parent')}
          value={parent}
          error={fault('/parent')}
          without={code === null ? [] : [code.code]}
          onChange={setParent}
        />
        <Choice
          label={t('quality.field.severity')}
          values={SEVERITIES}
          word={one => t(`quality.severity.${one}`)}
          value={severity}
          error={fault('/severity')}
          onChange={setSeverity}
          clearable
        />
        <Checkbox label={t('quality.active')} checked={active} onChange={e => setActive(e.currentTarget.checked)} />
        {error !== null && <ProblemNotice error={restOf(error, /^\/(code|name|parent|severity)$/)} />}
        <div className="form-buttons">
          <Button variant="default" size="md" onClick={close}>
            {t('masters.cancel')}
          </Button>
          <Button type="submit" size="md" loading={busy} disabled={number.trim() === '' || name.trim() === ''}>
            {t('quality.do.keep')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
