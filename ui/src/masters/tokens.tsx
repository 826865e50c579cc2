// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { api, segment } from '../api/client'
import { forgetAnswers } from '../api/questions'
import { day } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Empty, ProblemNotice } from '../parts/notices'
import { StateChip } from '../parts/state'
import { Ago } from '../parts/when'
import { actsOf } from './acts'
import { MastersHead, NewButton } from './head'
import type { Token } from './model'
import { type Column, RecordList, usePages } from './record-list'
import { TokenDrawer } from './token-drawer'

/** What devices and other programs come in with. */
export function Tokens() {
  const { t } = useTexts()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const [ending, setEnding] = useState<Token | null>(null)
  const tokens = usePages<Token>(['list', 'tokens'], '/tokens', {})

  const columns: Column<Token>[] = [
    {
      head: t('masters.token'),
      cell: token => (
        <>
          <b>{token.name}</b> <span className="muted small">{token.user}</span>
        </>
      ),
    },
    {
      head: t('masters.role'),
      cell: token => (
        <>
          {t(`shell.role.${token.role}`)}
          <ActsOf token={token} />
        </>
      ),
      wide: true,
    },
    {
      head: t('masters.lastUsed'),
      cell: token =>
        token.lastUsedAt ? <Ago at={token.lastUsedAt} /> : <span className="muted">{t('masters.never')}</span>,
      wide: true,
    },
    { head: t('masters.state'), cell: token => <TokenState token={token} /> },
    {
      head: t('masters.ends'),
      cell: token =>
        stateOf(token) === 'open' && (
          <Button variant="default" size="compact-sm" onClick={() => setEnding(token)}>
            {t('masters.revoke')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <MastersHead tab="tokens" actions={!tokens.pages.error && <NewButton>{t('masters.newToken')}</NewButton>} />
      <RecordList
        pages={tokens}
        columns={columns}
        keyOf={token => token.id}
        label={t('masters.tab.tokens')}
        empty={<Empty title={t('masters.noTokens')}>{t('masters.noTokensWhy')}</Empty>}
      />
      {params.get('new') === '1' && <TokenDrawer close={() => void navigate('/masters/tokens')} />}
      {ending !== null && <Revoke token={ending} close={() => setEnding(null)} />}
    </>
  )
}

function ActsOf({ token }: { token: Token }) {
  const { t } = useTexts()
  if (token.acts === undefined) {
    return null
  }
  const acts = actsOf(token.role).filter(act => token.acts?.includes(act))
  return (
    <div className="muted small">
      {acts.length === 0 ? t('masters.onlyReads') : acts.map(act => t(`masters.act.${act}`)).join(', ')}
    </div>
  )
}

function stateOf(token: Token): 'open' | 'revoked' | 'over' {
  if (token.revokedAt !== undefined) {
    return 'revoked'
  }
  return token.expiresAt !== undefined && Date.parse(token.expiresAt) < Date.now() ? 'over' : 'open'
}

function TokenState({ token }: { token: Token }) {
  const { t } = useTexts()
  switch (stateOf(token)) {
    case 'revoked':
      return <StateChip state="gone">{t('masters.revoked')}</StateChip>
    case 'over':
      return <StateChip state="gone">{t('masters.over', { day: day(token.expiresAt ?? '') })}</StateChip>
    case 'open':
      return (
        <StateChip state="ok">
          {token.expiresAt ? t('masters.until', { day: day(token.expiresAt) }) : t('masters.forever')}
        </StateChip>
      )
  }
}

function Revoke({ token, close }: { token: Token; close: () => void }) {
  const { t } = useTexts()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const revoke = async () => {
    setBusy(true)
    try {
      await api.delete(`/tokens/${segment(token.id)}`)
      void forgetAnswers()
      close()
    } catch (e) {
      setError(e)
      setBusy(false)
    }
  }
  return (
    <Modal
      opened
      onClose={close}
      title={t('masters.revokeWhich', { name: token.name })}
      closeButtonProps={{ 'aria-label': t('masters.close') }}
    >
      <p style={{ marginTop: 0 }}>{t('masters.revokeWhy')}</p>
      {error !== null && <ProblemNotice error={error} />}
      <div className="drawer-buttons">
        <Button variant="default" onClick={close}>
          {t('masters.cancel')}
        </Button>
        <Button color="red" loading={busy} onClick={() => void revoke()}>
          {t('masters.revoke')}
        </Button>
      </div>
    </Modal>
  )
}
