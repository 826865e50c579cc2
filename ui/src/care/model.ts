// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import type { RecallTag } from '../api/model'
import type { UnitRef } from '../quality/model'

export type { UnitRef } from '../quality/model'

/** Why something is as it is: a code that stays, and an English sentence for those who do not know the code. */
export type Reason = { code: string; detail: string }

/** Money as a decimal string in a currency (ISO 4217). */
export type Money = { amount: string; currency: string }

/* --- terms */

export const TERM_KINDS = ['commercial', 'statutory', 'extension', 'supplier'] as const

export type TermKind = (typeof TERM_KINDS)[number]

export const WHATS = ['parts', 'labour', 'travel', 'loaner', 'consumables', 'other'] as const

export type What = (typeof WHATS)[number]

export const START_EVENTS = ['registration', 'installation', 'sale', 'shipment', 'manufacture', 'receipt'] as const

export type StartEvent = (typeof START_EVENTS)[number]

export const PROOFS = ['said', 'receipt', 'verified'] as const

export type Proof = (typeof PROOFS)[number]

export const REPLACEMENTS = ['remainder', 'fresh', 'longer', 'atLeast'] as const

export type Replacement = (typeof REPLACEMENTS)[number]

export const EXTENSION_MODES = ['append', 'replace', 'parallel'] as const

export type ExtensionMode = (typeof EXTENSION_MODES)[number]

export const SHOWN_TO = ['no', 'secret', 'serial'] as const

export type ShownTo = (typeof SHOWN_TO)[number]

export type SerialRange = { from?: string; to?: string }

/** What a term is for; every member that is there must be met. */
export type Scope = {
  items?: string[]
  revisions?: string[]
  lots?: string[]
  serials?: SerialRange[]
  madeFrom?: string
  madeTo?: string
  markets?: string[]
  customers?: string[]
  channels?: string[]
}

export type Start = { event: string; plus?: string; proof?: string }

export type Share = { until: string; percent: number }

export type MeterLimit = { meter: string; most: string }

export type Cover = {
  what: string
  period?: string
  meters?: MeterLimit[]
  shares?: Share[]
  deductible?: Money
}

export type PartRule = {
  items?: string[]
  positions?: string[]
  replacement: string
  period?: string
  atLeast?: string
}

/** By a code of complaints, or by the state that the genealogy shows. */
export type Exclusion = { code?: string; state?: string; positions?: string[]; genuine?: string[] }

export type Term = {
  code: string
  name: string
  active: boolean
  version: number
  kind: string
  supplier?: string
  rank: number
  scope: Scope
  start: Start[]
  latestStart?: { event: string; plus?: string }
  timeZone?: string
  coverages: Cover[]
  parts?: PartRule[]
  exclusions?: Exclusion[]
  transferable: boolean
  stopInRepair: boolean
  extends?: { mode: string; term?: string }
  perSerial?: boolean
  public: string
}

/* --- coverage */

export const COVER_STATES = ['covered', 'expired', 'notStarted', 'unknown', 'excluded', 'none'] as const

export type CoverState = (typeof COVER_STATES)[number]

export type StartedBy = { event: string; on: string; plus?: string }

/** One thing that a term covers, for one unit. */
export type Coverage = {
  term: string
  version?: number
  name?: string
  contract?: number
  kind: string
  what: string
  state: string
  start?: string
  end?: string
  startedBy?: StartedBy
  cappedBy?: StartedBy
  stoppedDays: number
  running: boolean
  percent: number
  deductible?: Money
  endsBy?: string
  left?: { days?: number; meters?: { meter: string; left: string }[] }
  why: Reason[]
}

export type CoveredPart = {
  unit: UnitRef
  position?: string
  within?: string
  installedOn?: string
  replacement: boolean
  state: string
  until?: string
  coverages: Coverage[]
}

export type Reading = { name: string; kind: string; value: string; on: string }

export type Facts = {
  madeOn?: string
  receivedOn?: string
  supplier?: string
  shippedOn?: string
  shippedTo?: string
  market?: string
  soldOn?: string
  registeredOn?: string
  boughtOn?: string
  proof?: string
  installedOn?: string
  repairs: { from: string; to?: string }[]
  readings: Reading[]
  transfers: number
  revision?: string
  lot?: string
  twins: number
}

/** What is covered of a unit on a day, and why. */
export type CoverageAnswer = {
  unit: UnitRef
  asOf: string
  knownAt: string
  state: string
  until?: string
  facts: Facts
  coverages: Coverage[]
  parts: CoveredPart[]
  moreParts: boolean
  considered: { term: string; met: string; why: Reason[] }[]
  recalls: RecallTag[]
  remedyFree: boolean
}

export type Standing = { unit: UnitRef; state: string; start?: string; end?: string; term?: string }

export type Judging = {
  state: string
  judged: number
  total: number
  startedAt?: string
  seconds?: number
  changed: { longer: number; shorter: number; newly: number; noMore: number }
}

/* --- registration */

export type Owner = { name?: string; email?: string; phone?: string; country?: string; language?: string }

export type Registration = {
  number: string
  state: string
  unit?: UnitRef
  item?: string
  name?: string
  serial: string
  registeredAt: string
  boughtOn?: string
  installedOn?: string
  channel?: string
  proof: string
  /** Left out for those who may not see whose it is. */
  owner?: Owner
  seller?: string
  /** The owner's own page. */
  link?: string
  proofs: { n: number; name: string; receivedAt: string }[]
  transfers: string[]
  endedOn?: string
  erased?: { at: string; by: string; reason?: string }
  warnings: { code: string; detail: string }[]
}

/* --- claims */

export const CLAIM_STATES = [
  'draft',
  'submitted',
  'approved',
  'part',
  'rejected',
  'repaired',
  'replaced',
  'paid',
  'closed',
] as const

export type ClaimState = (typeof CLAIM_STATES)[number]

export const VERDICTS = ['covered', 'part', 'notCovered', 'unclear'] as const

export type Verdict = (typeof VERDICTS)[number]

export const CHECKS = [
  'serialExists',
  'soldHere',
  'inTerm',
  'partInstalled',
  'notTwin',
  'notRemedied',
  'notClaimed',
  'notExcluded',
] as const

export type Check = (typeof CHECKS)[number]

export type ClaimHead = {
  number: string
  state: string
  title: string
  item?: string
  itemName?: string
  unit?: UnitRef
  serial?: string
  lot?: string
  part?: UnitRef
  failedOn: string
  partner?: string
  currency?: string
  asked?: string
  approved?: string
}

/** What is asked for; lines are counted from 1. */
export type ClaimLine = { what?: string; text?: string; qty?: string; amount?: string; currency?: string }

/** A promise of a term as far as a claim uses it. */
export type ClaimPromise = {
  term: string
  name?: string
  of: string
  what: string
  state: string
  end?: string
  percent: number
  why: string[]
}

export type Judgement = {
  verdict: string
  /** A recall has it: its remedy is free whatever a term says. */
  free: boolean
  checks: { check: string; result: string; detail: string }[]
  coverage: ClaimPromise[]
  lines: { n: number; percent: number; payable: string; unknown: boolean; why: string }[]
  knownAt: string
}

/** An entry of the ledger by which something is proved. */
export type EntryRef = { seq: number; type: string; at: string; document?: string; hash: string }

/** The bought lot behind a failure, and how it came in. */
export type Causal = {
  lot: UnitRef
  supplier: string
  supplierName?: string
  supplierLot?: string
  receivedOn: string
  document?: string
  entry: EntryRef
}

export type Claim = {
  number: string
  state: string
  title: string
  item?: string
  itemName?: string
  serial?: string
  lot?: string
  unit?: UnitRef
  part?: UnitRef
  partSaid?: { item?: string; serial?: string; position?: string }
  complaint: string
  failedOn: string
  description?: string
  code?: string
  codeName?: string
  partner?: string
  partnerName?: string
  country?: string
  meters: { meter?: string; value?: string }[]
  lines: ClaimLine[]
  judgement?: Judgement
  decision?: {
    decided: string
    lines: { n?: number; amount?: string }[]
    total?: Sum
    reason?: string
    at: string
    by: string
  }
  repair?: { removed?: UnitRef; installed?: UnitRef; replacedBy?: UnitRef; text?: string; entries: EntryRef[] }
  paid?: { amount: string; currency: string; on: string; reference?: string }
  causal?: Causal
  /** Several lots can be behind it: somebody says which. */
  candidates?: Causal[]
  recovery?: string
  recovered?: Sum
  closed?: { outcome: string; reason?: string }
  openedAt: string
  actor: string
  /** The types of the steps that can be taken now. */
  next: string[]
}

/** An amount of a currency as the claims tell it. */
export type Sum = { amount?: string; currency?: string }

export const COSTS_BY = ['month', 'item', 'lot', 'code', 'supplier', 'country'] as const

export type CostsBy = (typeof COSTS_BY)[number]

export type Cost = {
  key: string
  name?: string
  claims: number
  amount: string
  paid: string
  recovered: string
  currency: string
}

/* --- recoveries */

export const RECOVERY_STATES = ['draft', 'sent', 'accepted', 'part', 'refused', 'received', 'closed'] as const

export type RecoveryState = (typeof RECOVERY_STATES)[number]

export type OpenRecovery = {
  supplier: string
  supplierName?: string
  lot?: UnitRef
  supplierLot?: string
  claims: number
  numbers: string[]
  amount: string
  currency: string
  term?: SupplierTerm
  recoverable: string
}

/** What a supplier promised, as far as a claim is asked back under it. */
export type SupplierTerm = { code: string; name?: string; state: string; end?: string; percent: number }

export type RecoveryHead = {
  number: string
  state: string
  title: string
  supplier: string
  supplierName?: string
  lot?: UnitRef
  currency: string
  asked: string
}

/** What is sent to a supplier of one claim, to be looked at. */
export type Evidence = {
  claim: string
  complaint: string
  unit?: UnitRef
  part?: UnitRef
  removed?: UnitRef
  installed?: UnitRef
  replacedBy?: UnitRef
  failedOn: string
  description?: string
  approved: string
  percent: string
  asked: string
  term?: SupplierTerm
  causal: Causal
}

export type Recovery = {
  number: string
  state: string
  title: string
  supplier: string
  supplierName: string
  lot?: UnitRef
  supplierLot?: string
  share?: string
  currency: string
  asked: string
  accepted?: string
  reason?: string
  received: string
  evidence: Evidence[]
  next: string[]
  openedAt: string
  actor: string
}

export type Contract = { id: string; number: number; term: string; soldOn: string; reference?: string }

/** A reading as it was recorded; one that was wrong is struck and stays. */
export type KeptReading = Reading & { id: string; struck?: string; warnings: Reason[] }

/** One version of a term: by whom it was made and when. */
export type TermVersion = { version: number; changedAt: string; changedBy: string }
