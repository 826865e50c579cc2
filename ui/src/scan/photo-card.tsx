// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, CloseButton, Loader } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '../i18n/texts'
import { StateChip } from '../parts/state'
import { signal } from './feedback'
import { PHOTO_BYTES_MAX, PHOTO_PIXELS_MAX, type PhotoAnswer, readPhoto } from './photo'
import { shown, together } from './several'

type Photo = { name: string; answer: PhotoAnswer | null }

/** A photo that somebody chose, and what was found in it. */
export function usePhoto() {
  const [photo, setPhoto] = useState<Photo | null>(null)
  return {
    photo,
    drop: () => setPhoto(null),
    take: (file: File | null) => {
      if (file !== null) {
        const { name } = file
        setPhoto({ name, answer: null })
        void readPhoto(file).then(answer => setPhoto(now => (now?.name === name ? { name, answer } : now)))
      }
    },
  }
}

/** The codes of a photo: one is a scan at once, of several somebody says which, or that all are of one thing. */
export function PhotoCard(props: { photo: ReturnType<typeof usePhoto>; onCode: (code: string) => void }) {
  const { photo, drop } = props.photo
  const { t } = useTexts()
  if (photo === null) {
    return null
  }
  const { name, answer } = photo
  const codes = answer?.is === 'codes' ? answer.codes : []
  const choose = (code: string) => {
    drop()
    props.onCode(code)
  }
  return (
    <div className="camera-photo">
      <div className="camera-photo-head">
        <span className="camera-photo-name small">{name}</span>
        <CloseButton size={36} aria-label={t('scan.dropPhoto')} onClick={drop} />
      </div>
      <div role="status" className="camera-photo-words">
        {answer === null && <Loader size="sm" aria-label={t('parts.waiting')} />}
        {answer?.is === 'bad' && (
          <>
            <StateChip state="bad">{t('scan.photoBad')}</StateChip>
            <span className="small">
              {t(`scan.photoFault.${answer.fault}`, {
                bytes: PHOTO_BYTES_MAX / 1_000_000,
                pixels: PHOTO_PIXELS_MAX / 1_000_000,
              })}
            </span>
          </>
        )}
        {answer?.is === 'codes' && codes.length === 0 && (
          <>
            <StateChip state="unknown">{t('scan.noCode')}</StateChip>
            <span className="small">{t('scan.noCodeDo')}</span>
          </>
        )}
        {codes.length > 0 && <span className="small">{t('scan.inPhoto', { count: codes.length })}</span>}
      </div>
      {codes.length > 0 && (
        <div className="camera-photo-codes">
          {codes.map(code => (
            <Button key={code} variant="default" size="md" onClick={() => choose(code)} classNames={{ label: 'code' }}>
              {shown(code)}
            </Button>
          ))}
          {codes.length > 1 && (
            <Button
              size="md"
              onClick={() => {
                signal('seen')
                choose(together(codes))
              }}
            >
              {t('scan.allOfOne')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
