// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { segment } from '../api/client'
import { useTexts } from '../i18n/texts'
import { NewButton } from '../masters/head'
import { Code } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Rows } from '../parts/rows'
import { useMe } from '../shell/session'
import { LabelsHead } from './head'
import { PrinterDrawer } from './printer-drawer'
import { usePrinters } from './use-labels'

/** The printers in the network of the site; who keeps the masters keeps them too. */
export function Printers() {
  const { t } = useTexts()
  const { code } = useParams()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const mayChange = useMe().may.includes('masters')
  const { data, error, isError, refetch } = usePrinters()
  const printer = data?.find(one => one.code === code)
  const close = () => void navigate('/labels/printers')
  return (
    <>
      <LabelsHead tab="printers" actions={mayChange && !isError && <NewButton>{t('labels.newPrinter')}</NewButton>} />
      {isError && data === undefined ? (
        <ProblemNotice error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting />
      ) : (
        <section className="card">
          {data.length === 0 ? (
            <Empty title={t('labels.noPrinters')}>{t('labels.noPrintersWhy')}</Empty>
          ) : (
            <Rows className="record-list" words={[t('labels.printer'), t('labels.host')]} numbers={[t('labels.dpi')]}>
              {data.map(one => (
                <tr key={one.code}>
                  <td>
                    {mayChange ? (
                      <Link className="row-link" to={`/labels/printers/${segment(one.code)}`}>
                        {one.name}
                      </Link>
                    ) : (
                      <b>{one.name}</b>
                    )}{' '}
                    {one.name !== one.code && <Code>{one.code}</Code>}
                  </td>
                  <td>
                    <Code>{`${one.host}:${one.port}`}</Code>
                  </td>
                  <td className="num">{one.dpi}</td>
                </tr>
              ))}
            </Rows>
          )}
        </section>
      )}
      {mayChange && params.get('new') === '1' && <PrinterDrawer printer={null} close={close} />}
      {mayChange && printer !== undefined && <PrinterDrawer key={printer.code} printer={printer} close={close} />}
    </>
  )
}
