// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { useState } from 'react'
import { currentLanguage } from '../i18n'
import { useTexts } from '../i18n/texts'
import { LanguageField, Line, languageName, said, Words } from '../parts/fields'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card } from '../parts/page'
import { StateChip } from '../parts/state'
import { Moment } from '../parts/when'
import { CountriesField } from './countries-field'
import { useMay } from './may'
import type { PublicText, Recall } from './model'
import { StepForm } from './step-form'
import { usePublished } from './use-recalls'

const BLANK: PublicText = { title: '', product: '', hazard: '', whatToDo: '' }

/** What consumers are told, by language; it is public from the moment that it is published. */
export function PublicTab({ recall }: { recall: Recall }) {
  const may = useMay(recall)
  const published = usePublished(recall.number, recall.published?.step)
  return (
    <>
      <PublicState recall={recall} />
      {published.isError && <ProblemNotice error={published.error} retry={() => void published.refetch()} />}
      {recall.published !== undefined && published.isPending ? (
        <Waiting />
      ) : may('publish') ? (
        <Editor
          key={recall.published?.step ?? 0}
          recall={recall}
          texts={published.data?.texts ?? {}}
          countries={published.data?.countries ?? recall.decision?.decide.countries ?? []}
        />
      ) : (
        Object.entries(published.data?.texts ?? {}).map(([language, text]) => (
          <Card key={language} title={languageName(language)}>
            <Read text={text} />
          </Card>
        ))
      )}
    </>
  )
}

function PublicState({ recall: { number, published } }: { recall: Recall }) {
  const { t } = useTexts()
  return (
    <Card title={t('recalls.tab.public')}>
      {published === undefined ? (
        <Empty title={t('recalls.notPublished')}>{t('recalls.notPublishedHow')}</Empty>
      ) : (
        <p className="recall-chips">
          <StateChip state="ok">{t('recalls.published')}</StateChip>
          <span>
            <Moment at={published.at} /> · {published.languages.map(languageName).join(', ')}
          </span>
          <a href={`/check/recalls/${encodeURIComponent(number)}`} target="_blank" rel="noreferrer">
            {t('recalls.seePublic')}
          </a>
        </p>
      )}
    </Card>
  )
}

type EditorProps = { recall: Recall; texts: Record<string, PublicText>; countries: string[] }

function Editor(props: EditorProps) {
  const { recall } = props
  const { t } = useTexts()
  const [texts, setTexts] = useState(() =>
    Object.keys(props.texts).length === 0 ? { [currentLanguage()]: BLANK } : props.texts,
  )
  const languages = Object.keys(texts)
  const [main, setMain] = useState(recall.published?.language ?? languages[0] ?? 'en')
  const [shown, setShown] = useState(main)
  const [countries, setCountries] = useState(props.countries)
  const text = texts[shown] ?? BLANK
  const set = (patch: Partial<PublicText>) => setTexts({ ...texts, [shown]: { ...text, ...patch } })
  const drop = () => {
    const rest = Object.fromEntries(Object.entries(texts).filter(([language]) => language !== shown))
    const [first = 'en'] = Object.keys(rest)
    setTexts(rest)
    setShown(first)
    setMain(main === shown ? first : main)
  }
  return (
    <Card title={t('recalls.publicTexts')}>
      <p className="muted recall-words">{t('recalls.publicHow')}</p>
      <div className="recall-variants no-print">
        <fieldset className="toggles">
          <legend className="hidden-words">{t('recalls.field.language')}</legend>
          {languages.map(language => (
            <button
              key={language}
              type="button"
              className="toggle"
              aria-pressed={language === shown}
              onClick={() => setShown(language)}
            >
              {languageName(language)}
            </button>
          ))}
        </fieldset>
        <LanguageField
          label=""
          aria-label={t('recalls.addLanguage')}
          placeholder={t('recalls.addLanguage')}
          value=""
          without={languages}
          onChange={language => {
            if (language !== '') {
              setTexts({ ...texts, [language]: BLANK })
              setShown(language)
            }
          }}
        />
        {languages.length > 1 && (
          <button type="button" className="toggle" onClick={drop}>
            {t('recalls.dropLanguage', { language: languageName(shown) })}
          </button>
        )}
      </div>
      <StepForm
        recall={recall}
        shown={/^\/(language|countries(\/\d+)?|texts\/\w+(\/\w+)?)$/}
        step={() => ({
          type: 'publish',
          language: main,
          countries,
          texts: Object.fromEntries(Object.entries(texts).map(([language, one]) => [language, sent(one)])),
        })}
        submit={t(recall.published === undefined ? 'recalls.do.publish' : 'recalls.do.publishAgain')}
        grave={recall.published === undefined}
      >
        {fault => (
          <div className="side-by-side">
            <div className="recall-fields" key={shown} lang={shown}>
              {languages
                .filter(language => fault(`/texts/${language}`))
                .map(language => (
                  <div key={language} className="recall-fault">
                    {languageName(language)}: {fault(`/texts/${language}`)}
                  </div>
                ))}
              <Line
                label={t('recalls.public.title')}
                value={text.title}
                error={fault(`/texts/${shown}/title`)}
                onChange={title => set({ title })}
              />
              <Line
                label={t('recalls.public.product')}
                description={t('recalls.public.productHow')}
                value={text.product}
                error={fault(`/texts/${shown}/product`)}
                onChange={product => set({ product })}
              />
              <Words
                label={t('recalls.public.hazard')}
                description={t('recalls.public.hazardHow')}
                value={text.hazard}
                error={fault(`/texts/${shown}/hazard`)}
                onChange={hazard => set({ hazard })}
              />
              <Words
                label={t('recalls.public.whatToDo')}
                description={t('recalls.public.whatToDoHow')}
                value={text.whatToDo}
                error={fault(`/texts/${shown}/whatToDo`)}
                onChange={whatToDo => set({ whatToDo })}
                rows={4}
              />
              <Words
                label={t('recalls.public.remedy')}
                value={text.remedy ?? ''}
                error={fault(`/texts/${shown}/remedy`)}
                onChange={remedy => set({ remedy })}
                rows={2}
              />
              <Words
                label={t('recalls.public.contact')}
                value={text.contact ?? ''}
                error={fault(`/texts/${shown}/contact`)}
                onChange={contact => set({ contact })}
                rows={2}
              />
              <Line
                label={t('recalls.public.link')}
                type="url"
                value={text.link ?? ''}
                error={fault(`/texts/${shown}/link`)}
                onChange={link => set({ link })}
              />
              <CountriesField value={countries} onChange={setCountries} error={fault('/countries')} />
              {languages.length > 1 && (
                <LanguageField
                  label={t('recalls.mainLanguage')}
                  description={t('recalls.mainLanguageHow')}
                  value={main}
                  error={fault('/language')}
                  onChange={language => setMain(languages.includes(language) ? language : main)}
                />
              )}
            </div>
            <section className="recall-public" aria-label={t('recalls.publicPreview')}>
              <div className="muted small">{t('recalls.publicPreview')}</div>
              <Read text={text} />
            </section>
          </div>
        )}
      </StepForm>
    </Card>
  )
}

function sent(text: PublicText): PublicText {
  return {
    title: text.title.trim(),
    product: text.product.trim(),
    hazard: text.hazard.trim(),
    whatToDo: text.whatToDo.trim(),
    remedy: said(text.remedy ?? ''),
    contact: said(text.contact ?? ''),
    link: said(text.link ?? ''),
  }
}

/** The words as consumers read them. */
function Read({ text }: { text: PublicText }) {
  const { t } = useTexts()
  const steps = text.whatToDo.split('\n').filter(step => step.trim() !== '')
  return (
    <article className="recall-read">
      <h3>{text.title || '…'}</h3>
      <p>
        <b>{text.product}</b>
      </p>
      <p>{text.hazard}</p>
      {steps.length > 0 && (
        <ol>
          {steps.map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {text.remedy && (
        <p>
          <b>{t('recalls.public.remedy')}:</b> {text.remedy}
        </p>
      )}
      {text.contact && (
        <p>
          <b>{t('recalls.public.contact')}:</b> {text.contact}
        </p>
      )}
      {text.link && <p className="code">{text.link}</p>}
    </article>
  )
}
