// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { SameKeys } from '../../i18n/same-keys'
import type english from './en'

export default {} satisfies SameKeys<typeof english>
