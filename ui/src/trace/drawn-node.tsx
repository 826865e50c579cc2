// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { KeyboardEvent } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../i18n/texts'
import { StateSign } from '../parts/state'
import type { PictureNode } from './model'
import { hasState, shortened, titleOf } from './node-words'

const TITLE_LETTER_PX = 7.4
const NAME_LETTER_PX = 6.8
const WORDS_LETTER_PX = 5.5
const SIGN_PX = 15

/** A box: a unit leads to its page, a fold opens. Its state is a frame, a sign and a word. */
export function DrawnNode({ node, onOpen }: { node: PictureNode; onOpen: (id: string) => void }) {
  const { t } = useTexts()
  const title = titleOf(node, t)
  const stated = hasState(node)
  const whole = [title, node.subtitle, stated && t(`trace.state.${node.state}`), node.seed && t('trace.isSeed')]
    .filter(Boolean)
    .join(' · ')
  const drawn = <Box node={node} title={title} stated={stated} />

  if (node.unit !== undefined) {
    return (
      <Link to={`/units/${node.unit.unit}`} className="trace-node">
        <title>{whole}</title>
        {drawn}
      </Link>
    )
  }
  if (node.opens) {
    const onKey = (e: KeyboardEvent) => {
      if (e.key === 'Enter' || e.key === ' ') {
        e.preventDefault()
        onOpen(node.id)
      }
    }
    return (
      // biome-ignore lint/a11y/useSemanticElements: SVG has no button of its own
      <g role="button" tabIndex={0} className="trace-node" onClick={() => onOpen(node.id)} onKeyDown={onKey}>
        <title>{t('trace.opens', { what: whole })}</title>
        {drawn}
      </g>
    )
  }
  return (
    <g>
      <title>{whole}</title>
      {drawn}
    </g>
  )
}

type BoxProps = { node: PictureNode; title: string; stated: boolean }

function Box({ node, title, stated }: BoxProps) {
  const { x, y, width, height, kind } = node
  const round = kind === 'fold' || kind === 'partner' ? height / 2 : 8
  const inset = round > 8 ? 18 : 12
  const room = width - inset * 2 - (stated ? SIGN_PX : 0)
  return (
    <g transform={`translate(${x} ${y})`} data-state={stated ? node.state : undefined}>
      {kind === 'fold' && <rect x={4} y={4} width={width} height={height} rx={round} className="trace-box" />}
      <rect width={width} height={height} rx={round} className="trace-box" data-seed={node.seed || undefined} />
      <text x={inset} y={height / 2 - 4} className="trace-box-title" data-kind={kind}>
        {shortened(title, Math.floor(room / (kind === 'partner' ? NAME_LETTER_PX : TITLE_LETTER_PX)))}
      </text>
      <text x={inset} y={height / 2 + 12} className="trace-box-words">
        {shortened(node.subtitle, Math.floor((width - inset * 2) / WORDS_LETTER_PX))}
      </text>
      {stated && (
        <g transform={`translate(${width - inset - SIGN_PX + 4} ${height / 2 - 16})`}>
          <StateSign state={node.state} size={SIGN_PX} />
        </g>
      )}
    </g>
  )
}
