// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { meantBy, PLAIN, type ScannerProfile, type Stroke, signature, translated } from './profile'
import { US_KEYS } from './us-keys'

const GS = '\u001d'

/** As much as a scanner is asked to send before and behind a code, and for a separator. */
const AROUND_MAX = 12
const WORD_MAX = 6

/** The least and the longest pause between two keys that a scan may have. */
const GAP_MS = { least: 50, longest: 250 }

/** A test symbol that was scanned: what is in it, and what came of it. */
export type Trial = { text: string; identifier: string; strokes: Stroke[]; longestGapMs: number }

/** One character of a test symbol: what came for it, and whether it is right, made right by the mapping, or lost. */
export type Cell = { expected: string; came: string; is: 'right' | 'mended' | 'lost' }

/** What was found out about a scanner. */
export type Finding =
  | 'layout'
  | 'case'
  | 'separatorReplaced'
  | 'separatorMissing'
  | 'separatorUnclear'
  | 'noIdentifier'
  | 'slow'
  | 'tooSlow'
  | 'lost'

export type Calibration =
  | { is: 'done'; profile: ScannerProfile; cells: Cell[][]; findings: Finding[] }
  /** What came has too few or too many characters: another code, or one that was cut. */
  | { is: 'unclear'; came: string[] }

/** How a scan lies over its text: keys before it, keys for a separator. */
type Lie = { prefix: number; word: number }

type Pair = { stroke: Stroke; meant: string }

/** Compares what came with what is in the test symbols, and works out how the scanner must be read. */
export function calibrate(trials: Trial[]): Calibration {
  const lie = bestLie(trials)
  if (lie === null) {
    return { is: 'unclear', came: trials.map(({ strokes }) => strokes.map(({ key }) => key).join('')) }
  }
  const pairs = trials.flatMap(trial => laid(trial, lie).pairs)
  const known = keysOf(pairs)
  const profile: ScannerProfile = { ...PLAIN, ...known, caps: pairs[0]?.stroke.caps }
  const separator = separatorOf(trials, lie, profile)
  profile.separators = separator.words
  Object.assign(profile.keys, separator.keys)
  const around = aroundOf(trials, lie, profile)
  Object.assign(profile, around)
  const slowestMs = Math.max(...trials.map(trial => trial.longestGapMs))
  profile.gapMs = Math.min(GAP_MS.longest, Math.max(GAP_MS.least, Math.ceil(slowestMs * 1.5)))
  profile.separates = separator.is !== 'missing' && separator.is !== 'unclear'
  const cells = trials.map(trial => cellsOf(trial, lie, profile))
  return { is: 'done', profile, cells, findings: findingsOf(profile, cells.flat(), separator.is, slowestMs) }
}

/** The way in which one key means one character most often; and typed what it means, where that is open. */
function bestLie(trials: Trial[]): Lie | null {
  let best: (Lie & { score: number }) | null = null
  for (let word = 0; word <= WORD_MAX; word++) {
    for (let prefix = 0; prefix <= AROUND_MAX; prefix++) {
      const rests = trials.map(trial => trial.strokes.length - prefix - lengthOf(trial.text, word))
      const [suffix] = rests
      if (suffix === undefined || suffix < 0 || suffix > AROUND_MAX || rests.some(rest => rest !== suffix)) {
        continue
      }
      const parts = trials.map(trial => laid(trial, { prefix, word }))
      const pairs = parts.flatMap(part => part.pairs)
      const words = new Set(parts.flatMap(part => part.words.map(one => one.map(signature).join(' '))))
      const faults = pairs.length - agreeing(pairs)
      const alike = pairs.filter(({ stroke, meant }) => stroke.key === meant || US_KEYS[signature(stroke)] === meant)
      const score = alike.length - 3 * faults - 4 * Math.max(0, words.size - 1) - prefix - suffix
      if (faults <= pairs.length / 10 && (best === null || score > best.score)) {
        best = { prefix, word, score }
      }
    }
  }
  return best
}

function lengthOf(text: string, word: number): number {
  const separators = [...text].filter(character => character === GS).length
  return text.length - separators + separators * word
}

/** The characters of a text with their keys, and the keys of each separator. */
function laid({ text, strokes }: Trial, { prefix, word }: Lie): { pairs: Pair[]; words: Stroke[][] } {
  const pairs: Pair[] = []
  const words: Stroke[][] = []
  let at = prefix
  for (const meant of text) {
    if (meant === GS) {
      words.push(strokes.slice(at, at + word))
      at += word
    } else {
      const stroke = strokes[at++]
      if (stroke !== undefined) {
        pairs.push({ stroke, meant })
      }
    }
  }
  return { pairs, words }
}

/** By each key what it meant, and how often. */
function meanings(pairs: Pair[]): Map<string, Map<string, number>> {
  const all = new Map<string, Map<string, number>>()
  for (const { stroke, meant } of pairs) {
    const sign = signature(stroke)
    const counts = all.get(sign) ?? new Map<string, number>()
    counts.set(meant, (counts.get(meant) ?? 0) + 1)
    all.set(sign, counts)
  }
  return all
}

/** How many characters are right when each key means what it meant most often. */
function agreeing(pairs: Pair[]): number {
  return [...meanings(pairs).values()].reduce((sum, counts) => sum + Math.max(...counts.values()), 0)
}

/** What each key means; only what it does not type by itself, or by its place on an American keyboard. */
function keysOf(pairs: Pair[]): Pick<ScannerProfile, 'keys' | 'american'> {
  const placed = pairs.filter(({ stroke }) => !signature(stroke).startsWith('='))
  const american =
    placed.length === pairs.length && placed.every(({ stroke, meant }) => US_KEYS[signature(stroke)] === meant)
  const keys: Record<string, string> = {}
  if (!american) {
    const typed = new Map(pairs.map(({ stroke }) => [signature(stroke), stroke.key]))
    for (const [sign, counts] of meanings(pairs)) {
      const [only, ...others] = counts.keys()
      if (only !== undefined && others.length === 0 && typed.get(sign) !== only) {
        keys[sign] = only
      }
    }
  }
  return { keys, american }
}

type Separator = {
  is: 'right' | 'replaced' | 'missing' | 'unclear'
  words: string[]
  keys: Record<string, string>
}

/** What the scanner sends for the separator. */
function separatorOf(trials: Trial[], lie: Lie, profile: ScannerProfile): Separator {
  const [first] = trials.flatMap(trial => laid(trial, lie).words)
  if (first === undefined || first.length === 0) {
    return { is: 'missing', words: [], keys: {} }
  }
  const word = first.map(stroke => meantBy(stroke, profile)).join('')
  if (word === GS) {
    return { is: 'right', words: [], keys: {} }
  }
  const [stroke] = first
  const isData = trials.some(({ text }) => text.includes(word))
  if (word === '' && stroke !== undefined) {
    return { is: 'replaced', words: [], keys: { [signature(stroke)]: GS } }
  }
  // What stands in the data too separates nothing.
  return isData ? { is: 'unclear', words: [], keys: {} } : { is: 'replaced', words: [word], keys: {} }
}

/** What is sent before and behind each code; a symbology identifier is a part of the code. */
function aroundOf(trials: Trial[], lie: Lie, profile: ScannerProfile): Partial<ScannerProfile> {
  const [trial] = trials
  if (trial === undefined) {
    return {}
  }
  const before = trial.strokes.slice(0, lie.prefix)
  const behind = trial.strokes.slice(lie.prefix + lengthOf(trial.text, lie.word))
  const words = (strokes: Stroke[]) => strokes.map(stroke => meantBy(stroke, profile)).join('')
  const suffix = words(behind)
  const bracket = before.at(-3)
  const isIdentifier = bracket !== undefined && words(before.slice(-2)) === trial.identifier.slice(1)
  if (!isIdentifier) {
    return { prefix: words(before), suffix, identifies: false }
  }
  const keys = meantBy(bracket, profile) === ']' ? profile.keys : { ...profile.keys, [signature(bracket)]: ']' }
  return { prefix: words(before.slice(0, -3)), suffix, identifies: true, keys }
}

function cellsOf(trial: Trial, lie: Lie, profile: ScannerProfile): Cell[] {
  let at = lie.prefix
  return [...trial.text].map((expected): Cell => {
    const length = expected === GS ? lie.word : 1
    const strokes = trial.strokes.slice(at, at + length)
    at += length
    const came = strokes.map(({ key }) => key).join('')
    const mended = translated(strokes, { ...profile, prefix: '', suffix: '' }).text
    return { expected, came, is: came === expected ? 'right' : mended === expected ? 'mended' : 'lost' }
  })
}

function findingsOf(profile: ScannerProfile, cells: Cell[], separator: Separator['is'], slowestMs: number): Finding[] {
  const changed = cells.filter(({ expected, is }) => is === 'mended' && expected !== GS)
  const onlyCase = changed.every(({ expected, came }) => expected.toLowerCase() === came.toLowerCase())
  const findings: (Finding | false)[] = [
    changed.length > 0 && (onlyCase ? 'case' : 'layout'),
    separator === 'replaced' && 'separatorReplaced',
    separator === 'missing' && 'separatorMissing',
    separator === 'unclear' && 'separatorUnclear',
    profile.identifies !== true && 'noIdentifier',
    slowestMs > GAP_MS.least && slowestMs <= GAP_MS.longest && 'slow',
    slowestMs > GAP_MS.longest && 'tooSlow',
    cells.some(({ expected, is }) => is === 'lost' && expected !== GS) && 'lost',
  ]
  return findings.filter(finding => finding !== false)
}
