// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import drawn from '../scan/symbols.json'
import type { Printed } from '../scan/test-texts'

/** Quiet zone, in modules: more than either symbology asks for. */
const QUIET = { DataMatrix: 3, Code128: 11 }

/** How high bars are, in modules. */
const BAR_HEIGHT = 44

/** A symbol that was drawn once and is printed here; dark on white in the dark scheme too. */
export function PrintedSymbol({ printed, label }: { printed: Printed; label: string }) {
  const rows = (drawn as Record<string, string[]>)[printed.name] ?? []
  const quiet = QUIET[printed.format]
  const bars = printed.format === 'Code128'
  const width = (rows[0]?.length ?? 0) + 2 * quiet
  const height = (bars ? BAR_HEIGHT : rows.length) + 2 * (bars ? 2 : quiet)
  const path = rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(
        run =>
          `M${run.index + quiet} ${y + (bars ? 2 : quiet)}h${run[0].length}v${bars ? BAR_HEIGHT : 1}h-${run[0].length}z`,
      ),
    )
    .join('')
  return (
    <svg
      className={bars ? 'printed-bars' : 'printed-matrix'}
      viewBox={`0 0 ${width} ${height}`}
      style={{ width: bars ? `${(width * 0.33).toFixed(1)}mm` : `${(width * 0.9).toFixed(1)}mm` }}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={width} height={height} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
