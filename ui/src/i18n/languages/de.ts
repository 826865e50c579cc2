// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import care from '../../care/texts/de'
import fit from '../../care/texts/fit-de'
import labels from '../../labels/texts/de'
import lookup from '../../lookup/texts/de'
import masters from '../../masters/texts/de'
import numbering from '../../numbering/texts/de'
import outbox from '../../outbox/texts/de'
import overview from '../../overview/texts/de'
import parts from '../../parts/texts/de'
import quality from '../../quality/texts/de'
import recalls from '../../recalls/texts/de'
import scan from '../../scan/texts/de'
import scopes from '../../scopes/texts/de'
import settings from '../../settings/texts/de'
import shell from '../../shell/texts/de'
import tasks from '../../tasks/texts/de'
import trace from '../../trace/texts/de'

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
