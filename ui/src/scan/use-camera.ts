// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { Damper, type Look } from './damper'
import { Decoder } from './decoder'
import { signal } from './feedback'
import type { FoundSymbol } from './symbol'
import { abilities, type CameraTrouble, cameras, chosen, demand, hasCameras, openVideo, troubleOf } from './video'

/** Frames come no faster than this; a phone stays cool, and a code is held still for longer. */
const FRAME_MS = 90

/** How long a frame around a code stays after it was last seen. */
const MARK_MS = 400

export type Marked = { width: number; height: number; symbols: { symbol: FoundSymbol; look: Look; atMs: number }[] }

type Last = { code: string; look: Look; count: number }

const NOTHING: Marked = { width: 1, height: 1, symbols: [] }

/** The camera in a video element: its scans go to `hear`; it rests while the page is not seen. */
export function useCamera(video: RefObject<HTMLVideoElement | null>, hear: (code: string) => void) {
  const [device, setDevice] = useState(chosen.load)
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([])
  const [trouble, setTrouble] = useState<CameraTrouble | null>(() => (hasCameras() ? null : 'insecure'))
  const [attempt, setAttempt] = useState(0)
  const [track, setTrack] = useState<MediaStreamTrack | null>(null)
  const [torch, setTorch] = useState(false)
  const [lit, setLit] = useState(false)
  const [marked, setMarked] = useState<Marked>(NOTHING)
  const [last, setLast] = useState<Last | null>(null)
  const [seen, setSeen] = useState(() => document.visibilityState === 'visible')
  const damper = useRef(new Damper())
  const count = useRef(0)
  const heard = useRef(hear)
  heard.current = hear

  useEffect(() => {
    const look = () => setSeen(document.visibilityState === 'visible')
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])

  const take = useCallback((symbols: FoundSymbol[], width: number, height: number) => {
    const nowMs = performance.now()
    const looks = symbols.map(symbol => ({
      symbol,
      look: damper.current.look(symbol.code, symbol.sure, nowMs),
      atMs: nowMs,
    }))
    for (const { symbol, look } of looks) {
      if (look === 'scan') {
        count.current++
        setLast({ code: symbol.code, look, count: count.current })
        signal('seen')
        heard.current(symbol.code)
      }
    }
    const again = looks.find(({ look }) => look === 'already')
    if (again !== undefined && !looks.some(({ look }) => look === 'scan')) {
      setLast(before =>
        before?.code === again.symbol.code
          ? before
          : { code: again.symbol.code, look: 'already', count: count.current },
      )
    }
    setMarked(before => ({
      width,
      height,
      symbols: [
        ...looks,
        ...before.symbols.filter(
          old => nowMs - old.atMs < MARK_MS && !looks.some(now => now.symbol.code === old.symbol.code),
        ),
      ],
    }))
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt begins anew
  useEffect(() => {
    if (!hasCameras() || !seen) {
      return
    }
    const decoder = new Decoder()
    let gone = false
    let stream: MediaStream | null = null
    let timer: ReturnType<typeof setTimeout> | undefined

    const look = async () => {
      const element = video.current
      if (element !== null && element.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && element.videoWidth > 0) {
        const { videoWidth, videoHeight } = element
        const symbols = await createImageBitmap(element).then(image => decoder.read(image))
        if (!gone) {
          take(symbols, videoWidth, videoHeight)
        }
      }
    }

    const next = () => {
      const startedMs = performance.now()
      // One frame may fail, as when the camera turns; the next one is looked at all the same.
      void look()
        .catch(() => {})
        .finally(() => {
          if (!gone) {
            timer = setTimeout(next, Math.max(0, FRAME_MS - (performance.now() - startedMs)))
          }
        })
    }

    const begin = async () => {
      try {
        stream = await openVideo(device)
        const [opened] = stream.getVideoTracks()
        if (gone || opened === undefined) {
          return stop()
        }
        opened.addEventListener('ended', () => !gone && setTrouble('busy'))
        const can = abilities(opened)
        if (can.focus) {
          void demand(opened, { focusMode: 'continuous' })
        }
        setTrouble(null)
        setTrack(opened)
        setTorch(can.torch)
        setLit(false)
        if (video.current !== null) {
          video.current.srcObject = stream
          await video.current.play().catch(() => {})
        }
        setDevices(await cameras())
        next()
      } catch (e) {
        if (!gone) {
          setTrouble(troubleOf(e))
        }
      }
    }

    const stop = () => {
      for (const one of stream?.getTracks() ?? []) {
        one.stop()
      }
    }

    void begin()
    return () => {
      gone = true
      clearTimeout(timer)
      stop()
      decoder.close()
      setTrack(null)
      setMarked(NOTHING)
    }
  }, [device, attempt, seen, take, video])

  return {
    trouble,
    devices,
    device: device || (track?.getSettings().deviceId ?? ''),
    choose: (id: string) => {
      chosen.save(id)
      setDevice(id)
    },
    torch,
    lamp: {
      on: lit,
      toggle: () => {
        if (track !== null) {
          void demand(track, { torch: !lit })
          setLit(!lit)
        }
      },
    },
    marked,
    last,
    retry: () => {
      setTrouble(null)
      setAttempt(times => times + 1)
    },
  }
}
