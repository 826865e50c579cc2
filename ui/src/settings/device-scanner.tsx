// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, SegmentedControl } from '@mantine/core'
import { IconPrinter, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { useTexts } from '../i18n/texts'
import { Card, PageHead } from '../parts/page'
import { StateChip } from '../parts/state'
import { Ago } from '../parts/when'
import { type Calibration, type Cell, calibrate, type Trial } from '../scan/calibration'
import { signal } from '../scan/feedback'
import { keepProfile, type ScannerProfile, scannerProfile } from '../scan/profile'
import { useBursts } from '../scan/scanner'
import { BARS, MATRIX } from '../scan/test-texts'
import type { Burst } from '../scan/wedge'
import { PrintedSymbol } from './printed-symbol'

const KINDS = ['matrix', 'bars'] as const

/** A keyboard scanner is asked what it makes of a known symbol, and is read accordingly from then on. */
export default function DeviceScanner() {
  const { t } = useTexts()
  const [kind, setKind] = useState<(typeof KINDS)[number]>('matrix')
  const [trials, setTrials] = useState<Trial[]>([])
  const [outcome, setOutcome] = useState<Calibration | null>(null)
  const [profile, setProfile] = useState(scannerProfile)
  const symbols = kind === 'matrix' ? [MATRIX] : BARS
  const next = symbols[outcome === null ? trials.length : -1]

  const again = () => {
    setTrials([])
    setOutcome(null)
  }

  const take = ({ strokes, longestGapMs }: Burst) => {
    // After the last one the next scan begins anew.
    const before = outcome === null ? trials : []
    const symbol = symbols[before.length]
    if (symbol === undefined) {
      return
    }
    const all = [...before, { text: symbol.text, identifier: symbol.identifier, strokes, longestGapMs }]
    setTrials(all)
    if (all.length < symbols.length) {
      setOutcome(null)
      return signal('right')
    }
    const found = calibrate(all)
    setOutcome(found)
    signal(found.is === 'done' ? 'done' : 'wrong')
    if (found.is === 'done') {
      const kept = { ...found.profile, at: new Date().toISOString() }
      keepProfile(kept)
      setProfile(kept)
    }
  }
  useBursts(take)

  return (
    <div className="page-parts">
      <PageHead
        title={t('settings.scanner')}
        over={t('settings.scannerWhat')}
        actions={
          <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
            {t('settings.print')}
          </Button>
        }
      />
      <Card title={t('settings.testSymbol')} aside={t('settings.testHow')}>
        <SegmentedControl
          className="no-print"
          aria-label={t('settings.testKind')}
          value={kind}
          data={KINDS.map(value => ({ value, label: t(`settings.test.${value}`) }))}
          onChange={value => {
            setKind(KINDS.find(one => one === value) ?? 'matrix')
            again()
          }}
        />
        <ol className="test-symbols">
          {symbols.map((symbol, i) => (
            <li key={symbol.name} data-next={symbol === next || undefined}>
              <PrintedSymbol printed={symbol} label={t('settings.nthSymbol', { n: i + 1 })} />
              {symbols.length > 1 && <span className="muted small">{i + 1}</span>}
            </li>
          ))}
        </ol>
        <p role="status" className="no-print" style={{ marginBottom: 0 }}>
          {next !== undefined && t('settings.scanNth', { n: trials.length + 1, all: symbols.length })}
        </p>
      </Card>
      {outcome?.is === 'unclear' && (
        <section className="card no-print" role="alert">
          <StateChip state="bad">{t('settings.unclear')}</StateChip>
          <p className="small">{t('settings.unclearDo')}</p>
          <p className="code">{outcome.came.join(' ')}</p>
        </section>
      )}
      {outcome?.is === 'done' && <Found outcome={outcome} />}
      <Kept
        profile={profile}
        onAgain={again}
        onForget={() => {
          keepProfile(null)
          setProfile(scannerProfile())
          again()
        }}
      />
    </div>
  )
}

/** What came, character by character, and what it means for this scanner. */
function Found({ outcome }: { outcome: Extract<Calibration, { is: 'done' }> }) {
  const { t } = useTexts()
  const { findings, cells, profile } = outcome
  const lost = cells.flat().some(cell => cell.is === 'lost')
  return (
    <Card title={t('settings.came')}>
      <div role="status" className="findings">
        {findings.length === 0 && <StateChip state="ok">{t('settings.allRight')}</StateChip>}
        {findings.length > 0 && !lost && <StateChip state="ok">{t('settings.mended')}</StateChip>}
        {lost && <StateChip state="bad">{t('settings.notMended')}</StateChip>}
      </div>
      <ul className="findings-list">
        {findings.map(finding => (
          <li key={finding}>
            <b>{t(`settings.finding.${finding}`, { word: profile.separators.join(' ') })}</b>{' '}
            <span className="muted">
              {t(`settings.findingDo.${finding}`, { ms: profile.gapMs, word: profile.separators.join(' ') })}
            </span>
          </li>
        ))}
      </ul>
      <div className="cells" role="img" aria-label={t('settings.cells')}>
        {cells.flat().map((cell, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a character is known by its place
          <Character key={i} cell={cell} />
        ))}
      </div>
      <p className="muted small cells-legend">
        <span className="cell" data-is="right">
          A
        </span>
        {t('settings.cellRight')}
        <span className="cell" data-is="mended">
          A
        </span>
        {t('settings.cellMended')}
        <span className="cell" data-is="lost">
          A
        </span>
        {t('settings.cellLost')}
      </p>
    </Card>
  )
}

/** The separator has no glyph; it is shown by its name. */
const visible = (text: string) => text.replaceAll('\u001d', 'GS')

function Character({ cell }: { cell: Cell }) {
  return (
    <span className="cell code" data-is={cell.is}>
      {visible(cell.expected)}
      {cell.is !== 'right' && <small>{visible(cell.came) || '–'}</small>}
    </span>
  )
}

/** What is kept of the scanner on this device. */
function Kept(props: { profile: ScannerProfile; onAgain: () => void; onForget: () => void }) {
  const { profile, onAgain, onForget } = props
  const { t } = useTexts()
  return (
    <section className="card no-print">
      <h2>{t('settings.profile')}</h2>
      {profile.at === undefined ? (
        <p className="muted" style={{ margin: 0 }}>
          {t('settings.noProfile')}
        </p>
      ) : (
        <>
          <dl className="pairs-list">
            <dt>{t('settings.calibrated')}</dt>
            <dd>
              <Ago at={profile.at} />
            </dd>
            <dt>{t('settings.readBy')}</dt>
            <dd>
              {profile.american
                ? t('settings.byPlace')
                : t('settings.byMapping', { count: Object.keys(profile.keys).length })}
            </dd>
            <dt>{t('settings.separator')}</dt>
            <dd>
              {profile.separates ? (
                (profile.separators[0] ?? t('settings.asItIs'))
              ) : (
                <StateChip state="bad">{t('settings.noSeparator')}</StateChip>
              )}
            </dd>
            {profile.prefix + profile.suffix !== '' && (
              <>
                <dt>{t('settings.around')}</dt>
                <dd className="code">
                  {profile.prefix} … {profile.suffix}
                </dd>
              </>
            )}
            <dt>{t('settings.pause')}</dt>
            <dd>{t('settings.upTo', { ms: profile.gapMs })}</dd>
          </dl>
          <div className="profile-buttons">
            <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={onAgain}>
              {t('settings.calibrateAgain')}
            </Button>
            <Button variant="subtle" color="red" onClick={onForget}>
              {t('settings.forget')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
