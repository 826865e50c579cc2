// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from 'react'
import { useTexts } from '../i18n/texts'
import { Waiting } from '../parts/notices'
import { Counter, LastScan } from './board'
import { Choice } from './choice'
import type { DraftLine, Head } from './draft'
import { EntryBox } from './entry-box'
import { TextField } from './fields'
import { Foot } from './foot'
import { TaskHead } from './head'
import { Lines } from './lines'
import './tasks.css'
import type { Scanning } from './use-scanning'
import type { Task } from './use-task'

type TaskPageProps = {
  task: Task
  scanning: Scanning
  title: string
  what: string
  /** What is above the fields, such as the choice between two ways. */
  modes?: ReactNode
  summary: string
  complete: boolean
  fields: (head: Head, set: (patch: Head) => void) => ReactNode
  /** Fields that are seldom needed. */
  more?: (head: Head, set: (patch: Head) => void) => ReactNode
  idle: string
  counted: string
  expected?: number
  finish: string
  missing: string | null
  onMany?: (codes: string[]) => void
  /** Lines of the list, when a part of them is shown elsewhere. */
  only?: (line: DraftLine) => boolean
  /** Whether it can be finished without any line. */
  withoutLines?: boolean
  buttons?: ReactNode
  children?: ReactNode
}

/** The page that all tasks share: head, last scan, counter, box, lines, buttons. */
export function TaskPage(props: TaskPageProps) {
  const { task, scanning, only } = props
  const { t } = useTexts()
  const { draft, setHead } = task
  if (draft === null) {
    return <Waiting />
  }
  const { head } = draft
  return (
    <div className="task">
      <div className="task-body">
        <TaskHead
          title={props.title}
          frozen={draft.sent}
          said={task.said}
          modes={props.modes}
          what={props.what}
          summary={props.summary}
          complete={props.complete}
        >
          <div className="task-fields">{props.fields(head, setHead)}</div>
          <details>
            <summary>{t('tasks.more')}</summary>
            <div className="task-fields">
              {props.more?.(head, setHead)}
              <TextField
                label={t('tasks.operator')}
                value={head.operator ?? ''}
                onChange={operator => setHead({ operator })}
              />
            </div>
          </details>
        </TaskHead>
        <LastScan task={task} idle={props.idle} />
        <Counter lines={draft.lines.filter(only ?? (() => true))} expected={props.expected} label={props.counted} />
        <EntryBox onCode={scanning.scan} onMany={props.onMany} />
        {props.children}
        <Lines task={task} only={only} />
      </div>
      <Foot
        task={task}
        scanning={scanning}
        finish={props.finish}
        missing={props.missing}
        withoutLines={props.withoutLines}
        only={only}
      >
        {props.buttons}
      </Foot>
      <Choice found={scanning.several?.found ?? []} onClose={() => scanning.choose(null)} onChoose={scanning.choose} />
    </div>
  )
}
