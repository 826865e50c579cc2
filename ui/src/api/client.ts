// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0

/** A refusal of the server: a problem document (RFC 9457). */
export type ProblemBody = {
  type?: string
  title: string
  status: number
  code: string
  detail?: string
  errors?: { pointer?: string; detail: string; expected?: string; action?: string }[]
}

export class Problem extends Error {
  readonly body: ProblemBody

  constructor(body: ProblemBody) {
    super(body.detail ?? body.title)
    this.name = 'Problem'
    this.body = body
  }

  get code() {
    return this.body.code
  }

  get status() {
    return this.body.status
  }
}

/** Nothing was heard of the server: the request may or may not have arrived. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The server cannot be reached.', { cause })
    this.name = 'Unreachable'
  }
}

export type QueryValue = string | number | boolean | null | undefined | readonly string[]

/** The address of a question; what is empty is left out, and a list names its parameter again and again. */
export function address(path: string, query: Record<string, QueryValue> = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) {
      for (const one of value) {
        params.append(name, one)
      }
    } else if (value !== undefined && value !== null && value !== '') {
      params.set(name, String(value))
    }
  }
  const text = params.toString()
  return text ? `${path}?${text}` : path
}

/** A code as one segment of a path. */
export const segment = encodeURIComponent

const signedOut = new Set<() => void>()

/** Calls back whenever the server says that nobody is signed in. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener)
  return () => signedOut.delete(listener)
}

type Options = {
  body?: unknown
  text?: string
  blob?: Blob
  mediaType?: string
  headers?: Record<string, string>
  signal?: AbortSignal
}

async function send(method: string, path: string, options: Options = {}): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', ...options.headers }
  if (method !== 'GET') {
    // Other sites can make a browser send a form with our cookie, and cannot make it send this header.
    headers['X-Gozinto'] = 'screens'
  }
  let body: string | Blob | undefined
  if (options.blob !== undefined) {
    headers['Content-Type'] = options.blob.type || 'application/octet-stream'
    body = options.blob
  } else if (options.text !== undefined) {
    headers['Content-Type'] = options.mediaType ?? 'text/plain'
    body = options.text
  } else if (options.body !== undefined) {
    headers['Content-Type'] = 'application/json'
    body = JSON.stringify(options.body)
  }
  let response: Response
  try {
    response = await fetch(path, { method, headers, body, signal: options.signal, credentials: 'same-origin' })
  } catch (e) {
    if (e instanceof DOMException && e.name === 'AbortError') {
      throw e
    }
    throw new Unreachable(e)
  }
  if (!response.ok) {
    throw await refusalOf(response, path)
  }
  return response
}

/** The refusal; that nobody is signed in any more is told to those who wait for it. */
async function refusalOf(response: Response, path: string): Promise<Problem | Unreachable> {
  const problem = await problemOf(response)
  if (response.status === 401 && path !== SESSIONS) {
    for (const listener of signedOut) {
      listener()
    }
  }
  return problem
}

const SESSIONS = '/api/v1/sessions'

async function problemOf(response: Response): Promise<Problem | Unreachable> {
  const text = await response.text()
  try {
    const body = JSON.parse(text) as ProblemBody
    if (typeof body.code === 'string') {
      return new Problem({ ...body, status: response.status })
    }
  } catch {
    // A proxy in between answers with a page of its own.
  }
  if (response.status >= 502 && response.status <= 504) {
    return new Unreachable(text.slice(0, 200))
  }
  return new Problem({
    title: response.statusText || 'Error',
    status: response.status,
    code: `http-${response.status}`,
  })
}

async function json<T>(response: Response): Promise<T> {
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T)
}

/** The HTTP API; paths are below `/api/v1`. */
export const api = {
  get: async <T>(path: string, query?: Record<string, QueryValue>, signal?: AbortSignal): Promise<T> =>
    json<T>(await send('GET', address(`/api/v1${path}`, query), { signal })),

  post: async <T>(path: string, body?: unknown, query?: Record<string, QueryValue>, signal?: AbortSignal): Promise<T> =>
    json<T>(await send('POST', address(`/api/v1${path}`, query), { body, signal })),

  put: async <T>(path: string, body: unknown, headers?: Record<string, string>): Promise<T> =>
    json<T>(await send('PUT', `/api/v1${path}`, { body, headers })),

  delete: async <T>(path: string): Promise<T> => json<T>(await send('DELETE', `/api/v1${path}`)),

  /** A record with the tag that says which version it is; `put` gives it back as `If-Match`. */
  tagged: async <T>(path: string, signal?: AbortSignal): Promise<{ value: T; tag: string | null }> => {
    const response = await send('GET', `/api/v1${path}`, { signal })
    return { value: (await response.json()) as T, tag: response.headers.get('ETag') }
  },

  /** Sends a file as it is. */
  file: async <T>(path: string, blob: Blob, query?: Record<string, QueryValue>): Promise<T> =>
    json<T>(await send('POST', address(`/api/v1${path}`, query), { blob })),

  /** Sends acts a line each; one verdict a line comes back in order. */
  batch: async <T>(acts: unknown[], query?: Record<string, QueryValue>, signal?: AbortSignal): Promise<T[]> => {
    const text = acts.map(act => JSON.stringify(act)).join('\n')
    const response = await send('POST', address('/api/v1/entries:batch', query), {
      text,
      mediaType: 'application/x-ndjson',
      headers: { Accept: 'application/x-ndjson' },
      signal,
    })
    const lines = (await response.text()).split('\n').filter(line => line.trim() !== '')
    return lines.map(line => JSON.parse(line) as T)
  },

  /** A document that is made of what is sent, such as a drawing; the answer says what kind of document it is. */
  document: async (path: string, body: unknown, signal?: AbortSignal): Promise<Response> =>
    send('POST', `/api/v1${path}`, { body, signal, headers: { Accept: '*/*' } }),

  /** Sends a file. */
  upload: async <T>(path: string, file: File, query?: Record<string, QueryValue>): Promise<T> => {
    const form = new FormData()
    form.append('file', file)
    let response: Response
    try {
      response = await fetch(address(`/api/v1${path}`, query), {
        method: 'POST',
        headers: { Accept: 'application/json', 'X-Gozinto': 'screens' },
        body: form,
        credentials: 'same-origin',
      })
    } catch (e) {
      throw new Unreachable(e)
    }
    if (!response.ok) {
      throw await refusalOf(response, path)
    }
    return json<T>(response)
  },
}
