// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
//
// Holds the answers as the screens write them down against the description of the API (docs/openapi.json, from which
// schema.d.ts is made). Nothing here runs; the compiler fails where a screen reads what the server does not tell, or
// takes for granted what may be left out.
import type * as fit from '../care/fit-model'
import type * as care from '../care/model'
import type * as labels from '../labels/model'
import type * as meaning from '../lookup/meaning'
import type * as lookup from '../lookup/model'
import type * as masters from '../masters/model'
import type * as numbering from '../numbering/model'
import type * as overview from '../overview/model'
import type * as quality from '../quality/model'
import type * as recalls from '../recalls/model'
import type * as scopes from '../scopes/model'
import type { Me } from '../shell/session'
import type * as tasks from '../tasks/model'
import type * as trace from '../trace/model'
import type * as shared from './model'
import type { components } from './schema'

type Told = components['schemas']

/** What a model says and the description does not, each as a path; never when all is well. */
type Faults<Model, Says, Path extends string> = unknown extends Says
  ? never
  : Model extends string
    ? Says extends string
      ? never
      : Path
    : Model extends number
      ? Says extends number
        ? never
        : Path
      : Model extends boolean
        ? Says extends boolean
          ? never
          : Path
        : Model extends readonly (infer Part)[]
          ? Says extends readonly (infer Element)[]
            ? Faults<Part, Element, `${Path}[]`>
            : Path
          : {
              [Key in keyof Model & string]: Key extends keyof Says
                ?
                    | Faults<NonNullable<Model[Key]>, NonNullable<Says[Key]>, `${Path}.${Key}`>
                    | (undefined extends Says[Key]
                        ? undefined extends Model[Key]
                          ? never
                          : `${Path}.${Key} may be left out`
                        : never)
                : `${Path}.${Key} is not told`
            }[keyof Model & string]

type None<F extends never> = F

/** The bodies of masters are sent too, and then may lack what an answer always has. */
type Whole<T> = T extends object ? { [Key in keyof T]-?: Whole<NonNullable<T[Key]>> } : T

export type Contract = [
  None<Faults<Me, Told['SessionMe'], 'Me'>>,
  None<Faults<masters.Item, Whole<Told['ItemBody']>, 'Item'>>,
  None<Faults<masters.Place, Whole<Told['PlaceBody']>, 'Place'>>,
  None<Faults<masters.Partner, Whole<Told['PlaceBody']>, 'Partner'>>,
  None<Faults<masters.User, Told['User'], 'User'>>,
  None<Faults<masters.Token, Told['Token'], 'Token'>>,
  None<Faults<masters.Change, Told['MasterChangesChange'], 'Change'>>,
  None<Faults<overview.OverviewAnswer, Told['OverviewAnswer'], 'Overview'>>,
  None<Faults<shared.Item, Whole<Told['ItemBody']>, 'shared.Item'>>,
  None<Faults<shared.ShortUnit, Told['ShortUnit'], 'ShortUnit'>>,
  None<Faults<Omit<shared.UnitSummary, 'attributes'>, Told['UnitSummary'], 'UnitSummary'>>,
  None<Faults<shared.Content, Told['UnitSummaryContentRow'], 'Content'>>,
  None<Faults<shared.ShortEntry, Told['ShortEntry'], 'ShortEntry'>>,
  None<Faults<shared.Movement, Told['EntryMovement'], 'Movement'>>,
  None<Faults<shared.StockRow, Told['StockRow'], 'StockRow'>>,
  None<Faults<meaning.LookupAnswer, Told['LookupAnswer'], 'LookupAnswer'>>,
  None<Faults<lookup.Steps, Told['NextView'], 'lookup.Steps'>>,
  None<Faults<lookup.Place, Required<Told['PlaceBody']>, 'lookup.Place'>>,
  None<Faults<lookup.Partner, Required<Told['PlaceBody']>, 'lookup.Partner'>>,
  None<Faults<lookup.Change, Told['MasterChangesChange'], 'lookup.Change'>>,
  None<Faults<tasks.Picks, Told['PickView'], 'Picks'>>,
  None<Faults<trace.TraceAnswer, Told['TraceView'], 'Trace'>>,
  None<Faults<lookup.MassBalance, Told['MassBalanceView'], 'MassBalance'>>,
  None<Faults<Omit<lookup.Siblings, 'byKind'>, Told['SiblingsView'], 'Siblings'>>,
  None<Faults<trace.Check, Told['CheckView'], 'Check'>>,
  None<Faults<trace.Step, Told['TraceStepView'], 'Step'>>,
  None<Faults<scopes.Scope, Told['ScopeView'], 'Scope'>>,
  None<Faults<scopes.Version, Told['ScopeVersion'], 'ScopeVersion'>>,
  None<Faults<scopes.Evaluated, Told['ScopeEvaluated'], 'ScopeEvaluated'>>,
  None<Faults<scopes.Verified, Told['ScopeVerified'], 'ScopeVerified'>>,
  None<Faults<scopes.Diff, Told['ScopeDiffView'], 'ScopeDiff'>>,
  None<Faults<recalls.Preview, Told['PreviewView'], 'Preview'>>,
  None<Faults<recalls.SideBySide, Told['SideBySideView'], 'SideBySide'>>,
  None<Faults<recalls.Seed, Whole<Told['ScopeSeed']>, 'Seed'>>,
  None<Faults<recalls.Question, Whole<Told['ScopeQuestion']>, 'Question'>>,
  None<Faults<recalls.RecallHead, Told['RecallHead'], 'RecallHead'>>,
  None<Faults<Omit<recalls.TakenStep, 'step'>, Told['RecallStepView'], 'RecallStep'>>,
  None<Faults<recalls.Consignee, Told['ConsigneeView'], 'Consignee'>>,
  None<Faults<recalls.Goods, Told['ConsigneeGoods'], 'Goods'>>,
  None<Faults<recalls.PullList, Told['PullView'], 'PullList'>>,
  None<Faults<recalls.Reconciliation, Told['ReconciliationView'], 'Reconciliation'>>,
  None<Faults<recalls.CaseFigures, Told['FiguresView'], 'CaseFigures'>>,
  None<Faults<recalls.StoppedEntry, Told['RecallEntryHead'], 'StoppedEntry'>>,
  None<Faults<recalls.Verified, Told['RecallVerified'], 'RecallVerified'>>,
  None<Faults<recalls.Notice, Told['NoticeLine'], 'Notice'>>,
  None<Faults<recalls.NoticePreview, Told['NoticePreview'], 'NoticePreview'>>,
  None<Faults<Omit<recalls.NoticesMade, 'recall'>, Told['NoticeMade'], 'NoticesMade'>>,
  None<Faults<trace.Picture, Told['PictureView'], 'Picture'>>,
  None<Faults<labels.ShortTemplate, Whole<Told['TemplateBody']>, 'ShortTemplate'>>,
  None<Faults<labels.Element, Whole<Told['ElementBody']>, 'Element'>>,
  None<Faults<labels.Sheet, Told['LabelSheet'], 'Sheet'>>,
  None<Faults<labels.Printer, Whole<Told['Printer']>, 'Printer'>>,
  None<Faults<labels.Values, Told['LabelBody'], 'Values'>>,
  None<Faults<labels.Print, Told['PrintPrint'], 'Print'>>,
  None<Faults<labels.PrintPage, Told['PrintPrintWithLines'], 'PrintPage'>>,
  None<Faults<labels.Sent, Told['LabelSent'], 'Sent'>>,
  None<Faults<numbering.Numbering, Whole<Told['NumberingBody']>, 'Numbering'>>,
  None<Faults<numbering.Samples, Told['NumberingTried'], 'Samples'>>,
  None<Faults<numbering.Block, Told['NumberBlock'], 'Block'>>,
  None<Faults<numbering.Taken, Told['NumberTaken'], 'Taken'>>,
  None<Faults<numbering.PoolNumber, Told['NumberListed'], 'PoolNumber'>>,
  None<Faults<numbering.Report, Told['NumberReport'], 'Report'>>,
  None<Faults<quality.ComplaintCode, Whole<Told['ComplaintCode']>, 'ComplaintCode'>>,
  None<Faults<quality.ComplaintHead, Told['ComplaintHead'], 'ComplaintHead'>>,
  None<Faults<quality.Complaint, Told['ComplaintView'], 'Complaint'>>,
  None<Faults<quality.Count, Told['ComplaintCount'], 'Count'>>,
  None<Faults<quality.Plan, Whole<Told['PlanBody']>, 'Plan'>>,
  None<Faults<quality.Due, Told['DueView'], 'Due'>>,
  None<Faults<Omit<quality.RecordHead, 'severity'>, Told['InspectionHead'], 'InspectionHead'>>,
  None<Faults<Omit<quality.RecordHead, 'run'>, Told['NonconformanceHead'], 'NonconformanceHead'>>,
  None<Faults<quality.Inspection, Told['InspectionView'], 'Inspection'>>,
  None<Faults<quality.Nonconformance, Told['NonconformanceView'], 'Nonconformance'>>,
  None<Faults<quality.CertificateHead, Told['CertificateHead'], 'CertificateHead'>>,
  None<Faults<quality.CertificateContent, Told['CertificateContent'], 'CertificateContent'>>,
  None<Faults<quality.Certificate, Told['CertificateView'], 'Certificate'>>,
  None<Faults<quality.Signals, Told['SignalsView'], 'Signals'>>,
  None<Faults<quality.Trend, Told['TrendView'], 'Trend'>>,
  None<Faults<quality.CauseQuestion, Whole<Told['CauseQuestion']>, 'CauseQuestion'>>,
  None<Faults<quality.InquiryHead, Told['CauseHead'], 'InquiryHead'>>,
  None<Faults<quality.Inquiry, Told['CauseView'], 'Inquiry'>>,
  None<Faults<quality.Smallest, Told['SmallestView'], 'Smallest'>>,
  None<Faults<Omit<care.CoverageAnswer, 'facts'>, Told['CoverageView'], 'Coverage'>>,
  None<Faults<care.Facts, Told['CoverageFacts'], 'Facts'>>,
  None<Faults<care.Term, Whole<Told['Term']>, 'Term'>>,
  None<Faults<care.TermVersion, Told['TermVersion'], 'TermVersion'>>,
  None<Faults<care.Standing, Told['StandingStanding'], 'Standing'>>,
  None<Faults<care.Judging, Told['StandingWorkJudging'], 'Judging'>>,
  None<Faults<care.Contract, Told['FactDeskContract'], 'Contract'>>,
  None<Faults<care.KeptReading, Told['FactDeskReading'], 'KeptReading'>>,
  None<Faults<care.Registration, Told['Registration'], 'Registration'>>,
  None<Faults<{ items: fit.FitRow[] }, Told['FitFitList'], 'FitRow'>>,
  None<Faults<care.ClaimHead, Told['ClaimHead'], 'ClaimHead'>>,
  None<Faults<care.Claim, Told['ClaimView'], 'Claim'>>,
  None<Faults<care.Cost, Told['ClaimCost'], 'Cost'>>,
  None<Faults<care.OpenRecovery, Told['RecoveryOpen'], 'OpenRecovery'>>,
  None<Faults<care.RecoveryHead, Told['RecoveryHead'], 'RecoveryHead'>>,
  None<Faults<care.Recovery, Told['RecoveryView'], 'Recovery'>>,
  None<Faults<quality.UnitQuality, Told['UnitQualityView'], 'UnitQuality'>>,
]
