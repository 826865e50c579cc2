// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../api/client'
import { forgetAnswers } from '../api/questions'
import { useTexts } from '../i18n/texts'
import { ProblemNotice, Waiting } from '../parts/notices'
import { MastersHead } from './head'
import { DocumentVerdicts } from './import-document'
import { Drop } from './import-drop'
import { Files } from './import-files'
import { Jobs } from './import-jobs'
import { type DocumentAnswer, isDocument, type Job, KINDS, type Kind, type Preview } from './import-model'
import { PreviewView } from './import-preview'

/** Files come in: first what would become of each row, then the import itself, in the background. */
export function Imports() {
  const { t } = useTexts()
  const [file, setFile] = useState<File | null>(null)
  return (
    <>
      <MastersHead tab="imports" />
      {file === null ? (
        <div className="import-start">
          <Drop onFile={setFile} />
          <Files />
          <Jobs />
        </div>
      ) : (
        <Chosen key={`${file.name}${file.lastModified}`} file={file} back={() => setFile(null)} />
      )}
      <p className="hidden-words" role="status">
        {file !== null && t('masters.chosen', { name: file.name })}
      </p>
    </>
  )
}

function Chosen({ file, back }: { file: File; back: () => void }) {
  const { t } = useTexts()
  const { data, error } = useQuery({ queryKey: ['is-document', file.name, file.size], queryFn: () => isDocument(file) })
  return (
    <section aria-label={file.name}>
      <div className="import-head">
        <h2>{file.name}</h2>
        <Button variant="default" onClick={back}>
          {t('masters.otherFile')}
        </Button>
      </div>
      {error ? (
        <ProblemNotice error={error} />
      ) : data === undefined ? (
        <Waiting />
      ) : data ? (
        <TakeDocument file={file} />
      ) : (
        <TakeTable file={file} />
      )}
    </section>
  )
}

function TakeTable({ file }: { file: File }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [kind, setKind] = useState<Kind | ''>('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const preview = useQuery({
    queryKey: ['import-preview', file.name, file.size, file.lastModified, kind],
    queryFn: () => api.upload<Preview>('/imports', file, { dryRun: true, kind }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  })
  const start = async () => {
    setBusy(true)
    setError(null)
    try {
      const job = await api.upload<Job>('/imports', file, { background: true, kind })
      void forgetAnswers()
      void navigate(`/imports/${job.id}`)
    } catch (e) {
      setError(e)
      setBusy(false)
    }
  }
  return (
    <>
      <Select
        label={t('masters.rowsAre')}
        data={[
          { value: '', label: t('masters.byHeadings') },
          ...KINDS.map(value => ({ value, label: t(`masters.importKind.${value}`) })),
        ]}
        value={kind}
        allowDeselect={false}
        onChange={value => setKind(KINDS.find(known => known === value) ?? '')}
        maw={320}
        mb="md"
      />
      {error !== null && <ProblemNotice error={error} />}
      {preview.error ? (
        <ProblemNotice error={preview.error} retry={() => void preview.refetch()} />
      ) : preview.data === undefined ? (
        <Waiting rows={8} />
      ) : (
        <PreviewView preview={preview.data} start={() => void start()} busy={busy} />
      )}
    </>
  )
}

/** A document of events has no preview: its events stand each for themselves, and sending it again changes nothing. */
function TakeDocument({ file }: { file: File }) {
  const { t } = useTexts()
  const [answer, setAnswer] = useState<DocumentAnswer | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const take = async () => {
    setBusy(true)
    setError(null)
    try {
      setAnswer(await api.upload<DocumentAnswer>('/imports', file))
      void forgetAnswers()
    } catch (e) {
      setError(e)
    } finally {
      setBusy(false)
    }
  }
  return answer === null ? (
    <div className="card">
      <p style={{ marginTop: 0 }}>{t('masters.documentHow')}</p>
      {error !== null && <ProblemNotice error={error} />}
      <Button onClick={() => void take()} loading={busy} mt="sm">
        {t('masters.takeDocument')}
      </Button>
    </div>
  ) : (
    <DocumentVerdicts answer={answer} />
  )
}
