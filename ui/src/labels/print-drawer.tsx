// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Drawer, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { Problem } from '../api/client'
import { count } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Code } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { type Choice, keepChoice, lastChoice, templateToBegin } from './choice'
import { Earlier, useEarlier } from './earlier'
import { faultAtField, labelFaults } from './faults'
import { type Job, labelsOf, type Wanted } from './job'
import './labels.css'
import { LabelFields } from './label-fields'
import type { Printer, Sheet, ShortTemplate, Values } from './model'
import { Outcome } from './outcome'
import { Output } from './output'
import { Preview } from './preview'
import { holds, nextStart, within } from './sheets'
import { usePreview, usePrinters, useSheets, useTemplates } from './use-labels'
import { usePrint } from './use-print'

/** Faults that stand at fields of the drawer. */
const AT_FIELDS = /^\/(label|labels\/0)\/(lot|serial|qty|expiry)$|^\/reason$/

/** Labels for something: how they look, how many, and where to. */
export default function PrintDrawer({ job, close }: { job: Job; close: () => void }) {
  const { t } = useTexts()
  const templates = useTemplates()
  const sheets = useSheets()
  const printers = usePrinters()
  const fitting = templates.data?.filter(one => job.abouts.includes(one.about))
  const failed = [templates, sheets, printers].find(answer => answer.isError && answer.data === undefined)
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      transitionProps={{ duration: 0 }}
      size={600}
      title={
        <span className="label-title">
          {t('labels.printFor')} <Code>{job.title}</Code>
        </span>
      }
      closeButtonProps={{ 'aria-label': t('labels.close') }}
    >
      {failed !== undefined ? (
        <ProblemNotice error={failed.error} retry={() => void failed.refetch()} />
      ) : fitting === undefined || sheets.data === undefined || printers.data === undefined ? (
        <Waiting rows={6} />
      ) : fitting.length === 0 ? (
        <Empty title={t('labels.noneFits')} />
      ) : (
        <PrintForm job={job} fitting={fitting} sheets={sheets.data} printers={printers.data} close={close} />
      )}
    </Drawer>
  )
}

type FormProps = {
  job: Job
  fitting: ShortTemplate[]
  sheets: Sheet[]
  printers: Printer[]
  close: () => void
}

function PrintForm({ job: given, fitting, sheets: allSheets, printers, close }: FormProps) {
  const { t } = useTexts()
  const [choice, setChoice] = useState(() => beginning(fitting, allSheets, printers))
  const [values, setValues] = useState<Values>(given.labels[0] ?? {})
  const [copies, setCopies] = useState(1)
  const [reason, setReason] = useState('')
  const alone = given.block === undefined && given.labels.length === 1
  const job = alone ? { ...given, labels: [values] } : given
  const template = fitting.find(one => one.code === choice.template) ?? fitting[0]
  const sheets = allSheets.filter(one => template !== undefined && holds(one, template))
  const sheet = sheets.find(one => one.code === choice.sheet)
  const labels = labelsOf(job, copies)

  const earlier = useEarlier(given.unit)
  const preview = usePreview(template?.code, previewed(job))
  const printing = usePrint(job, wanted => {
    const start = wanted.sheet !== '' && sheet !== undefined ? nextStart(sheet, wanted.start, labels) : wanted.start
    keepChoice({ ...kept(choice, template), start })
    change({ start })
  })
  if (template === undefined) {
    return null
  }

  const change = (patch: Partial<Beginning>) => setChoice(now => ({ ...now, ...patch }))
  const wanted: Wanted = {
    ...choice,
    template: template.code,
    sheet: sheet?.code ?? '',
    start: sheet === undefined ? 1 : within(sheet, choice.start),
    copies,
    reason,
  }
  const errors = [preview.error, printing.error]
  // One serial is on one piece, and has one label unless somebody says why not.
  const again = earlier.again || (copies > 1 && previewed(job)?.serial !== undefined) || isReprint(printing.error)
  const isReady = !preview.isError && (!again || reason.trim() !== '')

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void printing.print(wanted)
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Select
          size="md"
          label={t('labels.template')}
          data={grouped(fitting, about => t(`labels.about.${about}`))}
          value={template.code}
          allowDeselect={false}
          onChange={code => code !== null && change({ template: code })}
          data-autofocus
        />
        <Preview
          preview={preview}
          widthMm={template.widthMm}
          heightMm={template.heightMm}
          alt={t('labels.previewOf', { what: given.title })}
          shown={alone ? AT_FIELDS : undefined}
        />
        {alone && given.fields !== undefined && (
          <LabelFields
            fields={given.fields}
            values={values}
            change={patch => setValues(now => ({ ...now, ...patch }))}
            fault={field => faultAtField(errors, field)}
          />
        )}
        <Output choice={choice} change={change} sheets={sheets} printers={printers} labels={labels} />
        <NumberInput
          size="md"
          label={t('labels.copies')}
          description={t('labels.labelsInAll', { count: labels, n: count(labels) })}
          value={copies}
          min={1}
          max={1000}
          allowDecimal={false}
          allowNegative={false}
          onChange={n => setCopies(Math.max(1, Number(n) || 1))}
        />
        <Earlier earlier={earlier} />
        {(again || reason !== '') && (
          <TextInput
            size="md"
            label={t('labels.reason')}
            description={t('labels.reasonWhy')}
            value={reason}
            maxLength={200}
            required
            withAsterisk={false}
            error={labelFaults(printing.error).find(fault => fault.pointer === '/reason')?.words}
            onChange={e => setReason(e.currentTarget.value)}
          />
        )}
        <div className="label-foot">
          {printing.error !== null && <ProblemNotice error={printing.error} />}
          {printing.printed !== null && <Outcome printed={printing.printed} printers={printers} />}
          <div className="label-buttons">
            <Button variant="default" onClick={close}>
              {t('labels.close')}
            </Button>
            <Button
              type="submit"
              leftSection={<IconPrinter size={16} aria-hidden />}
              loading={printing.busy}
              disabled={!isReady}
            >
              {t(choice.printer === '' ? 'labels.make' : 'labels.send', { count: labels, n: count(labels) })}
            </Button>
          </div>
        </div>
      </Stack>
    </form>
  )
}

/** The choice with the template that it is about now. */
type Beginning = Choice & { template: string }

/** How the last labels were printed here, as far as that still exists. */
function beginning(fitting: ShortTemplate[], sheets: Sheet[], printers: Printer[]): Beginning {
  const last = lastChoice()
  const sheet = sheets.find(one => one.code === last.sheet)
  return {
    ...last,
    template: templateToBegin(fitting, last) ?? '',
    sheet: sheet?.code ?? '',
    start: sheet === undefined ? 1 : within(sheet, last.start),
    printer: printers.some(one => one.code === last.printer) ? last.printer : '',
  }
}

function kept({ template: _, ...choice }: Beginning, template: ShortTemplate | undefined): Choice {
  return template === undefined
    ? choice
    : {
        ...choice,
        about: template.about,
        templates: { ...choice.templates, [template.about]: template.code },
      }
}

/** The label that the preview shows: the first one. */
function previewed(job: Job): Values | undefined {
  return job.labels[0] ?? job.block?.sample
}

function isReprint(error: unknown): boolean {
  return error instanceof Problem && error.code === 'reprint-needs-reason'
}

function grouped(templates: ShortTemplate[], name: (about: ShortTemplate['about']) => string) {
  const abouts = [...new Set(templates.map(one => one.about))]
  return abouts.map(about => ({
    group: name(about),
    items: templates.filter(one => one.about === about).map(({ code, name }) => ({ value: code, label: name })),
  }))
}
