// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, FileButton } from '@mantine/core'
import { IconLink, IconPaperclip } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Link, useParams } from 'react-router'
import { address, api, segment } from '../api/client'
import { forgetAnswers } from '../api/questions'
import { useSendOnce } from '../api/send-once'
import { count, day, moment } from '../i18n/formats'
import { useTexts } from '../i18n/texts'
import { Facts } from '../lookup/facts'
import { Code, ItemLink, PlaceLink } from '../parts/code'
import { Copyable } from '../parts/copyable'
import { countryName } from '../parts/fields'
import { ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { RecallBanner } from '../parts/recalled'
import { StateChip } from '../parts/state'
import { Ago } from '../parts/when'
import { useMe } from '../shell/session'
import { apiPath, pathOf } from './addresses'
import { ComplaintSteps, type Work } from './complaint-steps'
import { CHANNELS, type Complaint, MATCHES } from './model'
import { RecordSteps } from './record-steps'
import { useComplaint } from './use-quality'
import { ComplaintChip, MatchChip, oneOf, SeverityChip, UnitWords } from './words'

const AGES = ['sold', 'shipped', 'made'] as const

/** One complaint: what was said, which piece it is about, what that piece is made of, and what was done. */
export function ComplaintPage() {
  const { number = '' } = useParams()
  const complaint = useComplaint(number)
  if (complaint.isError && complaint.data === undefined) {
    return <ProblemNotice error={complaint.error} retry={() => void complaint.refetch()} />
  }
  return complaint.data === undefined ? <Waiting /> : <Shown complaint={complaint.data} />
}

function Shown({ complaint }: { complaint: Complaint }) {
  const { t } = useTexts()
  const { may } = useMe()
  const [work, setWork] = useState<Work | null>(null)
  const channel = oneOf(CHANNELS, complaint.channel)
  return (
    <div className="page-parts quality">
      <RecallBanner recalls={complaint.linked.recalls} />
      <PageHead
        title={`${complaint.number} ${complaint.title}`}
        heading={complaint.title}
        over={
          <>
            <Code>{complaint.number}</Code> · {channel && `${t(`quality.channel.${channel}`)} · `}
            {t('quality.takenBy', { who: complaint.actor })} <Ago at={complaint.openedAt} />
          </>
        }
        states={
          <>
            <ComplaintChip state={complaint.state} />
            <SeverityChip severity={complaint.severity} />
            <MatchChip match={complaint.match.state} />
            {complaint.confirmed && <StateChip state="ok">{t('quality.confirmed')}</StateChip>}
          </>
        }
      />
      {complaint.mergedInto !== undefined && (
        <p>
          {t('quality.mergedInto')} <Link to={pathOf('complaints', complaint.mergedInto)}>{complaint.mergedInto}</Link>
        </p>
      )}
      {may.includes('complain') && <ComplaintSteps complaint={complaint} work={work} setWork={setWork} />}
      <Warnings complaint={complaint} />
      <div className="side-by-side">
        <div className="page-parts">
          <Said complaint={complaint} />
          <Talk words={complaint.replies} />
          <Attachments complaint={complaint} may={may.includes('complain')} />
        </div>
        <div className="page-parts">
          <About complaint={complaint} />
          <Components complaint={complaint} />
        </div>
      </div>
      <RecordSteps tab="complaints" number={complaint.number} />
    </div>
  )
}

function Warnings({ complaint }: { complaint: Complaint }) {
  const { t } = useTexts()
  const { warnings, duplicates } = complaint
  if (warnings.length === 0 && duplicates.length === 0) {
    return null
  }
  return (
    <Card title={t('quality.lookAt')}>
      <ul className="quality-warnings">
        {warnings.map(({ code, detail }) => (
          <li key={code}>
            <StateChip state="held">{detail}</StateChip>
          </li>
        ))}
        {duplicates.map(({ number }) => (
          <li key={number}>
            <StateChip state="unknown">{t('quality.maybeTwice')}</StateChip>{' '}
            <Link to={pathOf('complaints', number)}>{number}</Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Said({ complaint }: { complaint: Complaint }) {
  const { t } = useTexts()
  const { reporter, said } = complaint
  return (
    <Card title={t('quality.said')} aside={<AnswerLink complaint={complaint} />}>
      <p className="long-text">{complaint.description}</p>
      <Facts
        facts={[
          [t('quality.field.code'), complaint.codeName ?? complaint.code],
          [t('quality.field.reportedOn'), day(complaint.reportedOn)],
          [t('quality.field.failedOn'), complaint.failedOn && day(complaint.failedOn)],
          [
            t('quality.field.age'),
            complaint.ageInService &&
              t('quality.days', {
                n: count(complaint.ageInService.days),
                from: t(`quality.ageFrom.${oneOf(AGES, complaint.ageInService.from) ?? 'made'}`),
              }),
          ],
          [t('quality.field.place'), complaint.place],
          [t('quality.field.country'), complaint.country && countryName(complaint.country)],
          [t('quality.field.injuries'), complaint.injuries !== undefined && count(complaint.injuries)],
          [t('quality.field.name'), reporter?.name],
          [t('quality.field.email'), reporter?.email],
          [t('quality.field.phone'), reporter?.phone],
          [t('quality.saidItem'), said.item && <Code>{said.item}</Code>],
          [t('quality.saidSerial'), said.serial && <Code>{said.serial}</Code>],
          [t('quality.saidLot'), said.lot && <Code>{said.lot}</Code>],
          [t('quality.saidScan'), said.scanned && <Code>{said.scanned}</Code>],
        ]}
      />
    </Card>
  )
}

/** What the customer and we said to each other. */
function Talk({ words }: { words: Complaint['replies'] }) {
  const { t } = useTexts()
  return (
    words.length > 0 && (
      <Card title={t('quality.talk')}>
        <ul className="quality-list">
          {words.map(one => (
            <li key={one.n}>
              <div className="long-text">{one.text}</div>
              <div className="muted small">
                {one.from === 'customer' ? t('quality.customer') : one.by}, <Ago at={one.at} />
              </div>
            </li>
          ))}
        </ul>
      </Card>
    )
  )
}

/** The address at which the customer sees how far it is and can add to it. */
function AnswerLink({ complaint }: { complaint: Complaint }) {
  const { t } = useTexts()
  const { may } = useMe()
  const { send, error, busy } = useSendOnce<{ url: string }>(`${apiPath('complaints', complaint.number)}/links`)
  const [url, setUrl] = useState<string | null>(null)
  if (!may.includes('complain')) {
    return null
  }
  if (url !== null) {
    return <Copyable name={t('quality.answerLink')} text={url} />
  }
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        className="no-print"
        leftSection={<IconLink size={14} aria-hidden />}
        loading={busy}
        onClick={() => void send({}).then(link => link !== null && setUrl(link.url))}
      >
        {t('quality.do.link')}
      </Button>
      {error !== null && <ProblemNotice error={error} />}
    </>
  )
}

function About({ complaint }: { complaint: Complaint }) {
  const { t } = useTexts()
  const { match, linked, item, itemName } = complaint
  const state = oneOf(MATCHES, match.state)
  return (
    <Card title={t('quality.about')}>
      {match.unit === undefined && state !== undefined && <p>{t(`quality.matchHow.${state}`)}</p>}
      {match.candidates.length > 0 && (
        <ul className="quality-list">
          {match.candidates.map(unit => (
            <li key={unit.unit}>
              <UnitWords unit={unit} />
            </li>
          ))}
        </ul>
      )}
      <Facts
        facts={[
          [t('quality.field.unit'), match.unit && <UnitWords unit={match.unit} />],
          [t('quality.field.item'), match.unit === undefined && item && <ItemLink code={item} name={itemName} />],
          [t('quality.field.lot'), linked.lot && <UnitWords unit={linked.lot} />],
          [t('quality.field.run'), linked.run && <Link to={address('/trace', { run: linked.run })}>{linked.run}</Link>],
          [t('quality.field.madeAt'), linked.madeAt && moment(linked.madeAt)],
          [t('quality.field.shippedAt'), linked.shippedAt && moment(linked.shippedAt)],
          [
            t('quality.field.consignee'),
            linked.consignee && <PlaceLink code={linked.consignee} kind="partner" name={linked.consigneeName} />,
          ],
        ]}
      />
      {match.unit?.unit !== undefined && (
        <p className="no-print">
          <Link to={address('/quality/complaints', { item: match.unit.item, serial: match.unit.serial })}>
            {t('quality.allOfUnit')}
          </Link>
        </p>
      )}
    </Card>
  )
}

function Components({ complaint }: { complaint: Complaint }) {
  const { t } = useTexts()
  const { components, more } = complaint.linked
  if (components.length === 0) {
    return null
  }
  return (
    <Card title={t('quality.components')} aside={t('quality.asOfFailure')}>
      <ul className="quality-list">
        {components.map(one => (
          <li key={`${one.unit} ${one.position}`}>
            <UnitWords unit={one} />
            <span className="muted small">
              {one.position !== undefined && ` · ${one.position}`}
              {one.serial !== undefined && one.lot !== undefined && (
                <>
                  {' · '}
                  {t('quality.ofLot')} <Code>{one.lot}</Code>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {more && <p className="muted small">{t('quality.moreComponents')}</p>}
    </Card>
  )
}

function Attachments({ complaint, may }: { complaint: Complaint; may: boolean }) {
  const { t } = useTexts()
  const [error, setError] = useState<unknown>(null)
  const path = `${apiPath('complaints', complaint.number)}/attachments`
  const add = async (files: File[]) => {
    setError(null)
    try {
      for (const file of files) {
        await api.file(path, file, { name: file.name })
      }
    } catch (e) {
      setError(e)
    }
    void forgetAnswers()
  }
  if (complaint.attachments.length === 0 && !may) {
    return null
  }
  return (
    <Card
      title={t('quality.attachments')}
      aside={
        may && (
          <FileButton multiple accept="image/*,application/pdf,text/plain" onChange={files => void add(files)}>
            {file => (
              <Button
                variant="subtle"
                size="compact-sm"
                className="no-print"
                leftSection={<IconPaperclip size={14} aria-hidden />}
                onClick={file.onClick}
              >
                {t('quality.do.attach')}
              </Button>
            )}
          </FileButton>
        )
      }
    >
      {error !== null && <ProblemNotice error={error} />}
      {complaint.attachments.length === 0 && <p className="muted">{t('quality.noAttachments')}</p>}
      <ul className="quality-attachments">
        {complaint.attachments.map(one => (
          <li key={one.hash}>
            <Attached
              href={`/api/v1${path}/${segment(one.hash)}`}
              isPicture={one.type.startsWith('image/')}
              name={one.name}
            >
              {one.name}
            </Attached>
            <span className="muted small">
              {one.by}, <Ago at={one.at} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Attached(props: { href: string; isPicture: boolean; name: string; children: ReactNode }) {
  const { href, isPicture, name, children } = props
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {isPicture && <img src={href} alt={name} loading="lazy" />}
      {children}
    </a>
  )
}
