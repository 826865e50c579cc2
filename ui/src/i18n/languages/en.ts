// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import care from '../../care/texts/en'
import fit from '../../care/texts/fit-en'
import labels from '../../labels/texts/en'
import lookup from '../../lookup/texts/en'
import masters from '../../masters/texts/en'
import numbering from '../../numbering/texts/en'
import outbox from '../../outbox/texts/en'
import overview from '../../overview/texts/en'
import parts from '../../parts/texts/en'
import quality from '../../quality/texts/en'
import recalls from '../../recalls/texts/en'
import scan from '../../scan/texts/en'
import scopes from '../../scopes/texts/en'
import settings from '../../settings/texts/en'
import shell from '../../shell/texts/en'
import tasks from '../../tasks/texts/en'
import trace from '../../trace/texts/en'

export default {
  care,
  fit,
  labels,
  lookup,
  masters,
  numbering,
  outbox,
  overview,
  parts,
  quality,
  recalls,
  scan,
  scopes,
  settings,
  shell,
  tasks,
  trace,
}
