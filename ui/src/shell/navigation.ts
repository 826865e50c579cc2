// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowsExchange,
  IconArrowUp,
  IconBox,
  IconCircleHalf2,
  IconFlag,
  IconHammer,
  IconHash,
  IconHeadset,
  IconLayoutDashboard,
  IconListNumbers,
  IconPuzzle,
  IconSearch,
  IconSettings,
  IconSitemap,
  IconSnowflake,
  IconStethoscope,
  IconTable,
  IconTag,
  IconTrash,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Me } from './session'

export type Destination = {
  key: string
  to: string
  icon: TablerIcon
  /** Whether it is shown to somebody. */
  shownTo?: (me: Me) => boolean
}

const records =
  (...acts: string[]) =>
  (me: Me) =>
    acts.some(act => me.records.includes(act))

/** The ways in by task; a line is drawn between the groups. */
export const NAVIGATION = [
  [
    { key: 'overview', to: '/', icon: IconLayoutDashboard },
    { key: 'lookup', to: '/lookup', icon: IconSearch },
  ],
  [
    { key: 'receive', to: '/tasks/receive', icon: IconArrowDown, shownTo: records('receive') },
    { key: 'move', to: '/tasks/move', icon: IconArrowsExchange, shownTo: records('move') },
    { key: 'make', to: '/tasks/make', icon: IconHammer, shownTo: records('produce') },
    { key: 'install', to: '/tasks/install', icon: IconPuzzle, shownTo: records('install', 'remove') },
    { key: 'pack', to: '/tasks/pack', icon: IconBox, shownTo: records('pack', 'unpack') },
    { key: 'ship', to: '/tasks/ship', icon: IconArrowUp, shownTo: records('ship') },
    { key: 'return', to: '/tasks/return', icon: IconArrowBackUp, shownTo: records('return') },
    { key: 'count', to: '/tasks/count', icon: IconListNumbers, shownTo: records('count') },
    { key: 'scrap', to: '/tasks/scrap', icon: IconTrash, shownTo: records('scrap') },
    { key: 'hold', to: '/tasks/hold', icon: IconCircleHalf2, shownTo: records('hold', 'release') },
  ],
  [
    { key: 'trace', to: '/trace', icon: IconSitemap },
    { key: 'scopes', to: '/scopes', icon: IconSnowflake },
    { key: 'recalls', to: '/recalls', icon: IconFlag },
    { key: 'quality', to: '/quality/complaints', icon: IconStethoscope },
    { key: 'care', to: '/care/desk', icon: IconHeadset },
  ],
  [
    { key: 'numbers', to: '/numbers', icon: IconHash },
    { key: 'labels', to: '/labels', icon: IconTag },
  ],
  [
    { key: 'masters', to: '/masters/items', icon: IconTable },
    { key: 'settings', to: '/settings', icon: IconSettings },
  ],
] as const satisfies readonly (readonly Destination[])[]

export type DestinationKey = (typeof NAVIGATION)[number][number]['key']

export function destinations(me: Me) {
  return NAVIGATION.map(group => group.filter((d: Destination) => d.shownTo?.(me) ?? true)).filter(g => g.length > 0)
}

/** The rooms whose first page is one of several. */
const ROOMS: Record<string, string> = {
  '/masters/items': '/masters',
  '/quality/complaints': '/quality',
  '/care/desk': '/care',
}

/** The part of the addresses that a destination stands for. */
export function isAt(path: string, to: string): boolean {
  if (to === '/') {
    return path === '/'
  }
  const room = ROOMS[to] ?? to
  const answers = /^\/(units|items|places|partners|entries|documents)\//.test(path)
  if (room === '/masters' && (path === '/imports' || path.startsWith('/imports/'))) {
    return true
  }
  return path === room || path.startsWith(`${room}/`) || (to === '/lookup' && answers)
}
