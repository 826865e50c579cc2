// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { RecallTag } from '../api/model'
import type { Seed } from '../recalls/model'

/** A lot or serial, or what was said of one. */
export type UnitRef = { unit?: string; item?: string; name?: string; lot?: string; serial?: string }

export const SEVERITIES = ['critical', 'serious', 'minor', 'negligible'] as const

export type Severity = (typeof SEVERITIES)[number]

export const COMPLAINT_STATES = ['open', 'investigating', 'closed', 'merged'] as const

export type ComplaintState = (typeof COMPLAINT_STATES)[number]

export const CHANNELS = ['phone', 'email', 'web', 'shop', 'service', 'answerLink'] as const

export type Channel = (typeof CHANNELS)[number]

export const MATCHES = ['unit', 'lot', 'item', 'unknown', 'ambiguous'] as const

export type MatchState = (typeof MATCHES)[number]

/** What can be wrong with a product, as a tree. */
export type ComplaintCode = {
  code: string
  name: string
  parent?: string
  severity?: string
  active: boolean
  version: number
}

export type ComplaintHead = {
  number: string
  state: string
  title: string
  reportedOn: string
  failedOn?: string
  code?: string
  codeName?: string
  severity?: string
  item?: string
  itemName?: string
  lot?: string
  serial?: string
  match: { state: string }
  duplicates: number
}

export type Reporter = { name?: string; email?: string; phone?: string; partner?: string; language?: string }

export type Attachment = { hash: string; name: string; type: string; size: number; at: string; by: string }

export type Component = UnitRef & { how: string; position?: string; within?: string; qty: string; since?: string }

/** What the customer and we said to each other. */
export type Word = { n: number; from: string; text: string; at: string; by: string }

export type Complaint = {
  number: string
  state: string
  title: string
  mergedInto?: string
  merged: string[]
  reportedOn: string
  failedOn?: string
  description?: string
  code?: string
  codeName?: string
  severity?: string
  confirmed: boolean
  place?: string
  country?: string
  injuries?: number
  reporter?: Reporter
  channel?: string
  item?: string
  itemName?: string
  said: { item?: string; serial?: string; lot?: string; scanned?: string }
  match: { state: string; unit?: UnitRef; candidates: UnitRef[]; matchedAt?: string }
  linked: {
    lot?: UnitRef
    run?: string
    madeAt?: string
    shippedAt?: string
    consignee?: string
    consigneeName?: string
    components: Component[]
    more: boolean
    recalls: RecallTag[]
  }
  ageInService?: { days: number; from: string; since: string }
  warnings: { code: string; detail: string }[]
  duplicates: { number: string; why: string }[]
  attachments: Attachment[]
  replies: Word[]
  closed?: { reason: string; outcome?: string; at: string; by: string }
  openedAt: string
  actor: string
}

export type ComplaintStep =
  | { type: 'note'; text?: string }
  | { type: 'code'; code?: string; severity?: Severity; confirmed?: boolean }
  | { type: 'identify'; item?: string; serial?: string; lot?: string }
  | { type: 'detail'; failedOn?: string; place?: string; country?: string; injuries?: number }
  | { type: 'merge'; into?: string }
  | { type: 'unmerge' }
  | { type: 'investigate'; findings?: string }
  | { type: 'reply'; text?: string }
  | { type: 'close'; reason?: string; outcome?: string }
  | { type: 'reopen'; reason?: string }

export type TakenStep = {
  n: number
  type: string
  at: string
  by: string
  role: string
  step: Record<string, unknown>
}

export type Count = { key: string; name?: string; count: number }

export type Verdict = 'signal' | 'watch' | 'nothing' | 'tooLittle'

export type SignalRow = {
  rank: number
  item: string
  name?: string
  tier: string
  lot: UnitRef
  code: string
  codeName?: string
  n: number
  expected: number
  ratio: number
  ebgm: number
  eb05: number
  eb95: number
  p: number
  q: number
  verdict: string
  method: string
  low: number
  high: number
  allFailed: boolean
  unitsInService: number
  oldestMonths?: number
  since?: number
}

export type SignalRun = {
  number: number
  state: string
  asOf: string
  seq: number
  startedAt: string
  finishedAt?: string
  by: string
  failure?: string
  done?: {
    items: number
    lots: number
    codes: number
    complaints: number
    tests: number
    signals: number
    watched: number
    falseAlarmsExpected: number
    falseAlarmsPerMonth: number
    whenNothingIsWrong: number
    level: number
    complaintsMin: number
    overDispersed: { code: string; codeName?: string }[]
    apart: Record<string, number>
    unlisted: number
    unanswered: number
    tookMs: number
  }
}

export type Drift = {
  item: string
  name?: string
  code: string
  codeName?: string
  alarmOn: string
  beganOn: string
  daysToDetection: number
  complaints: number
  expected: number
}

export type Unanswered = { lot: UnitRef; code?: string; complaints: number; reason: string; detail: string }

export type Signals = {
  run?: SignalRun
  items: SignalRow[]
  mix: SignalRow[]
  drifts: Drift[]
  unanswered: Unanswered[]
  nextCursor?: string
}

export type Trend = {
  item: string
  name?: string
  code?: string
  codeName?: string
  asOf: string
  months: { month: string; n: number; expected: number; unitsInService: number }[]
  drifts: Drift[]
  baselines: { id: string; from: string; why: string; recall?: string }[]
}

/** One thing that failed units may share. */
export type Factor = {
  family: string
  key: string
  words: string
  unit?: UnitRef
  item?: string
  itemName?: string
  partner?: string
  partnerName?: string
  run?: string
  place?: string
  equipment?: string
  operator?: string
  step?: string
  from?: string
  to?: string
}

export type Window = { equipment: string; from: string; to: string; outerFrom: string; outerTo: string }

export type WithIt = {
  failures: number
  of: number
  controls: number
  ofControls: number
  expected: number
  certain: boolean
}

export type Explained = {
  factors: Factor[]
  window?: Window
  withIt: WithIt
  p: number
  pAfter: number
  relation: string
  rival: boolean
}

export type Cause = {
  rank: number
  factors: Factor[]
  window?: Window
  withIt: WithIt
  ratio?: number
  low?: number
  high?: number
  share: number
  shareLow: number
  shareHigh: number
  p: number
  q: number
  explains: Explained[]
  explainsInAll: number
  path: UnitRef[]
}

export type Timeline = { equipment: string; points: { at: string; failed: boolean }[]; complete: boolean }

export type CauseAnswer = {
  is: string
  failures: number
  controls: number
  strata: number
  needed?: number
  comparable: number
  notMatched: UnitRef[]
  unknown: { item?: string; serial?: string; complaint?: string; why: string }[]
  beforeManufacture: string[]
  factorsTested: number
  screenedOut: number
  leastQ?: number
  causes: Cause[]
  unexplained: UnitRef[]
  more: boolean
  windows: Window[]
  shared: { factor: Factor; controls: number; ofControls: number }[]
  timelines: Timeline[]
}

export type CauseQuestion = {
  complaints?: { code?: string; item?: string; from?: string; to?: string; confirmedOnly?: boolean }
  serials?: { item?: string; serial?: string }[]
  controls?: { per?: number; sameMarket?: boolean; ageDays?: number }
}

export type InquiryHead = { number: string; title: string; state: string; askedAt: string; by: string; is?: string }

export type Inquiry = {
  number: string
  state: string
  progress: { stage: string; done: number; of: number }
  asked: CauseQuestion
  askedAt: string
  by: string
  finishedAt?: string
  failure?: string
  answer?: CauseAnswer
}

/** One recall, and what it leaves unexplained. */
export type RecallChoice = {
  units: number
  cost: number
  costAtLeast: number
  unexplained: number
  missExpected: number
  chance: number
  exact: boolean
  upperBound: boolean
  scopes: { name: string; words: string; factors: Factor[]; seeds: Seed[] }[]
}

export type Smallest = {
  number: string
  is: string
  failures: number
  coverable: number
  background: number
  population: number
  curve: RecallChoice[]
  suggested?: number
}

/** What quality knows of a unit: how its lot does against those beside it, and every record about it. */
export type UnitQuality = {
  unit: UnitRef
  lot?: UnitRef
  complaints: number
  byCode: { code: string; codeName?: string; n: number }[]
  asOf?: string
  unitsInService: number
  rates: {
    code: string
    codeName?: string
    n: number
    expected: number
    ratio?: number
    ratioLow?: number
    ratioHigh?: number
    verdict?: string
    siblings: {
      lot: UnitRef
      self: boolean
      madeOn?: string
      n: number
      expected: number
      ratio?: number
      low: number
      high: number
    }[]
    siblingsInAll: number
  }[]
  complaintRecords: QualityRecord[]
  nonconformances: QualityRecord[]
  inspections: QualityRecord[]
  certificates: QualityRecord[]
}

export type QualityRecord = { number: string; state: string; title?: string; at?: string }

export const STAGES = ['received', 'produced', 'any'] as const

export type Stage = (typeof STAGES)[number]

export const LEVELS = ['I', 'II', 'III', 'S1', 'S2', 'S3', 'S4'] as const

export const AQLS = [
  '0.010',
  '0.015',
  '0.025',
  '0.040',
  '0.065',
  '0.10',
  '0.15',
  '0.25',
  '0.40',
  '0.65',
  '1.0',
  '1.5',
  '2.5',
  '4.0',
  '6.5',
  '10',
] as const

export const STRICTNESSES = ['normal', 'tightened', 'reduced'] as const

export const CLASSES = ['critical', 'major', 'minor'] as const

export type Characteristic = {
  code?: string
  name?: string
  kind?: string
  unit?: string
  lower?: string
  target?: string
  upper?: string
  decimals?: number
  class?: string
}

export type Plan = {
  code: string
  name: string
  item?: string
  stage: string
  sampling: { type?: string; n?: number; accept?: number; level?: string; aql?: string; severity?: string }
  characteristics: Characteristic[]
  active: boolean
  version: number
}

export type Due = {
  unit: UnitRef
  stage: string
  since: string
  qty: string
  unitOfMeasure: string
  place?: string
  plan?: string
  inspection?: string
}

export const INSPECTION_STATES = ['open', 'accepted', 'rejected', 'cancelled'] as const

export type InspectionState = (typeof INSPECTION_STATES)[number]

export type RecordHead = {
  number: string
  state: string
  title: string
  severity?: string
  item?: string
  lot?: string
  run?: string
  openedAt: string
  openedBy: string
}

export type Inspected = Characteristic & {
  code: string
  kind: string
  inspected: number
  defects: number
  serials?: string[]
  readings?: { step: number; serial?: string; n?: number; value: string; outside: boolean }[]
  readingCount?: number
  mean?: string
  min?: string
  max?: string
  outside?: number
  done: boolean
}

export type Inspection = {
  number: string
  state: string
  plan?: { code: string; version: number; name: string }
  subject: {
    item: string
    name: string
    lot?: string
    units: UnitRef[]
    unitCount: number
    qty: string
    lotQty?: string
    part: boolean
    unit: string
    run?: string
  }
  place?: string
  reason?: string
  sample: {
    size: number
    accept?: number
    reject?: number
    letter?: string
    usedLetter?: string
    level?: string
    aql?: string
    severity?: string
    full: boolean
  }
  characteristics: Inspected[]
  proposal?: { accepted?: boolean; why: string[] }
  verdict?: {
    accepted: boolean
    why: string[]
    deviates: boolean
    reason?: string
    by: string
    at: string
    entries: number[]
  }
  nonconformance?: string
  openedAt: string
  openedBy: string
  next: string[]
}

export const NONCONFORMANCE_STATES = ['open', 'contained', 'dispositioned', 'closed'] as const

export type NonconformanceState = (typeof NONCONFORMANCE_STATES)[number]

export const DISPOSITIONS = ['useAsIs', 'rework', 'return', 'scrap'] as const

export type DispositionKind = (typeof DISPOSITIONS)[number]

export type Disposition = {
  step: number
  as: string
  qty?: string
  serials?: string[]
  partner?: string
  run?: string
  reason: string
  at: string
  by: string
  entries: number[]
}

export type Action = {
  n: number
  text: string
  owner: string
  due: string
  overdue: boolean
  open: boolean
  done?: { result?: string; at: string; by: string }
  effective?: boolean
  verified?: { evidence: string; at: string; by: string }
}

export type Nonconformance = {
  number: string
  title: string
  state: string
  severity: string
  description?: string
  item?: string
  name?: string
  lot?: string
  units: UnitRef[]
  unitCount: number
  qty?: string
  undisposed?: string
  unit?: string
  held: number
  contained: {
    step: number
    scope: string
    blocks: string[]
    units: number
    entries: number[]
    at: string
    by: string
  }[]
  dispositions: Disposition[]
  actions: Action[]
  links: { complaint?: string; inspection?: string; run?: string }
  closed?: { reason: string; at: string; by: string }
  openedAt: string
  openedBy: string
  next: string[]
}

export const CERTIFICATE_KINDS = ['analysis', 'conformity'] as const

export type CertificateKind = (typeof CERTIFICATE_KINDS)[number]

export type CertificateHead = {
  number: string
  state: string
  kind: string
  item?: string
  itemName?: string
  lot?: string
  serial?: string
  issuer?: string
  issuedAt: string
  by: string
}

/** What one characteristic came out as, from the inspection that it was found in. */
export type CertifiedResult = {
  characteristic: string
  name?: string
  unit?: string
  lower?: string
  target?: string
  upper?: string
  count: number
  defects: number
  mean?: string
  min?: string
  max?: string
  inspection: string
  conforms: boolean
}

/** Something that went into it, and the certificate that there is of it; none when that is missing. */
export type CertifiedInput = { unit: UnitRef; supplier?: string; certificate?: string; issuerNumber?: string }

/** What a certificate says, or would say. */
export type CertificateContent = {
  kind: string
  unit: UnitRef
  madeOn?: string
  expiry?: string
  consignee?: string
  statement?: string
  results: CertifiedResult[]
  inputs: CertifiedInput[]
  missing: string[]
}

export type Certificate = {
  number: string
  state: string
  received: boolean
  content?: CertificateContent
  unit: UnitRef
  kind: string
  issuer?: string
  issuerNumber?: string
  validUntil?: string
  hash: string
  size: number
  issuedAt: string
  by: string
  withdrawn?: { reason: string; at: string; by: string }
}
