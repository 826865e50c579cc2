// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

export type Signal = 'right' | 'wrong' | 'done' | 'seen'

const KEPT = 'gozinto.sound'

let context: AudioContext | null = null

/**
 * Tones that are told apart in a loud hall: high and short for right, low and twice for wrong, rising for done; a tick
 * for what the camera has seen and nobody has judged yet.
 */
const TONES: Record<Signal, [frequencyHz: number, startS: number, lengthS: number][]> = {
  right: [[1320, 0, 0.07]],
  wrong: [
    [196, 0, 0.16],
    [165, 0.2, 0.26],
  ],
  seen: [[2400, 0, 0.025]],
  done: [
    [880, 0, 0.08],
    [1320, 0.1, 0.14],
  ],
}

const BUZZES: Record<Signal, number[]> = { right: [30], wrong: [120, 60, 120], done: [40, 40, 80], seen: [15] }

export function soundIsOn(): boolean {
  return localStorage.getItem(KEPT) !== 'off'
}

export function setSound(on: boolean) {
  localStorage.setItem(KEPT, on ? 'on' : 'off')
}

/** Tells by ear and hand how a scan went; the page tells the eye. */
export function signal(kind: Signal) {
  // Before the first touch or key browsers refuse to buzz, and complain.
  if (navigator.userActivation?.hasBeenActive) {
    navigator.vibrate?.(BUZZES[kind])
  }
  if (!soundIsOn() || typeof AudioContext === 'undefined') {
    return
  }
  context ??= new AudioContext()
  const now = context.currentTime
  for (const [frequencyHz, startS, lengthS] of TONES[kind]) {
    const tone = context.createOscillator()
    const volume = context.createGain()
    tone.type = kind === 'wrong' ? 'square' : 'sine'
    tone.frequency.value = frequencyHz
    volume.gain.setValueAtTime(kind === 'wrong' ? 0.12 : 0.2, now + startS)
    volume.gain.exponentialRampToValueAtTime(0.001, now + startS + lengthS)
    tone.connect(volume).connect(context.destination)
    tone.start(now + startS)
    tone.stop(now + startS + lengthS)
  }
}
