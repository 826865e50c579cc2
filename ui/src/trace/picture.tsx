// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import { useSearchParams } from 'react-router'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card } from '../parts/page'
import { StateChip } from '../parts/state'
import { Drawing } from './drawing'
import type { Picture } from './model'
import { PictureTable } from './picture-table'
import type { Question } from './question'
import { usePicture } from './use-trace'

type View = 'drawing' | 'table'

/** How it got there: a drawing, and the same boxes and lines as a table. A phone has the table first. */
export function PictureCard({ question }: { question: Question }) {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const open = params.get('open')?.split(',').filter(Boolean) ?? []
  const { data: picture, error, isFetching, refetch } = usePicture(question, open)
  const asked = params.get('view')
  const view: View = asked === 'drawing' || asked === 'table' ? asked : narrow ? 'table' : 'drawing'

  const set = (name: 'open' | 'view', value: string) =>
    setParams(
      now => {
        const next = new URLSearchParams(now)
        if (value === '') {
          next.delete(name)
        } else {
          next.set(name, value)
        }
        return next
      },
      { replace: true },
    )
  const opened = (id: string) => set('open', [...open, id].join(','))

  return (
    <Card
      title={t('trace.picture')}
      aside={
        <SegmentedControl
          className="no-print"
          aria-label={t('trace.view')}
          size="xs"
          value={view}
          onChange={next => set('view', next)}
          data={[
            { value: 'drawing', label: t('trace.drawing') },
            { value: 'table', label: t('trace.table') },
          ]}
        />
      }
    >
      {error !== null && <ProblemNotice error={error} retry={() => void refetch()} />}
      {picture === undefined && error === null && <Waiting rows={6} />}
      {picture !== undefined && (
        <>
          <Told picture={picture} />
          <OpenFolds open={open} picture={picture} onChange={ids => set('open', ids.join(','))} />
          <div aria-busy={isFetching}>
            {view === 'drawing' ? (
              <Drawing picture={picture} onOpen={opened} />
            ) : (
              <PictureTable picture={picture} onOpen={opened} />
            )}
          </div>
        </>
      )}
    </Card>
  )
}

/** Says what is not drawn. */
function Told({ picture }: { picture: Picture }) {
  const { t } = useTexts()
  return picture.truncated ? (
    <p className="trace-note">
      <StateChip state="held">{t('trace.truncated')}</StateChip>{' '}
      {t('trace.truncatedHow', { shown: count(picture.shown), of: count(picture.of) })}
    </p>
  ) : null
}

/** The folds that were opened, to be closed again. */
function OpenFolds(props: { open: string[]; picture: Picture; onChange: (open: string[]) => void }) {
  const { open, picture, onChange } = props
  const { t } = useTexts()
  if (open.length === 0) {
    return null
  }
  return (
    <div className="trace-folds no-print">
      <span className="small muted">{t('trace.openFolds')}</span>
      {open.map(id => (
        <Button
          key={id}
          variant="default"
          size="xs"
          rightSection={<IconX size={14} aria-hidden />}
          onClick={() => onChange(open.filter(other => other !== id))}
        >
          {t('trace.closeFold', { name: firstOf(id, picture) })}
        </Button>
      ))}
      {open.length > 1 && (
        <Button variant="subtle" size="xs" onClick={() => onChange([])}>
          {t('trace.closeAll')}
        </Button>
      )}
    </div>
  )
}

/** A fold bears the mark of its first member, such as u17 in 3.u17: by that member's number people know it. */
function firstOf(id: string, picture: Picture): string {
  const mark = id.split('.')[1]
  return picture.nodes.find(node => node.id === mark)?.title ?? id
}
