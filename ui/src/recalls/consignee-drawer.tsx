// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Drawer } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../i18n/texts'
import { Facts } from '../lookup/facts'
import { MoreButton } from '../lookup/more-button'
import { Code, ItemLink, PlaceLink, UnitLink } from '../parts/code'
import { countryName, languageName } from '../parts/fields'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Quantity } from '../parts/quantity'
import { Rows } from '../parts/rows'
import { StateChip } from '../parts/state'
import { Moment } from '../parts/when'
import { AnswerForm } from './answer-form'
import { CheckForm } from './check-form'
import { CheckChip, ConsigneeChip } from './consignees-tab'
import { Later } from './later'
import { useMay } from './may'
import type { Consignee, Recall } from './model'
import { NoticeForm } from './notice-form'
import { NoticeChip } from './notices-tab'
import { useConsignee, useGoods } from './use-recalls'

/** One consignee beside the list: what they have, what they were told, what they said, and their check. */
export function ConsigneeDrawer({ recall, code, close }: { recall: Recall; code: string; close: () => void }) {
  const { t } = useTexts()
  const answer = useConsignee(recall.number, code)
  const one = answer.data
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      transitionProps={{ duration: 0 }}
      size={640}
      title={one?.name ?? code}
      closeButtonProps={{ 'aria-label': t('masters.close') }}
    >
      {answer.isError && <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />}
      {one === undefined && answer.isPending && <Waiting />}
      {one === null && <Empty title={t('recalls.noSuchConsignee', { code })} />}
      {one != null && <Shown recall={recall} one={one} />}
    </Drawer>
  )
}

function Shown({ recall, one }: { recall: Recall; one: Consignee }) {
  const { t } = useTexts()
  const may = useMay(recall)
  return (
    <div className="recall-drawer">
      <p className="recall-chips">
        <ConsigneeChip state={one.state} />
        <CheckChip one={one} />
      </p>
      <Facts
        facts={[
          [
            t('recalls.column.consignee'),
            one.via === undefined ? <PlaceLink key="p" code={one.code} kind="partner" name={one.code} /> : null,
          ],
          [
            t('recalls.passedOnBy'),
            one.via && (
              <Link key="via" to={`?consignee=${encodeURIComponent(one.via)}`}>
                {one.via}
              </Link>
            ),
          ],
          [t('recalls.field.email'), one.email],
          [t('recalls.field.country'), one.country && countryName(one.country)],
          [t('recalls.field.language'), one.language && languageName(one.language)],
        ]}
      />
      <Section title={t('recalls.got')}>
        <GotTable one={one} />
        <GoodsList recall={recall} one={one} />
      </Section>
      <Section title={t('recalls.tab.notices')}>
        <NoticeLines one={one} />
        {may('notify') && recall.kind !== 'mock' && (
          <Later words={t('recalls.do.notifyThem')}>
            {done => <NoticeForm recall={recall} consignee={one} done={done} />}
          </Later>
        )}
      </Section>
      <Section title={t('recalls.answer')}>
        <AnswerLines one={one} />
        {may('answer') && (
          <Later words={t(one.answer === undefined ? 'recalls.do.enterAnswer' : 'recalls.do.enterAnotherAnswer')}>
            {done => <AnswerForm recall={recall} one={one} done={done} />}
          </Later>
        )}
      </Section>
      {recall.kind !== 'mock' && (
        <Section title={t('recalls.check')}>
          {one.check !== undefined && (
            <Facts
              facts={[
                [t('recalls.field.result'), <CheckChip key="check" one={one} />],
                [t('recalls.field.method'), t(`recalls.method.${one.check.method}`)],
                [t('recalls.column.when'), <Moment key="at" at={one.check.at} />],
                [t('recalls.checkedBy'), one.check.by],
                [t('recalls.field.remark'), one.check.text],
              ]}
            />
          )}
          {may('check') && (
            <Later words={t('recalls.do.enterCheck')}>
              {done => <CheckForm recall={recall} one={one} done={done} />}
            </Later>
          )}
        </Section>
      )}
    </div>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="recall-part">{title}</h3>
      {children}
    </section>
  )
}

function GotTable({ one }: { one: Consignee }) {
  const { t } = useTexts()
  return (
    <Rows
      words={[t('trace.item')]}
      numbers={[t('recalls.column.went'), t('recalls.column.has'), t('recalls.column.open')]}
    >
      {one.items.map(row => {
        const open = one.open.find(other => other.item === row.item)
        return (
          <tr key={row.item}>
            <td>
              <ItemLink code={row.item} name={row.name} />
            </td>
            <td className="num">{row.gross === undefined ? '–' : <Quantity qty={row.gross} unit={row.unit} />}</td>
            <td className="num">{row.qty === undefined ? '–' : <Quantity qty={row.qty} unit={row.unit} />}</td>
            <td className="num" style={{ color: 'var(--held)' }}>
              {open === undefined ? '' : <Quantity qty={open.qty} unit={open.unit} />}
            </td>
          </tr>
        )
      })}
    </Rows>
  )
}

/** The units, once somebody asks for them. */
function GoodsList({ recall, one }: { recall: Recall; one: Consignee }) {
  const { t } = useTexts()
  const [asked, setAsked] = useState(false)
  const goods = useGoods(recall.number, one.code, asked)
  const rows = goods.data?.pages.flatMap(page => page.items) ?? []
  if (one.via !== undefined) {
    return null
  }
  if (!asked) {
    return (
      <Button variant="default" className="no-print" onClick={() => setAsked(true)}>
        {t('recalls.showUnits')}
      </Button>
    )
  }
  return (
    <>
      {goods.isError && <ProblemNotice error={goods.error} retry={() => void goods.refetch()} />}
      {goods.isPending && <Waiting />}
      {goods.data !== undefined && rows.length === 0 && <Empty title={t('recalls.noUnitsThere')} />}
      {rows.length > 0 && (
        <Rows words={[t('recalls.column.unit'), t('recalls.column.delivered')]} numbers={[t('trace.qty')]}>
          {rows.map(row => (
            <tr key={row.unit}>
              <td>
                <UnitLink named={row} />
                {row.container !== undefined && (
                  <div className="muted small">
                    {t('trace.in')} <Code>{row.container}</Code>
                  </div>
                )}
                {row.holder !== undefined && (
                  <div className="small">
                    {t('recalls.holder', { name: row.holder.name ?? row.holder.email ?? row.holder.registration })}
                    {row.holder.email !== undefined && <> · {row.holder.email}</>}
                    {row.holder.phone !== undefined && <> · {row.holder.phone}</>}
                  </div>
                )}
                {row.remedied !== undefined && (
                  <StateChip state="ok">{t('recalls.remediedOn', { day: row.remedied })}</StateChip>
                )}
              </td>
              <td>
                {row.delivered !== undefined && <Moment at={row.delivered} />}
                <div className="small">
                  {row.seq !== undefined && (
                    <Link to={`/entries/${row.seq}`}>{row.document ?? t('scopes.entry', { seq: row.seq })}</Link>
                  )}
                </div>
              </td>
              <td className="num">
                <Quantity qty={row.qty} />
              </td>
            </tr>
          ))}
        </Rows>
      )}
      <MoreButton of={goods} />
    </>
  )
}

function NoticeLines({ one }: { one: Consignee }) {
  const { t } = useTexts()
  if (one.notices.length === 0) {
    return <p className="muted recall-words">{t('recalls.noNoticeYet')}</p>
  }
  return (
    <ul className="recall-lines">
      {one.notices.map(notice => (
        <li key={notice.n}>
          <span>
            {t(`recalls.noticeKind.${notice.kind}`)} · {t(`recalls.channel.${notice.channel}`)} ·{' '}
            {languageName(notice.language)}
            {notice.detail !== undefined && <div className="muted small">{notice.detail}</div>}
          </span>
          <span>
            <NoticeChip state={notice.state} />
            {notice.at !== undefined && (
              <div className="muted small">
                <Moment at={notice.at} />
              </div>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

const AMOUNTS = ['onHand', 'soldOn', 'returned', 'destroyed', 'used'] as const

function AnswerLines({ one: { answer, items } }: { one: Consignee }) {
  const { t } = useTexts()
  if (answer === undefined) {
    return <p className="muted recall-words">{t('recalls.noAnswerYet')}</p>
  }
  return (
    <>
      <p className="recall-words">
        <Moment at={answer.at} /> · {t(`recalls.channel.${answer.channel}`)}
        {answer.by !== undefined && ` · ${answer.by}`}
        <span className="muted small"> · {t('scopes.recordedBy', { who: answer.enteredBy })}</span>
      </p>
      {answer.text !== undefined && <p className="long-text">{answer.text}</p>}
      <Rows
        label={t('recalls.answer')}
        words={[t('trace.item')]}
        numbers={AMOUNTS.map(name => t(`recalls.said.${name}`))}
      >
        {answer.lines.map(line => (
          <tr key={line.item}>
            <td>{items.find(row => row.item === line.item)?.name ?? line.item}</td>
            {AMOUNTS.map(name => (
              <td key={name} className="num">
                {line[name] === undefined ? '–' : <Quantity qty={line[name]} />}
              </td>
            ))}
          </tr>
        ))}
      </Rows>
      {answer.subConsignees.length > 0 && (
        <ul className="recall-lines">
          {answer.subConsignees.map(sub => (
            <li key={`${sub.name} ${sub.item}`}>
              <span>
                {t('recalls.passedOnTo')} <b>{sub.name}</b>
                {sub.email !== undefined && <span className="muted small"> {sub.email}</span>}
              </span>
              <span className="num">
                {sub.qty !== undefined && <Quantity qty={sub.qty} />} {sub.item}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
