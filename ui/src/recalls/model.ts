// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

import type { AskedQuestion } from '../scopes/model'

export const KINDS = ['recall', 'marketWithdrawal', 'stockRecovery', 'mock'] as const

/** What sort of case it is; a mock is a drill on the real book that changes nothing. */
export type Kind = (typeof KINDS)[number]

/** How far a case has come, in order. */
export const STAGES = [
  'signal',
  'investigation',
  'hazardEvaluation',
  'decision',
  'scoped',
  'notified',
  'inProgress',
  'effectiveness',
  'reconciled',
  'closed',
] as const

export type Stage = (typeof STAGES)[number]

/** A case in a list. */
export type RecallHead = {
  number: string
  id: string
  kind: Kind
  title: string
  stage: Stage
  openedAt: string
  openedBy: string
}

export type Span = { from?: string; to?: string }

/** One seed of a scope: units by their numbers, or by what they have in common. */
export type Seed = {
  item?: string
  lot?: string
  serial?: string
  issuer?: string
  lots?: Span
  serials?: Span
  supplierLot?: string
  partner?: string
  run?: string
  vessel?: string
  made?: Span
  received?: Span & { partner?: string }
  attribute?: { name?: string; value?: string }[]
  container?: string
  place?: string
  document?: string
  from?: string
  to?: string
}

/** The question whose answer is the scope: that of a trace with a list of seeds, or with one beside its members. */
export type Question = AskedQuestion & { seeds?: Seed[] }

export const SEVERITIES = ['negligible', 'minor', 'serious', 'critical'] as const
export const LIKELIHOODS = ['remote', 'unlikely', 'possible', 'likely'] as const
export const DEPTHS = ['ownStock', 'wholesale', 'retail', 'consumer'] as const
export const LEVELS = ['A', 'B', 'C', 'D', 'E'] as const
export const HAZARD_CLASSES = ['I', 'II', 'III'] as const
export const ANSWER_CHANNELS = ['link', 'phone', 'email', 'letter', 'visit'] as const
export const CHECK_METHODS = ['visit', 'phone', 'email', 'letter'] as const
export const CHECK_RESULTS = ['effective', 'ineffective', 'unreachable'] as const
export const DISPOSALS = ['destroyed', 'reworked', 'returnedToSupplier', 'usedAsIs', 'confirmedConsumed'] as const
export const NOTICE_KINDS = ['first', 'reminder', 'update', 'closing'] as const
export const NOTICE_CHANNELS = ['email', 'letter'] as const

type One<T extends readonly string[]> = T[number]

export type Level = One<typeof LEVELS>
export type NoticeKind = One<typeof NOTICE_KINDS>
export type NoticeChannel = One<typeof NOTICE_CHANNELS>

export type Hazard = {
  hazard?: string
  severity?: One<typeof SEVERITIES>
  likelihood?: One<typeof LIKELIHOODS>
  atRisk?: string
  injuries?: number
  conclusion?: string
}

export type Decision = {
  action?: 'act' | 'none'
  hazardClass?: One<typeof HAZARD_CLASSES>
  depth?: One<typeof DEPTHS>
  countries?: string[]
  level?: Level
  publicWarning?: boolean
  cage?: string
  reason?: string
}

/** What became of what a consignee got of one item; what is not said is left out. */
export type AnswerLine = {
  item?: string
  onHand?: string
  soldOn?: string
  returned?: string
  destroyed?: string
  used?: string
}

/** Someone to whom a consignee passed it on. */
export type SubConsignee = {
  name?: string
  email?: string
  address?: string
  country?: string
  language?: string
  item?: string
  qty?: string
}

/** What is said to consumers in one language. */
export type PublicText = {
  title: string
  product: string
  hazard: string
  whatToDo: string
  remedy?: string
  contact?: string
  link?: string
}

/** What is done in a case, as it is sent and as it is kept. */
export type Step =
  | { type: 'note'; text?: string }
  | { type: 'investigate'; findings?: string }
  | ({ type: 'evaluateHazard' } & Hazard)
  | { type: 'ask'; question?: Question; unitCosts?: Record<string, string>; currency?: string }
  | ({ type: 'decide' } & Decision)
  | { type: 'scoped'; version: number; units: number; added: number; removed: number; changed: number }
  | { type: 'release'; version?: number; reason?: string }
  | { type: 'free'; units?: string[]; reason?: string }
  | { type: 'notified'; kind: string; channel: string; notices: number[]; consignees: string[] }
  | {
      type: 'answer'
      consignee?: string
      channel?: One<typeof ANSWER_CHANNELS>
      by?: string
      lines?: AnswerLine[]
      subConsignees?: SubConsignee[]
      text?: string
    }
  | { type: 'pull'; lines?: { unit?: string; place?: string; qty?: string; missing?: boolean }[] }
  | { type: 'drawSample'; level?: Level; percent?: number; consignees?: string[] }
  | {
      type: 'check'
      consignee?: string
      method?: One<typeof CHECK_METHODS>
      received?: boolean
      acted?: boolean
      result?: One<typeof CHECK_RESULTS>
      text?: string
    }
  | {
      type: 'dispose'
      how?: One<typeof DISPOSALS>
      item?: string
      lot?: string
      qty?: string
      entry?: number
      witness?: string
      certificate?: string
      day?: string
      inspected?: number
      defective?: number
      text?: string
    }
  | {
      type: 'remedy'
      item?: string
      serials?: string[]
      what?: string
      day?: string
      inspected?: number
      defective?: number
    }
  | { type: 'publish'; language?: string; countries?: string[]; texts?: Record<string, PublicText> }
  | { type: 'facts'; facts?: Record<string, string> }
  | { type: 'advance'; to?: string; reason?: string }
  | { type: 'close'; reason?: string }
  | { type: 'reopen'; reason?: string }
  | { type: 'undo'; step?: number; reason?: string }

export type StepType = Step['type']

/** A step as it is kept: who took it when, and the hash that chains it to the one before. */
export type TakenStep = {
  n: number
  id: string
  type: StepType
  at: string
  by: string
  role: string
  step: Step
  hash: string
  undone?: boolean
}

export type ReachedStage = { stage: Stage; step: number; at: string; by: string; role: string }

export type Drift = { seq: number; added: number; removed: number }

/** The version of the scope that counts; `drift` is what a new answer would change. */
export type CaseScope = {
  id: string
  scopeVersion: number
  version: number
  seq: number
  answerHash: string
  units: number
  lots: number
  serials: number
  complete: boolean
  cuts: number
  drift?: Drift
}

export type CaseVersion = {
  version: number
  scope: string
  scopeVersion: number
  seq: number
  at: string
  by: string
  units: number
  added: number
  removed: number
  changed: number
  because: number[]
}

/** What is stopped; `kept` are units that are in no scope any more and were not released. */
export type CaseStop = { inForce: boolean; since?: string; units: number; arrived: number; kept: number }

export type Counts = {
  consignees: number
  told: number
  answered: number
  sampled: number
  checked: number
  pulled: number
  remedied: number
  entries: number
}

/** A case as it stands; `next` are the steps that fit the stage. */
export type Recall = RecallHead & {
  stages: ReachedStage[]
  lastStep: number
  next: string[]
  question?: Question
  unitCosts?: Record<string, string>
  currency?: string
  investigation?: { findings?: string }
  hazard?: Hazard
  decision?: { decide: Decision; step: number; at: string; by: string }
  scope?: CaseScope
  versions: CaseVersion[]
  stop?: CaseStop
  counts: Counts
  published?: { language: string; languages: string[]; at: string; step: number }
  facts: Record<string, string>
}

export type Taken = { step: TakenStep; recall: Recall }

/** An entry that moved something that is stopped. */
export type StoppedEntry = { seq: number; type: string; at: string; actor: string; document?: string; units: number }

export const CONSIGNEE_STATES = ['notTold', 'told', 'unreachable', 'answered'] as const

export type ConsigneeState = (typeof CONSIGNEE_STATES)[number]

export type Got = {
  item: string
  name: string
  unit: string
  qty?: string
  gross?: string
  lots: number
  serials: number
}

/** Somebody who has, or had, something in scope; `via` is who passed it on to them. */
export type Consignee = {
  code: string
  name: string
  via?: string
  email?: string
  country?: string
  language?: string
  state: ConsigneeState
  items: Got[]
  open: { item: string; qty: string; unit: string }[]
  notices: {
    n: number
    kind: NoticeKind
    channel: NoticeChannel
    language: string
    state: NoticeState
    at?: string
    detail?: string
  }[]
  answer?: {
    step: number
    at: string
    channel: One<typeof ANSWER_CHANNELS>
    by?: string
    enteredBy: string
    lines: AnswerLine[]
    subConsignees: SubConsignee[]
    text?: string
  }
  sampled: boolean
  check?: {
    step: number
    at: string
    by: string
    method: One<typeof CHECK_METHODS>
    result: One<typeof CHECK_RESULTS>
    text?: string
  }
}

/** A unit that a consignee has. */
export type Goods = {
  unit: string
  item?: string
  lot?: string
  serial?: string
  qty: string
  container?: string
  delivered?: string
  seq?: number
  document?: string
  remedied?: string
  holder?: { registration: string; name?: string; email?: string; phone?: string; country?: string; language?: string }
}

export type PullState = 'open' | 'done' | 'missing'

export type PullRow = {
  unit: string
  item?: string
  name?: string
  lot?: string
  serial?: string
  container?: string
  qty: string
  unitOfMeasure?: string
  place: string
  within: string[]
  state: PullState
  arrived: boolean
  by?: string
  at?: string
}

export type PullPlace = { place: string; name: string; open: number; done: number }

/** What stands in our hands and is to be pulled. */
export type PullList = {
  cage?: string
  open: number
  done: number
  missing: number
  places: PullPlace[]
  rows: PullRow[]
  nextCursor?: string
}

/** Every state that a quantity can be in, in the order in which a bar shows them; each is counted in one. */
export const QUANTITY_STATES = [
  'stock',
  'returned',
  'installed',
  'heldByConsignees',
  'announced',
  'remedied',
  'destroyed',
  'scrapped',
  'reworked',
  'consumed',
  'soldOn',
  'destroyedThere',
  'used',
  'elsewhere',
  'open',
] as const

export type QuantityState = (typeof QUANTITY_STATES)[number]

export type ReconciledItem = {
  item: string
  name: string
  unit: string
  inScope: string
  /** `pulled` is the part of `stock` that is in the cage or ticked off. */
  states: Record<QuantityState | 'pulled', string>
  sum: string
  difference: string
  accounted: string
}

/** Whether the quantities by state add up to the scope. */
export type Reconciliation = { seq: number; addsUp: boolean; isOpen: boolean; items: ReconciledItem[] }

export type CurvePoint = { at: string; answered: string; accounted: string }

/** How a case goes, in figures: times in seconds since it was opened, shares from 0 to 1. */
export type CaseFigures = {
  toScope?: number
  toStop?: number
  toFirstNotice?: number
  located: { hours: number; share?: string }[]
  responseRate?: string
  effective?: string
  overRecall?: string
  curve: CurvePoint[]
}

export const NOTICE_STATES = ['waiting', 'sent', 'failed', 'printed'] as const

export type NoticeState = (typeof NOTICE_STATES)[number]

export type Notice = {
  n: number
  consignee: string
  name: string
  kind: NoticeKind
  channel: NoticeChannel
  language: string
  address?: string
  state: NoticeState
  at?: string
  tries: number
  nextTry?: string
  detail?: string
  subject: string
}

export type NoticePreview = { consignee: string; language: string; subject: string; text: string }

/** What came of writing to consignees; `waitsFor` is the setting without which no e-mail is sent. */
export type NoticesMade = {
  made: number
  skipped: { consignee: string; why: string }[]
  waitsFor?: string
  recall: Recall
}

/** A fact that a paper asks for; `options` are the only values that are taken. */
export type PaperField = { field: string; label: string; hint: string; options?: string[] }

/**
 * A paper for an authority, a trade partner or the file. Without what is missing only a draft is given; what is optional
 * it has a place for.
 */
export type Paper = {
  name: string
  title: string
  formats: string[]
  missing: PaperField[]
  optional: PaperField[]
}

/** How often it is to be drilled, in days; the dates are days, and `lastDrill` is the case of the last one. */
export type DrillPlan = {
  everyDays?: number
  warnDays?: number
  nextDue?: string
  lastRun?: string
  lastDrill?: string
  state: 'none' | 'planned' | 'soon' | 'due'
  version: number
}

export type Verified = { ok: boolean; steps: number; firstBroken?: number }

export type Cost = { item: string; cost: string }

/** The figures of one item; `out` is what consignees have, less what came back. */
export type ItemFigures = {
  item: string
  lots: number
  serials: number
  onHand: string
  out: string
  scrapped: string
  consumed: string
  loss: string
  unknown: string
}

/** What a scope would say, in figures, without anything being kept. */
export type Preview = {
  complete: boolean
  cuts: number
  knownAt: { seq: number; hash: string }
  units: number
  items: ItemFigures[]
  consignees: number
  emptySeeds?: number[]
  cost?: {
    currency?: string
    total: string
    items: { item: string; qty: string; unitCost: string; cost: string }[]
    costsMissing: string[]
  }
  tookMs: number
}

/** Several scopes as of one state of the ledger, and each but the first beside the first. */
export type SideBySide = {
  scopes: { name: string; preview: Preview }[]
  pairs: { name: string; onlyInFirst: number; inBoth: number; onlyInThis: number }[]
  tookMs: number
}
