// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Checkbox, NumberInput, SegmentedControl, Select, Stack, Textarea } from '@mantine/core'
import { useTexts } from '../i18n/texts'
import { Millimetres } from './millimetres'
import { type Element, SYMBOLOGIES } from './model'

const HRI = ['below', 'right', 'none'] as const
const ALIGN = ['left', 'center', 'right'] as const

type Props = {
  element: Element
  change: (patch: Partial<Element>) => void
  /** What the server says of a member, such as `/content`; without one of the element. */
  fault: (member: string) => string | undefined
}

/** Where an element is and what is in it; each kind has its own fields. */
export function ElementFields(props: Props) {
  const { element, change, fault } = props
  const { t } = useTexts()
  const { kind } = element
  return (
    <Stack gap="sm">
      {fault('') !== undefined && (
        <div className="label-fault small" role="alert">
          {fault('')}
        </div>
      )}
      <div className="label-four">
        <Millimetres label={t('labels.x')} value={element.x} error={fault('/x')} onChange={x => change({ x })} />
        <Millimetres label={t('labels.y')} value={element.y} error={fault('/y')} onChange={y => change({ y })} />
        <Millimetres
          label={t('labels.width')}
          value={element.width}
          error={fault('/width')}
          onChange={width => change({ width })}
        />
        <Millimetres
          label={t('labels.height')}
          value={element.height}
          error={fault('/height')}
          onChange={height => change({ height })}
        />
      </div>
      {kind === 'symbol' && <SymbolFields {...props} />}
      {kind === 'text' && <TextFields {...props} />}
      {(kind === 'line' || kind === 'box') && (
        <Millimetres
          label={t('labels.thickness')}
          value={element.thickness ?? 0.25}
          step={0.05}
          error={fault('/thickness')}
          onChange={thickness => change({ thickness })}
        />
      )}
    </Stack>
  )
}

function Content({ element, change, fault }: Props) {
  const { t } = useTexts()
  return (
    <Textarea
      size="md"
      label={t('labels.content')}
      description={t(element.kind === 'symbol' ? 'labels.symbolHow' : 'labels.textHow')}
      value={element.content ?? ''}
      error={fault('/content')}
      autosize
      minRows={1}
      maxRows={4}
      spellCheck={false}
      onChange={e => change({ content: e.currentTarget.value })}
      classNames={{ input: 'code' }}
    />
  )
}

function SymbolFields(props: Props) {
  const { element, change, fault } = props
  const { t } = useTexts()
  return (
    <>
      <div className="label-two">
        <Select
          size="md"
          label={t('labels.symbology')}
          data={[...SYMBOLOGIES]}
          value={element.symbology ?? null}
          error={fault('/symbology')}
          allowDeselect={false}
          onChange={symbology => change({ symbology: symbology ?? undefined })}
        />
        <Select
          size="md"
          label={t('labels.hri')}
          data={HRI.map(value => ({ value, label: t(`labels.hriAt.${value}`) }))}
          value={element.hri ?? 'below'}
          error={fault('/hri')}
          allowDeselect={false}
          onChange={hri => change({ hri: hri ?? undefined })}
        />
      </div>
      <Content {...props} />
      {element.readable !== undefined && (
        <Textarea
          size="md"
          label={t('labels.readable')}
          value={element.readable}
          error={fault('/readable')}
          autosize
          minRows={1}
          maxRows={6}
          spellCheck={false}
          onChange={e => change({ readable: e.currentTarget.value })}
          classNames={{ input: 'code' }}
        />
      )}
      <Checkbox
        label={t('labels.optional')}
        checked={element.optional === true}
        onChange={e => change({ optional: e.currentTarget.checked })}
      />
    </>
  )
}

function TextFields(props: Props) {
  const { element, change, fault } = props
  const { t } = useTexts()
  return (
    <>
      <Content {...props} />
      <div className="label-two">
        <NumberInput
          size="md"
          label={t('labels.points')}
          value={element.size ?? 8}
          error={fault('/size')}
          min={3}
          max={200}
          step={0.5}
          decimalScale={1}
          onChange={size => size !== '' && change({ size: Number(size) })}
        />
        <div>
          <div className="label-choice" aria-hidden>
            {t('labels.align')}
          </div>
          <SegmentedControl
            aria-label={t('labels.align')}
            size="md"
            fullWidth
            value={element.align ?? 'left'}
            data={ALIGN.map(value => ({ value, label: t(`labels.aligned.${value}`) }))}
            onChange={align => change({ align })}
          />
        </div>
        <Checkbox
          label={t('labels.bold')}
          checked={element.bold === true}
          onChange={e => change({ bold: e.currentTarget.checked })}
        />
        <Checkbox
          label={t('labels.cut')}
          checked={element.cut === true}
          onChange={e => change({ cut: e.currentTarget.checked })}
        />
      </div>
    </>
  )
}
