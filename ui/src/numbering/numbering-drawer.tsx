// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Drawer, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api, Problem } from '../api/client'
import type { Item } from '../api/model'
import { forgetAnswers, questions } from '../api/questions'
import { useTexts } from '../i18n/texts'
import { faultsOf, restOf } from '../masters/faults'
import { Code } from '../parts/code'
import { ProblemNotice, Waiting } from '../parts/notices'
import type { Kind, Numbering, Rule } from './model'
import { TemplateField } from './template-field'
import { numberingPath, useNumbering } from './use-numbering'

const POINTERS = /^\/(lot|serial)\/(template|reset)$/

type Draft = Record<Kind, { template: string; reset: string }>

/** Changes how an item's lots and serials are numbered; a template that would repeat itself is refused. */
export default function NumberingDrawer({ item, kinds, close }: { item: Item; kinds: Kind[]; close: () => void }) {
  const { t } = useTexts()
  const answer = useNumbering(item.code)
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      transitionProps={{ duration: 0 }}
      size={640}
      title={
        <span>
          {t('numbering.title')} · <Code>{item.code}</Code>
        </span>
      }
      closeButtonProps={{ 'aria-label': t('labels.close') }}
    >
      {answer.data === undefined ? (
        answer.isError ? (
          <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />
        ) : (
          <Waiting />
        )
      ) : (
        <NumberingForm numbering={answer.data} kinds={kinds} close={close} />
      )}
    </Drawer>
  )
}

function NumberingForm({ numbering, kinds, close }: { numbering: Numbering; kinds: Kind[]; close: () => void }) {
  const { t } = useTexts()
  const [draft, setDraft] = useState<Draft>({ lot: draftOf(numbering.lot), serial: draftOf(numbering.serial) })
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const fault = faultsOf(error)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      const kept = await api.put<Numbering>(numberingPath(numbering.item), {
        lot: ruleOf(draft.lot),
        serial: ruleOf(draft.serial),
        version: numbering.version,
      })
      questions.setQueryData(['numbering', numbering.item], kept)
      void forgetAnswers()
      close()
    } catch (e) {
      if (e instanceof Problem && e.status === 412) {
        // Somebody else changed it; what they made of it is read, and the next save stands on that.
        void questions.invalidateQueries({ queryKey: ['numbering', numbering.item] })
      }
      setError(e)
      setBusy(false)
    }
  }
  return (
    <form onSubmit={e => void submit(e)} noValidate>
      <Stack gap="lg">
        {kinds.map(kind => (
          <TemplateField
            key={kind}
            item={numbering.item}
            kind={kind}
            {...draft[kind]}
            change={patch => {
              setDraft(now => ({ ...now, [kind]: { ...now[kind], ...patch } }))
              setError(null)
            }}
            fault={field => fault(`/${kind}/${field}`)}
          />
        ))}
        {error !== null && <ProblemNotice error={restOf(error, POINTERS)} />}
        <div className="numbering-buttons">
          <Button variant="default" onClick={close}>
            {t('masters.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('masters.save')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

function draftOf(rule: Rule | undefined) {
  return { template: rule?.template ?? '', reset: rule?.reset ?? 'never' }
}

/** A kind without a template has no rule. */
function ruleOf({ template, reset }: { template: string; reset: string }): Rule | undefined {
  return template.trim() === '' ? undefined : { template: template.trim(), reset }
}
