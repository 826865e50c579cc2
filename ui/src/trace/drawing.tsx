// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { useElementSize, useMergedRef } from '@mantine/hooks'
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { useTexts } from '../i18n/texts'
import { DrawnNode } from './drawn-node'
import type { Picture } from './model'
import { titleOf } from './node-words'

const STEP = 1.25
const SCALE_MIN = 0.2
const SCALE_MAX = 3
/** Smaller than this nothing can be read, so a wide picture is scrolled instead. */
const FIT_MIN = 0.55
const PRECISIONS = ['unit', 'order', 'window'] as const

/** The picture in a box of its own, which scrolls, is dragged and zoomed. */
export function Drawing({ picture, onOpen }: { picture: Picture; onOpen: (id: string) => void }) {
  const { t } = useTexts()
  const { ref: sized, width } = useElementSize()
  const box = useRef<HTMLElement>(null)
  const both = useMergedRef(sized, box)
  const [zoom, setZoom] = useState<number | 'fit'>('fit')
  const fit = width === 0 ? 1 : Math.min(1, Math.max(FIT_MIN, width / picture.width))
  const scale = zoom === 'fit' ? fit : zoom
  const drag = useDrag(box)
  useSeedInSight(box, picture, scale, width > 0)
  const titles = new Map(picture.nodes.map(node => [node.id, titleOf(node, t)]))

  const by = (factor: number) => setZoom(Math.min(SCALE_MAX, Math.max(SCALE_MIN, scale * factor)))
  return (
    <>
      <section
        ref={both}
        className="trace-drawing"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
        tabIndex={0}
        aria-label={t('trace.picture')}
        {...drag}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: it groups links and buttons that are drawn */}
        <svg
          width={picture.width * scale}
          height={picture.height * scale}
          viewBox={`0 0 ${picture.width} ${picture.height}`}
          role="group"
          aria-label={t('trace.drawing')}
        >
          {picture.edges.map(edge => (
            <path key={`${edge.from} ${edge.to}`} d={edge.path} className="trace-edge" data-precision={edge.precision}>
              <title>
                {`${titles.get(edge.from)} → ${titles.get(edge.to)} · ${t(`trace.precision.${edge.precision}`)}`}
              </title>
            </path>
          ))}
          {picture.nodes.map(node => (
            <DrawnNode key={node.id} node={node} onOpen={onOpen} />
          ))}
        </svg>
      </section>
      <div className="trace-drawing-foot no-print">
        <Tooltip label={t('trace.zoomOut')}>
          <ActionIcon variant="default" size="lg" onClick={() => by(1 / STEP)} aria-label={t('trace.zoomOut')}>
            <IconZoomOut size={18} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('trace.zoomIn')}>
          <ActionIcon variant="default" size="lg" onClick={() => by(STEP)} aria-label={t('trace.zoomIn')}>
            <IconZoomIn size={18} />
          </ActionIcon>
        </Tooltip>
        <Button variant="default" onClick={() => setZoom(width / picture.width)}>
          {t('trace.whole')}
        </Button>
        <Button variant="default" onClick={() => setZoom(1)}>
          {t('trace.natural')}
        </Button>
        <ul className="trace-legend small">
          {PRECISIONS.map(precision => (
            <li key={precision}>
              <svg width="34" height="8" aria-hidden="true">
                <path d="M0 4h34" className="trace-edge" data-precision={precision} />
              </svg>
              {t(`trace.precision.${precision}`)}
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

/** Drags what scrolls with the mouse; fingers scroll it as they scroll everything. */
function useDrag(box: { current: HTMLElement | null }) {
  const from = useRef<{ x: number; y: number } | null>(null)
  return {
    onPointerDown: (e: PointerEvent) => {
      const onNode = e.target instanceof Element && e.target.closest('a, [role="button"]') !== null
      from.current = e.pointerType === 'mouse' && e.button === 0 && !onNode ? { x: e.clientX, y: e.clientY } : null
    },
    onPointerMove: (e: PointerEvent) => {
      if (from.current !== null && box.current !== null) {
        box.current.scrollBy(from.current.x - e.clientX, from.current.y - e.clientY)
        from.current = { x: e.clientX, y: e.clientY }
      }
    },
    onPointerUp: () => {
      from.current = null
    },
    onPointerLeave: () => {
      from.current = null
    },
  }
}

/** A large picture opens at the seed. */
function useSeedInSight(box: { current: HTMLElement | null }, picture: Picture, scale: number, measured: boolean) {
  const done = useRef(false)
  useEffect(() => {
    const seed = picture.nodes.find(node => node.seed)
    if (box.current === null || seed === undefined || !measured || done.current) {
      return
    }
    done.current = true
    const { clientWidth, clientHeight } = box.current
    box.current.scrollTo(
      (seed.x + seed.width / 2) * scale - clientWidth / 2,
      (seed.y + seed.height / 2) * scale - clientHeight / 2,
    )
  }, [box, picture, scale, measured])
}
