// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import '@mantine/spotlight/styles.css'
import { Spotlight, spotlight } from '@mantine/spotlight'
import { IconBarcode, IconCamera, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../api/client'
import { useTexts } from '../i18n/texts'
import { type Found, type LookupAnswer, meaning } from '../lookup/meaning'
import { camera } from '../scan/camera-store'
import { destinations } from './navigation'
import { useMe } from './session'

/** Ctrl/Cmd-K: goes anywhere, and takes any code that is typed, pasted or scanned. */
export default function Palette({ asked }: { asked: number }) {
  const { t } = useTexts()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that it is asked for it opens
  useEffect(() => spotlight.open(), [asked])
  const me = useMe()
  const navigate = useNavigate()
  const [query, setQuery] = useState('')
  const code = query.trim()
  const wanted = code.toLocaleLowerCase()

  const { data } = useQuery({
    queryKey: ['lookup', code],
    queryFn: ({ signal }) => api.get<LookupAnswer>('/lookup', { code }, signal),
    enabled: code.length > 1,
  })
  const pages = destinations(me)
    .flat()
    .filter(d => t(`shell.to.${d.key}`).toLocaleLowerCase().includes(wanted))

  const go = (to: string) => {
    spotlight.close()
    setQuery('')
    void navigate(to)
  }

  return (
    <Spotlight.Root query={query} onQueryChange={setQuery} shortcut={null} scrollable maxHeight={480}>
      <Spotlight.Search
        placeholder={t('shell.box')}
        aria-label={t('shell.box')}
        leftSection={<IconSearch size={18} aria-hidden />}
        data-takes-scans
      />
      <Spotlight.ActionsList>
        {code !== '' &&
          data?.found
            .slice(0, 8)
            .map(found => (
              <Spotlight.Action
                key={JSON.stringify(found)}
                label={meaning(found, t).title}
                description={meaning(found, t).subtitle}
                leftSection={<IconBarcode size={18} aria-hidden />}
                onClick={() => go(pathOf(found))}
              />
            ))}
        {code !== '' && (
          <Spotlight.Action
            label={t('shell.lookUp', { code })}
            leftSection={<IconSearch size={18} aria-hidden />}
            onClick={() => go(`/lookup?code=${encodeURIComponent(code)}`)}
          />
        )}
        {code === '' && (
          <Spotlight.Action
            label={t('scan.withCamera')}
            leftSection={<IconCamera size={18} aria-hidden />}
            onClick={() => {
              spotlight.close()
              camera.set(true)
            }}
          />
        )}
        {pages.map(({ key, to, icon: Icon }) => (
          <Spotlight.Action
            key={key}
            label={t(`shell.to.${key}`)}
            leftSection={<Icon size={18} stroke={1.8} aria-hidden />}
            onClick={() => go(to)}
          />
        ))}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function pathOf(found: Found): string {
  return meaning(found).path
}
