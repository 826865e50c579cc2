// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import { Switch } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, Navigate, useParams, useSearchParams } from 'react-router'
import { address, api, Problem, segment } from '../api/client'
import type { Page } from '../api/model'
import { useTexts } from '../i18n/texts'
import { jobOfPlace } from '../labels/job'
import { PrintButton } from '../labels/print-button'
import { Code, PlaceLink } from '../parts/code'
import { Empty, ProblemNotice, Waiting } from '../parts/notices'
import { Card, PageHead } from '../parts/page'
import { StateChip } from '../parts/state'
import { Changes } from './changes'
import { Facts } from './facts'
import type { Place } from './model'
import { useRemember } from './remembered'
import { StockTable } from './stock-table'
import { Timeline } from './timeline'
import { UnitList } from './unit-list'

/** Places around a place that are asked for; trees are not deeper. */
const DEPTH_MAX = 20

/** A place: where it is in the tree, what is in it and what last happened there. */
export default function PlacePage() {
  const { code = '' } = useParams()
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const path = `/places/${segment(code)}`
  const below = params.get('only') === null
  const answer = useQuery({
    queryKey: ['place', code],
    queryFn: ({ signal }) => api.get<Place>(path, {}, signal),
  })
  const place = answer.data
  useRemember(place && { kind: 'place', path, title: place.code, detail: place.name })
  if (answer.error instanceof Problem && answer.error.status === 404) {
    // Partners share the codes of places, and containers and hosts are places by their numbers: looking up tells.
    return <Navigate to={address('/lookup', { code })} replace />
  }
  if (answer.isError && place === undefined) {
    return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />
  }
  const inTree = place !== undefined && isInTree(place)
  return (
    <>
      {place === undefined ? <Waiting rows={2} /> : <PlaceHead place={place} />}
      <div className="columns">
        <div className="stack">
          <StockTable
            path={address(`${path}/stock`, { below: below || undefined })}
            by="item"
            title={t('lookup.stockWhat')}
            aside={
              inTree && (
                <Switch
                  size="sm"
                  label={t('lookup.withBelow')}
                  checked={below}
                  onChange={() => setParams(below ? { only: 'here' } : {}, { replace: true })}
                />
              )
            }
            units={row => ({ item: row.item, [below ? 'below' : 'place']: code })}
          />
          {place?.kind !== undefined && inTree && <Children parent={code} />}
          {place !== undefined && <PlaceFacts place={place} />}
          {inTree && <Changes path={`${path}/changes`} />}
        </div>
        <Card title={t('lookup.lastEntries')}>
          <Timeline path="/entries" query={{ place: code }} empty={<Empty title={t('lookup.noEntriesHere')} />} />
        </Card>
      </div>
      <UnitList query={below && inTree ? { below: code } : { place: code }} />
    </>
  )
}

function isInTree(place: Place): boolean {
  return ['site', 'area', 'bin', 'vessel'].includes(place.kind)
}

function PlaceHead({ place }: { place: Place }) {
  const { t } = useTexts()
  const around = useQuery({
    queryKey: ['place', place.code, 'around'],
    queryFn: ({ signal }) => placesAround(place, signal),
    enabled: place.parent !== undefined,
  })
  const named = place.name !== '' && place.name !== place.code
  return (
    <PageHead
      title={named ? place.name : place.code}
      over={
        <nav aria-label={t('lookup.path')} className="place-path">
          {(around.data ?? []).map(outer => (
            <span key={outer.code}>
              <PlaceLink code={outer.code} kind={outer.kind} name={outer.name} /> /{' '}
            </span>
          ))}
          <Code>{place.code}</Code>
        </nav>
      }
      states={
        <>
          <StateChip state="info">{t(`lookup.placeKind.${place.kind}`)}</StateChip>
          {!place.active && <StateChip state="gone">{t('lookup.closed')}</StateChip>}
        </>
      }
      actions={isInTree(place) && <PrintButton job={jobOfPlace(place)} />}
    />
  )
}

/** The places around a place, the outermost first. */
async function placesAround(place: Place, signal: AbortSignal): Promise<Place[]> {
  const around: Place[] = []
  let parent = place.parent
  while (parent !== undefined && around.length < DEPTH_MAX) {
    const outer: Place = await api.get<Place>(`/places/${segment(parent)}`, {}, signal)
    around.unshift(outer)
    parent = outer.parent
  }
  return around
}

function Children({ parent }: { parent: string }) {
  const { t } = useTexts()
  const answer = useInfiniteQuery({
    queryKey: ['places', 'in', parent],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Place>>('/places', { parent, limit: 1000, cursor: pageParam || undefined }, signal),
    initialPageParam: '',
    getNextPageParam: last => last.nextCursor,
  })
  const children = answer.data?.pages.flatMap(page => page.items).filter(place => place.parent === parent) ?? []
  if (answer.isError) {
    return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />
  }
  if (children.length === 0) {
    return null
  }
  return (
    <Card title={t('lookup.children')}>
      <ul className="lookup-before">
        {children.map(place => (
          <li key={place.code}>
            <Link to={`/places/${segment(place.code)}`}>
              <Code>{place.code}</Code>
              {place.name && place.name !== place.code && <span className="muted small"> {place.name}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function PlaceFacts({ place }: { place: Place }) {
  const { t } = useTexts()
  const facts: [string, string | undefined][] = [
    [t('lookup.fact.mixing'), place.mixing && t(`lookup.mixing.${place.mixing}`)],
    [t('lookup.fact.overlap'), place.overlap],
    [t('lookup.fact.timeZone'), place.timeZone],
    [t('lookup.value.gln'), place.gln],
    ...Object.entries(place.attributes),
  ]
  return facts.every(([, value]) => !value) ? null : (
    <Card title={t('lookup.facts')}>
      <Facts facts={facts} />
    </Card>
  )
}
