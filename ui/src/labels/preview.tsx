// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Skeleton } from '@mantine/core'
import { useBlobAddress } from '../api/blob'
import { useTexts } from '../i18n/texts'
import { ProblemNotice } from '../parts/notices'
import { StateSign } from '../parts/state'
import { labelFaults } from './faults'
import type { Element } from './model'
import type { usePreview } from './use-labels'

type Props = {
  preview: ReturnType<typeof usePreview>
  widthMm: number
  heightMm: number
  /** What the drawing shows, for those who do not see it. */
  alt: string
  /** Faults that stand at fields beside the preview. */
  shown?: RegExp
  /** The element that is worked on, which is framed. */
  marked?: Element
}

/** The label as it would come out, on paper; or why it cannot. An image runs no scripts and loads nothing. */
export function Preview({ preview, widthMm, heightMm, alt, shown, marked }: Props) {
  const { t } = useTexts()
  const address = useBlobAddress(preview.isError ? undefined : preview.data)
  return (
    <figure className="label-preview" aria-busy={preview.isFetching}>
      <div className="label-paper">
        {preview.isError ? (
          <Faults error={preview.error} retry={() => void preview.refetch()} shown={shown} />
        ) : address === undefined ? (
          <Skeleton width="70%" style={{ aspectRatio: `${widthMm} / ${heightMm}` }} role="status" />
        ) : (
          <div className="label-drawn" style={{ aspectRatio: `${widthMm} / ${heightMm}` }}>
            <img src={address} alt={alt} />
            {marked !== undefined && (
              <div
                className="label-mark"
                style={{
                  left: `${(100 * marked.x) / widthMm}%`,
                  top: `${(100 * marked.y) / heightMm}%`,
                  width: `${(100 * marked.width) / widthMm}%`,
                  height: `${(100 * marked.height) / heightMm}%`,
                }}
              />
            )}
          </div>
        )}
      </div>
      <figcaption className="muted small">{t('labels.size', { width: widthMm, height: heightMm })}</figcaption>
    </figure>
  )
}

function Faults({ error, retry, shown }: { error: unknown; retry: () => void; shown?: RegExp }) {
  const { t } = useTexts()
  const faults = labelFaults(error)
  if (faults.length === 0) {
    return <ProblemNotice error={error} retry={retry} />
  }
  const rest = faults.filter(fault => shown === undefined || !shown.test(fault.pointer))
  return (
    <div className="label-faults" role="alert">
      <strong>
        <StateSign state="bad" /> {t('labels.cannot')}
      </strong>
      {rest.length === 0 ? (
        <span>{t('labels.atFields')}</span>
      ) : (
        <ul>
          {rest.map(fault => (
            <li key={`${fault.pointer}${fault.words}`}>{fault.words}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
