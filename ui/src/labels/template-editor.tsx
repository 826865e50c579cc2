// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Menu, Select, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { api, Problem, segment } from '../api/client'
import { forgetAnswers, questions } from '../api/questions'
import { useTexts } from '../i18n/texts'
import { faultsOf, restOf } from '../masters/faults'
import { ProblemNotice } from '../parts/notices'
import { Card } from '../parts/page'
import { ElementFields } from './element-fields'
import { areaOf } from './element-list'
import { Millimetres } from './millimetres'
import { ABOUTS, ELEMENT_KINDS, type Element, type Template } from './model'
import { Sampled } from './sampled'
import { templateQuestion } from './template'
import { bodyOfTemplate, newElement, sameTemplate } from './template-body'

const POINTERS =
  /^\/(name|about|widthMm|heightMm|elements\/\d+\/(x|y|width|height|content|readable|symbology|hri|size|align|thickness))$/

/** Changes a template: its size, and element by element what is on it, with the label as it would come out beside. */
export function TemplateEditor({ template }: { template: Template }) {
  const { t } = useTexts()
  const [base, setBase] = useState(template)
  const [draft, setDraft] = useState(template)
  const [chosen, setChosen] = useState(0)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const fault = faultsOf(error)
  const dirty = !sameTemplate(base, draft)
  const element = draft.elements[chosen]

  /** What was refused is of the template as it was; it is asked again with the next save. */
  const edit = (patch: Partial<Template>) => {
    setDraft(now => ({ ...now, ...patch }))
    setError(null)
  }
  const setElements = (elements: Element[], next: number) => {
    edit({ elements })
    setChosen(next)
  }
  const editElement = (patch: Partial<Element>) =>
    edit({ elements: draft.elements.map((one, n) => (n === chosen ? { ...one, ...patch } : one)) })

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      const kept = await api.put<Template>(`/label-templates/${segment(draft.code)}`, {
        ...bodyOfTemplate(draft),
        version: template.version,
      })
      questions.setQueryData(templateQuestion(draft.code), kept)
      setBase(kept)
      setDraft(kept)
      notifications.show({
        message: t('labels.templateKept', { name: kept.name }),
        color: 'green',
        closeButtonProps: { 'aria-label': t('labels.close') },
      })
      void forgetAnswers()
    } catch (e) {
      if (e instanceof Problem && e.status === 412) {
        // Somebody else changed it; what they made of it is read, and the next save stands on that.
        void forgetAnswers()
      }
      setError(e)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="template-columns" onSubmit={e => void submit(e)} noValidate>
      <div className="template-seen">
        <Card title={t('labels.looksLike')}>
          <Sampled template={draft} draft={dirty ? draft : null} marked={element} />
        </Card>
        {error !== null && <ProblemNotice error={restOf(error, POINTERS)} />}
        <div className="label-buttons">
          <Button variant="default" disabled={!dirty} onClick={() => setDraft(base)}>
            {t('masters.reset')}
          </Button>
          <Button type="submit" loading={busy} disabled={!dirty}>
            {t('masters.save')}
          </Button>
        </div>
      </div>
      <div className="template-parts">
        <Card title={t('labels.label')}>
          <div className="label-two">
            <TextInput
              size="md"
              label={t('labels.name')}
              value={draft.name}
              error={fault('/name')}
              maxLength={200}
              onChange={e => edit({ name: e.currentTarget.value })}
            />
            <Select
              size="md"
              label={t('labels.goesOn')}
              data={ABOUTS.map(value => ({ value, label: t(`labels.about.${value}`) }))}
              value={draft.about}
              error={fault('/about')}
              allowDeselect={false}
              onChange={value => edit({ about: ABOUTS.find(known => known === value) ?? draft.about })}
            />
            <Millimetres
              label={t('labels.width')}
              value={draft.widthMm}
              error={fault('/widthMm')}
              onChange={widthMm => edit({ widthMm })}
            />
            <Millimetres
              label={t('labels.height')}
              value={draft.heightMm}
              error={fault('/heightMm')}
              onChange={heightMm => edit({ heightMm })}
            />
          </div>
        </Card>
        <Card
          title={t('labels.elements')}
          aside={
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />}>
                  {t('labels.addElement')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {ELEMENT_KINDS.map(kind => (
                  <Menu.Item
                    key={kind}
                    onClick={() =>
                      setElements([...draft.elements, newElement(kind, draft.widthMm)], draft.elements.length)
                    }
                  >
                    {t(`labels.elementKind.${kind}`)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          }
        >
          <ul className="element-choices">
            {draft.elements.map((one, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: elements have no name but their place
              <li key={n}>
                <button type="button" aria-pressed={n === chosen} onClick={() => setChosen(n)}>
                  <b>{t(`labels.elementKind.${one.kind}`)}</b>
                  <span className="code">{one.content}</span>
                  <span className="muted small">{areaOf(one)}</span>
                </button>
              </li>
            ))}
          </ul>
        </Card>
        {element !== undefined && (
          <Card title={t(`labels.elementKind.${element.kind}`)}>
            <ElementFields
              key={chosen}
              element={element}
              change={editElement}
              fault={member => fault(`/elements/${chosen}${member}`)}
            />
            <div className="label-buttons">
              <Button
                variant="default"
                disabled={draft.elements.length < 2}
                onClick={() =>
                  setElements(
                    draft.elements.filter((_, n) => n !== chosen),
                    Math.max(0, chosen - 1),
                  )
                }
              >
                {t('labels.takeOut')}
              </Button>
            </div>
          </Card>
        )}
      </div>
    </form>
  )
}
