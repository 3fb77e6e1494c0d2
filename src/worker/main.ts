import { PrecacheController, PrecacheRoute } from 'workbox-precaching'
import { RegExpRoute, Route, registerRoute } from 'workbox-routing'
import { handOver, isReloadForUpdate, takeOverWhenAsked } from './take-over.ts'

declare const self: ServiceWorkerGlobalScope
/** All files of the deck with their digests; the build writes them here. */
declare const __DECK_FILES__: { url: string; revision: string | null; integrity: string }[]

/*
 * Keeps the whole deck, both languages, for when there is no network: exactly the files of one build, each checked
 * against its digest, so that an update is whole or does not happen. A new version is fetched beside the old one,
 * which stays until no page shows it any more. Whatever is not of the deck (downloads, a live stream) is left to the
 * network.
 */
const files = new PrecacheController()
files.addToCacheList(__DECK_FILES__)
self.addEventListener('install', (event) => void files.install(event))
self.addEventListener('activate', (event) => {
  void files.activate(event)
  // So that the very page that brought the first version can do without the network from now on.
  event.waitUntil(self.clients.claim())
})
takeOverWhenAsked(self)

// What stands behind a `?` changes nothing in the pages.
const deck = new PrecacheRoute(files, { cleanURLs: false, ignoreURLParametersMatching: [/.*/] })
registerRoute(
  new Route(
    (options) => isReloadForUpdate(self, options.request) && deck.match(options),
    async (options) => (await handOver(self)) ?? deck.handler.handle(options),
  ),
)
registerRoute(deck)
// A share page leads to its slide; here it is known without asking.
registerRoute(
  new RegExpRoute(/\/s\/([\w-]+)\/(?:\?.*)?$/, async ({ url, params }) => {
    const [slide] = Array.isArray(params) ? params : []
    return Response.redirect(new URL(`../../#${slide}`, url).href)
  }),
)
