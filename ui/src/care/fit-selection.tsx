// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { uuid7 } from '../api/uuid'
import { useTexts } from '../i18n/texts'
import type { FaultAt } from '../masters/faults'
import { RowsField } from '../masters/rows-field'
import { Line, said } from '../parts/fields'
import { ItemField } from '../tasks/fields'
import type { SelectionDraft } from './fit-draft'

type Props = {
  legend: string
  description: string
  selection: SelectionDraft
  onChange: (selection: SelectionDraft) => void
  /** The server's words by pointers within the selection. */
  fault: FaultAt
}

/** One side of a rule: an item, and what narrows it. */
export function SelectionFields({ legend, description, selection, onChange, fault }: Props) {
  const { t } = useTexts()
  const set = (patch: Partial<SelectionDraft>) => onChange({ ...selection, ...patch })
  return (
    <fieldset className="fit-side">
      <legend>{legend}</legend>
      <div className="muted small">{description}</div>
      <div className="field-pair">
        <ItemField
          label={t('fit.field.item')}
          value={selection.item}
          error={fault('/item')}
          onChange={item => set({ item })}
        />
        <Line
          label={t('fit.field.revisions')}
          value={selection.revisions}
          error={fault('/revisions')}
          onChange={revisions => set({ revisions })}
        />
        <Line
          code
          label={t('fit.field.lots')}
          value={selection.lots}
          error={fault('/lots')}
          onChange={lots => set({ lots })}
        />
        <Line
          type="date"
          label={t('fit.field.madeFrom')}
          value={selection.madeFrom}
          error={fault('/madeFrom')}
          onChange={madeFrom => set({ madeFrom })}
        />
        <Line
          type="date"
          label={t('fit.field.madeTo')}
          value={selection.madeTo}
          error={fault('/madeTo')}
          onChange={madeTo => set({ madeTo })}
        />
      </div>
      <Rows
        name="serials"
        rows={selection.serials}
        fault={fault}
        add={t('fit.do.addSerials')}
        legend={t('fit.field.serials')}
        fields={{ from: t('fit.field.from'), to: t('fit.field.to') }}
        onChange={serials => set({ serials })}
      />
      <Rows
        name="versions"
        rows={selection.versions}
        fault={fault}
        add={t('fit.do.addVersion')}
        legend={t('fit.field.versions')}
        fields={{ name: t('fit.field.versionName'), from: t('fit.field.from'), to: t('fit.field.to') }}
        onChange={versions => set({ versions })}
      />
      <Rows
        name="has"
        rows={selection.has}
        fault={fault}
        add={t('fit.do.addHas')}
        legend={t('fit.field.has')}
        fields={{
          item: t('fit.field.item'),
          revisions: t('fit.field.revisions'),
          position: t('fit.field.position'),
        }}
        onChange={has => set({ has: has.map(row => ({ ...row, revisions: row.revisions ?? '' })) })}
      />
    </fieldset>
  )
}

type Row<K extends string> = { key: string } & { [name in K]?: string }

/** Rows of a few texts each. */
function Rows<K extends string>(props: {
  name: string
  rows: Row<K>[]
  fault: FaultAt
  add: string
  legend: string
  fields: Record<K, string>
  onChange: (rows: Row<K>[]) => void
}) {
  const { name, rows, fault, add, legend, fields, onChange } = props
  const members = Object.keys(fields) as K[]
  const faultOf = (n: number, member: K) =>
    fault(`/${name}/${n}/${member}`) ?? (member === members[0] ? fault(`/${name}/${n}`) : undefined)
  const change = (row: Row<K>, member: K, value: string) =>
    onChange(rows.map(one => (one.key === row.key ? { ...one, [member]: said(value) } : one)))
  return (
    <RowsField<Row<K>>
      legend={legend}
      fault={fault(`/${name}`)}
      add={add}
      rows={rows}
      nameOf={row => members.map(member => row[member]).find(Boolean) ?? ''}
      onAdd={() => onChange([...rows, { key: uuid7() } as Row<K>])}
      onChange={onChange}
    >
      {(row, n) => (
        <div className="fit-row">
          {members.map(member =>
            member === 'item' ? (
              <ItemField
                key={member}
                label={fields[member]}
                value={row[member] ?? ''}
                error={faultOf(n, member)}
                onChange={value => change(row, member, value)}
              />
            ) : (
              <Line
                key={member}
                label={fields[member]}
                value={row[member] ?? ''}
                error={faultOf(n, member)}
                onChange={value => change(row, member, value)}
              />
            ),
          )}
        </div>
      )}
    </RowsField>
  )
}
