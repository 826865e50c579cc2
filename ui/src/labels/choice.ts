// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { type About, DPIS, type Dpi, FORMATS, type Format } from './model'

const KEPT = 'gozinto.labels'

/** How labels were last printed on this device. */
export type Choice = {
  /** The template for each kind of label. */
  templates: Partial<Record<About, string>>
  /** The kind that was last chosen where several fit, such as a unit's or a case's. */
  about?: About
  format: Format
  dpi: Dpi
  /** The code of a printer; without one a file is made. */
  printer: string
  /** The code of a sheet; without one each label is a page. */
  sheet: string
  /** The place on the sheet at which the next labels begin. */
  start: number
}

export const FIRST: Choice = { templates: {}, format: 'pdf', dpi: 203, printer: '', sheet: '', start: 1 }

/** The last choice; what is not understood of it is as at first. */
export function choiceOf(kept: string | null): Choice {
  try {
    const said: unknown = JSON.parse(kept ?? '{}')
    if (typeof said !== 'object' || said === null) {
      return FIRST
    }
    const { templates, about, format, dpi, printer, sheet, start } = said as Record<string, unknown>
    return {
      templates: typeof templates === 'object' && templates !== null ? (templates as Choice['templates']) : {},
      about: about as About | undefined,
      format: FORMATS.find(known => known === format) ?? FIRST.format,
      dpi: DPIS.find(known => known === dpi) ?? FIRST.dpi,
      printer: typeof printer === 'string' ? printer : '',
      sheet: typeof sheet === 'string' ? sheet : '',
      start: typeof start === 'number' ? start : 1,
    }
  } catch {
    return FIRST
  }
}

export function lastChoice(): Choice {
  return choiceOf(localStorage.getItem(KEPT))
}

export function keepChoice(choice: Choice) {
  try {
    localStorage.setItem(KEPT, JSON.stringify(choice))
  } catch {
    // A full or forbidden store costs only the memory.
  }
}

/** The template to begin with: the last one of its kind, if it is among those that fit. */
export function templateToBegin(fitting: { code: string; about: About }[], choice: Choice): string | undefined {
  const kept = (about: About) => fitting.find(one => one.about === about && one.code === choice.templates[about])
  const abouts = [...new Set(fitting.map(one => one.about))]
  const first = choice.about !== undefined && abouts.includes(choice.about) ? [choice.about, ...abouts] : abouts
  return first.map(kept).find(one => one !== undefined)?.code ?? fitting[0]?.code
}
