// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { SegmentedControl, Select } from '@mantine/core'
import { quantity } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import type { Choice } from './choice'
import { DPIS, FORMATS, type Printer, type Sheet } from './model'
import { SheetGrid } from './sheet-grid'
import { within } from './sheets'

/** Where the labels go: into a file of some form, or to a printer of the site. */
export function Output(props: {
  choice: Choice
  change: (patch: Partial<Choice>) => void
  sheets: Sheet[]
  printers: Printer[]
  labels: number
}) {
  const { choice, change, sheets, printers, labels } = props
  const { t } = useTexts()
  const { format, dpi, printer, start } = choice
  const sheet = sheets.find(one => one.code === choice.sheet)
  return (
    <>
      {printers.length > 0 && (
        <Select
          size="md"
          label={t('labels.to')}
          data={[
            { value: '', label: t('labels.toFile') },
            ...printers.map(({ code, name }) => ({ value: code, label: name === code ? code : `${name} · ${code}` })),
          ]}
          value={printer}
          allowDeselect={false}
          onChange={code => change({ printer: code ?? '' })}
        />
      )}
      {printer === '' && (
        <div className="label-choices">
          <Segments
            label={t('labels.format')}
            value={format}
            options={FORMATS.map(value => ({ value, label: value.toUpperCase() }))}
            onChange={value => change({ format: FORMATS.find(known => known === value) ?? format })}
          />
          {(format === 'zpl' || format === 'png') && (
            <Segments
              label={t('labels.dpi')}
              value={String(dpi)}
              options={DPIS.map(value => ({ value: String(value), label: String(value) }))}
              onChange={value => change({ dpi: DPIS.find(known => String(known) === value) ?? dpi })}
            />
          )}
        </div>
      )}
      {printer === '' && format === 'pdf' && (
        <Select
          size="md"
          label={t('labels.sheet')}
          data={[
            { value: '', label: t('labels.noSheet') },
            ...sheets.map(one => ({ value: one.code, label: wordsOf(one) })),
          ]}
          value={sheet?.code ?? ''}
          allowDeselect={false}
          onChange={code => change({ sheet: code ?? '', start: 1 })}
        />
      )}
      {printer === '' && format === 'pdf' && sheet !== undefined && (
        <SheetGrid
          columns={sheet.columns}
          rows={sheet.rows}
          start={within(sheet, start)}
          labels={labels}
          onStart={position => change({ start: position })}
        />
      )}
    </>
  )
}

/** The page, the labels across and down, and their size. */
function wordsOf({ page, columns, rows, labelWidthMm, labelHeightMm }: Sheet): string {
  const size = [labelWidthMm, labelHeightMm].map(mm => quantity(String(Math.round(mm * 10) / 10))).join(' × ')
  return `${page} · ${columns} × ${rows} · ${size} mm`
}

function Segments(props: {
  label: string
  value: string
  options: { value: string; label: string }[]
  onChange: (value: string) => void
}) {
  const { label, value, options, onChange } = props
  return (
    <div>
      <div className="label-choice" aria-hidden>
        {label}
      </div>
      <SegmentedControl aria-label={label} size="md" value={value} data={options} onChange={onChange} />
    </div>
  )
}
