// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Rows } from '../parts/rows'
import { StateChip } from '../parts/state'
import type { Picture, PictureNode } from './model'
import { hasState, titleOf } from './node-words'
import { FirstRows } from './rows'

const NEIGHBOURS = 4
const ROWS = 20

/** The boxes and lines of the picture as rows, column by column of the drawing. */
export function PictureTable({ picture, onOpen }: { picture: Picture; onOpen: (id: string) => void }) {
  const { t } = useTexts()
  const nodes = new Map(picture.nodes.map(node => [node.id, node]))
  const rows = [...picture.nodes].sort((a, b) => a.x - b.x || a.y - b.y)
  const beside = (label: string, ids: string[]) => (
    <Neighbours label={label} nodes={ids.flatMap(id => nodes.get(id) ?? [])} />
  )
  return (
    <FirstRows rows={rows} step={ROWS}>
      {shown => (
        <Rows
          className="trace-cards"
          words={[t('trace.what'), t('trace.stateOf'), t('trace.comesFrom'), t('trace.goesTo')]}
        >
          {shown.map(node => (
            <tr key={node.id}>
              <td>
                <What node={node} onOpen={onOpen} />
              </td>
              <td>{hasState(node) && <StateChip state={node.state}>{t(`trace.state.${node.state}`)}</StateChip>}</td>
              <td>
                {beside(
                  t('trace.comesFrom'),
                  picture.edges.filter(edge => edge.to === node.id).map(edge => edge.from),
                )}
              </td>
              <td>
                {beside(
                  t('trace.goesTo'),
                  picture.edges.filter(edge => edge.from === node.id).map(edge => edge.to),
                )}
              </td>
            </tr>
          ))}
        </Rows>
      )}
    </FirstRows>
  )
}

function What({ node, onOpen }: { node: PictureNode; onOpen: (id: string) => void }) {
  const { t } = useTexts()
  const title = titleOf(node, t)
  return (
    <>
      {node.unit !== undefined && (
        <Link className="code" to={`/units/${node.unit.unit}`}>
          {title}
        </Link>
      )}
      {node.unit === undefined && node.opens && (
        <Button variant="default" size="compact-sm" onClick={() => onOpen(node.id)}>
          {t('trace.openFold', { what: title })}
        </Button>
      )}
      {node.unit === undefined && !node.opens && <b>{title}</b>}
      {node.seed && <span className="small"> · {t('trace.isSeed')}</span>}
      <div className="muted small">{node.subtitle}</div>
    </>
  )
}

function Neighbours({ label, nodes }: { label: string; nodes: PictureNode[] }) {
  const { t } = useTexts()
  return (
    <>
      {nodes.length > 0 && <span className="trace-card-label">{label}</span>}
      {nodes.slice(0, NEIGHBOURS).map(node => (
        <div key={node.id} className="small trace-neighbour">
          {node.unit === undefined ? (
            titleOf(node, t)
          ) : (
            <Link className="code" to={`/units/${node.unit.unit}`}>
              {node.title}
            </Link>
          )}
        </div>
      ))}
      {nodes.length > NEIGHBOURS && (
        <div className="small muted">{t('trace.moreItems', { n: count(nodes.length - NEIGHBOURS) })}</div>
      )}
    </>
  )
}
