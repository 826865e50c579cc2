// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { ActionIcon, Button, CloseButton, FileButton, Menu } from '@mantine/core'
import { IconBolt, IconBoltOff, IconCameraRotate, IconPhoto } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTexts } from '../i18n/texts'
import { StateChip } from '../parts/state'
import './camera.css'
import { camera } from './camera-store'
import { PhotoCard, usePhoto } from './photo-card'
import { useHear } from './scanner'
import { shown } from './several'
import { type Marked, useCamera } from './use-camera'

/** The camera above the page: what it sees becomes scans, one after the other, until it is closed. */
export default function CameraDock() {
  const { t } = useTexts()
  const hear = useHear()
  const video = useRef<HTMLVideoElement>(null)
  const { trouble, devices, device, choose, torch, lamp, marked, last, retry } = useCamera(video, hear)
  const photo = usePhoto()
  const dock = useRef<HTMLElement>(null)

  // A task on a phone fills the screen: it leaves as much room as the camera takes.
  useEffect(() => {
    const root = document.documentElement
    const observer = new ResizeObserver(() => {
      root.style.setProperty('--camera-height', `${dock.current?.offsetHeight ?? 0}px`)
    })
    if (dock.current !== null) {
      observer.observe(dock.current)
    }
    return () => {
      observer.disconnect()
      root.style.removeProperty('--camera-height')
    }
  }, [])

  return (
    <section ref={dock} className="camera no-print" aria-label={t('scan.camera')}>
      {trouble === null ? (
        <div className="camera-picture">
          <video ref={video} autoPlay playsInline muted aria-hidden />
          <Marks marked={marked} />
        </div>
      ) : (
        <div className="camera-trouble" role="alert">
          <StateChip state="bad">{t(`scan.trouble.${trouble}`)}</StateChip>
          <p className="small">{t(`scan.troubleDo.${trouble}`)}</p>
          {trouble !== 'insecure' && (
            <Button variant="default" size="sm" onClick={retry}>
              {t('parts.again')}
            </Button>
          )}
        </div>
      )}
      <div className="camera-bar">
        <div className="camera-last" role="status">
          {last === null ? (
            <span className="muted small">{trouble === null && t('scan.point')}</span>
          ) : (
            <>
              <span className="code camera-code">{shown(last.code)}</span>
              <StateChip state={last.look === 'already' ? 'held' : 'ok'}>
                {last.look === 'already' ? t('scan.already') : t('scan.scanned', { count: last.count })}
              </StateChip>
            </>
          )}
        </div>
        {torch && (
          <ActionIcon
            variant={lamp.on ? 'filled' : 'default'}
            size={44}
            aria-label={t('scan.torch')}
            aria-pressed={lamp.on}
            onClick={lamp.toggle}
          >
            {lamp.on ? <IconBolt size={20} /> : <IconBoltOff size={20} />}
          </ActionIcon>
        )}
        {devices.length > 1 && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="default" size={44} aria-label={t('scan.which')}>
                <IconCameraRotate size={20} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {devices.map((one, i) => (
                <Menu.Item
                  key={one.deviceId}
                  aria-current={one.deviceId === device}
                  onClick={() => choose(one.deviceId)}
                >
                  {one.label || t('scan.nth', { n: i + 1 })}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        <FileButton onChange={photo.take} accept="image/*">
          {file => (
            <ActionIcon variant="default" size={44} aria-label={t('scan.photo')} onClick={file.onClick}>
              <IconPhoto size={20} />
            </ActionIcon>
          )}
        </FileButton>
        <CloseButton size={44} aria-label={t('scan.close')} onClick={() => camera.set(false)} />
      </div>
      <PhotoCard photo={photo} onCode={hear} />
    </section>
  )
}

/** Draws a frame where codes were found, as the picture is cut to its place. */
function Marks({ marked }: { marked: Marked }) {
  return (
    <svg
      className="camera-marks"
      viewBox={`0 0 ${marked.width} ${marked.height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden
    >
      {marked.symbols.map(({ symbol, look }) => (
        <polygon
          key={symbol.code}
          data-state={look === 'already' ? 'held' : 'ok'}
          points={symbol.corners.map(({ x, y }) => `${x},${y}`).join(' ')}
        />
      ))}
    </svg>
  )
}
