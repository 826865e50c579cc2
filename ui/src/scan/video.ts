// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

/** Why there is no picture. */
export type CameraTrouble = 'insecure' | 'denied' | 'none' | 'busy'

const KEPT = 'gozinto.camera'

/** The camera that was chosen on this device. */
export const chosen = {
  load: () => localStorage.getItem(KEPT) ?? '',
  save: (id: string) => (id === '' ? localStorage.removeItem(KEPT) : localStorage.setItem(KEPT, id)),
}

const SIZE = { width: { ideal: 1920 }, height: { ideal: 1080 } }

/** Opens the chosen camera, else the one at the back. */
export async function openVideo(id: string): Promise<MediaStream> {
  const devices = navigator.mediaDevices
  try {
    return await devices.getUserMedia({
      audio: false,
      video: { ...SIZE, ...(id === '' ? { facingMode: { ideal: 'environment' } } : { deviceId: { exact: id } }) },
    })
  } catch (e) {
    if (id !== '' && e instanceof DOMException && (e.name === 'OverconstrainedError' || e.name === 'NotFoundError')) {
      // The camera that was chosen is not there any more.
      chosen.save('')
      return openVideo('')
    }
    throw e
  }
}

export function hasCameras(): boolean {
  return window.isSecureContext && navigator.mediaDevices?.getUserMedia !== undefined
}

export function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof DOMException ? error.name : ''
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none'
    default:
      return 'busy'
  }
}

/** The cameras of this device; they have names once one of them was allowed. */
export async function cameras(): Promise<MediaDeviceInfo[]> {
  const all = await navigator.mediaDevices.enumerateDevices().catch(() => [])
  return all.filter(device => device.kind === 'videoinput' && device.deviceId !== '')
}

type Lamp = MediaTrackCapabilities & { torch?: boolean; focusMode?: string[] }

/** What a track can do beyond its picture; browsers tell it in different ways, or not at all. */
export function abilities(track: MediaStreamTrack): { torch: boolean; focus: boolean } {
  const can = (track.getCapabilities?.() ?? {}) as Lamp
  return { torch: can.torch === true, focus: can.focusMode?.includes('continuous') === true }
}

export function demand(track: MediaStreamTrack, what: { torch?: boolean; focusMode?: string }): Promise<void> {
  return track.applyConstraints({ advanced: [what as MediaTrackConstraintSet] }).catch(() => {})
}
