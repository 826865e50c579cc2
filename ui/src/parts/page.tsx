// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useEffect } from 'react'

/** The head of a page: what it is about, its states, what can be done; it names the browser's tab too. */
export function PageHead(props: {
  title: string
  heading?: ReactNode
  over?: ReactNode
  states?: ReactNode
  actions?: ReactNode
}) {
  const { title, heading, over, states, actions } = props
  useEffect(() => {
    document.title = `${title} · Gozinto`
  }, [title])
  return (
    <header
      style={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 'var(--s3)',
        alignItems: 'flex-start',
        marginBottom: 'var(--s4)',
      }}
    >
      <div style={{ flex: '1 1 260px', minWidth: 0 }}>
        {over && <div className="muted small">{over}</div>}
        <h1 style={{ margin: '2px 0 6px', fontSize: 22, lineHeight: 1.25, fontWeight: 650 }}>{heading ?? title}</h1>
        {states && <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6 }}>{states}</div>}
      </div>
      {actions && (
        <div className="no-print" style={{ display: 'flex', flexWrap: 'wrap', gap: 'var(--s2)' }}>
          {actions}
        </div>
      )}
    </header>
  )
}

/** A part of a page with a title. */
export function Card({ title, aside, children }: { title?: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="card">
      {(title || aside) && (
        <div style={{ display: 'flex', gap: 'var(--s3)', alignItems: 'baseline', marginBottom: 'var(--s3)' }}>
          {title && (
            <h2 style={{ fontSize: 13, fontWeight: 600, margin: 0, color: 'var(--ink2)', flex: 1 }}>{title}</h2>
          )}
          {aside && <div className="muted small">{aside}</div>}
        </div>
      )}
      {children}
    </section>
  )
}

/** A number that answers a question. */
export function Figure({ label, children, note }: { label: string; children: ReactNode; note?: ReactNode }) {
  return (
    <div className="card figure">
      <div className="card-title" style={{ marginBottom: 4 }}>
        {label}
      </div>
      <div className="value">{children}</div>
      {note && <div className="muted small">{note}</div>}
    </div>
  )
}
