const TAKE_OVER = 'take over'

/**
 * A page that reloads itself at once. A `Refresh` would only scroll when the address has a `#`, so it uses a
 * script.
 */
const RELOADING_PAGE =
  '<!doctype html><link rel="icon" href="data:,"><script>location.reload()</script><noscript><meta http-equiv="refresh" content="0"></noscript>'

/** Whether a visitor reloads a page while a newer version waits for this version's pages to close. */
export function isReloadForUpdate({ registration }: ServiceWorkerGlobalScope, request: Request): boolean {
  return request.mode === 'navigate' && request.cache !== 'default' && registration.waiting !== null
}

/**
 * Lets the waiting version take over when the reloaded page is the only one, as browsers do not count a
 * reload as closing the page. Returns the answer to the request, an empty page that reloads itself and so
 * comes from the new version; undefined when other pages still use this version.
 */
export async function handOver({
  registration,
  clients,
}: ServiceWorkerGlobalScope): Promise<Response | undefined> {
  const { waiting } = registration
  const pages = await clients.matchAll({ type: 'window' })
  if (waiting === null || pages.length > 1) return undefined
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = resolve
    waiting.postMessage(TAKE_OVER, [port2])
  })
  return new Response(RELOADING_PAGE, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

/**
 * Runs in the waiting version. It answers before it takes over, because the old version waits for the answer
 * and the takeover waits for the old version's open request.
 */
export function takeOverWhenAsked(self: ServiceWorkerGlobalScope): void {
  self.addEventListener('message', ({ data, ports }) => {
    if (data !== TAKE_OVER) return
    void self.skipWaiting()
    ports[0]?.postMessage(TAKE_OVER)
  })
}
