// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
//
// Lets the screens open without a network: the program is kept on the device, answers of the server never are. The
// build puts in the files and their version. A new version waits until no page of the old one is open, so that an old
// page finds all of its parts.
const VERSION = '__VERSION__'
const FILES = __FILES__
const ROOMS = new Set(__ROOMS__)

const CACHE = `gozinto-${VERSION}`

self.addEventListener('install', event => {
  event.waitUntil(
    caches.open(CACHE).then(cache => cache.addAll(FILES.map(file => new Request(file, { cache: 'no-cache' })))),
  )
})

self.addEventListener('activate', event => {
  const others = caches
    .keys()
    .then(names => Promise.all(names.filter(name => name !== CACHE).map(name => caches.delete(name))))
  event.waitUntil(others.then(() => self.clients.claim()))
})

self.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) {
    return
  }
  if (request.mode === 'navigate') {
    if (ROOMS.has(url.pathname.split('/')[1])) {
      // The newest page while there is a network, so that a reload brings a new program.
      event.respondWith(fetch(request).catch(() => caches.match('/', { cacheName: CACHE })))
    }
  } else if (url.pathname.startsWith('/assets/')) {
    // Their names say what is in them: what is kept is never old.
    event.respondWith(caches.match(request.url, { cacheName: CACHE }).then(kept => kept ?? fetch(request)))
  }
})
