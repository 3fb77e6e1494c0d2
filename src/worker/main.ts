import { PrecacheController, PrecacheRoute } from 'workbox-precaching'
import { RegExpRoute, Route, registerRoute } from 'workbox-routing'
import { handOver, isReloadForUpdate, takeOverWhenAsked } from './take-over.ts'

declare const self: ServiceWorkerGlobalScope
/** All files of the deck with their digests; the build writes them here. */
declare const __DECK_FILES__: { url: string; revision: string | null; integrity: string }[]

/*
 * Keeps the whole deck, in both languages, for offline use: exactly the files of one build, each checked
 * against its digest, so an update is complete or does not happen. A new version downloads beside the old
 * one, which stays until no page shows it. Everything else (downloads, a live stream) goes to the network.
 */
const files = new PrecacheController()
files.addToCacheList(__DECK_FILES__)
self.addEventListener('install', (event) => void files.install(event))
self.addEventListener('activate', (event) => {
  void files.activate(event)
  // The very page that installed the first version works offline from now on.
  event.waitUntil(self.clients.claim())
})
takeOverWhenAsked(self)

// Pages ignore the query string.
const deck = new PrecacheRoute(files, { cleanURLs: false, ignoreURLParametersMatching: [/.*/] })
registerRoute(
  new Route(
    (options) => isReloadForUpdate(self, options.request) && deck.match(options),
    async (options) => (await handOver(self)) ?? deck.handler.handle(options),
  ),
)
registerRoute(deck)
// Of each picture one size is kept, and stands for the others where there is no network.
registerRoute(
  new RegExpRoute(/(\/assets\/pictures\/[\w-]+-)\d+\.\w+$/, async ({ request, params }) => {
    try {
      return await fetch(request)
    } catch (error) {
      const [picture] = Array.isArray(params) ? params : []
      const kept = files.getCachedURLs().find((url) => url.includes(`${picture}`))
      const instead = kept && (await files.matchPrecache(kept))
      if (!instead) throw error
      return instead
    }
  }),
)
// A share page leads to its slide, so the worker can redirect without the network.
registerRoute(
  new RegExpRoute(/\/s\/([\w-]+)\/(?:\?.*)?$/, async ({ url, params }) => {
    const [slide] = Array.isArray(params) ? params : []
    return Response.redirect(new URL(`../../#${slide}`, url).href)
  }),
)
