const TAKE_OVER = 'take over'

/** Reloads at once; unlike a `Refresh`, which counts an address with a `#` as one to scroll to, from a script. */
const AGAIN =
  '<!doctype html><link rel="icon" href="data:,"><script>location.reload()</script><noscript><meta http-equiv="refresh" content="0"></noscript>'

/** Whether someone reloads a page while a newer version waits for this one's pages to be closed. */
export function isReloadForUpdate({ registration }: ServiceWorkerGlobalScope, request: Request): boolean {
  return request.mode === 'navigate' && request.cache !== 'default' && registration.waiting !== null
}

/**
 * Lets the waiting version take over when the page that is being reloaded is the only one: a reload alone closes no
 * page in the browser's eyes. Gives what is to be answered, an empty page that reloads at once and so comes from the
 * new version; undefined where other pages still show this one.
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
  return new Response(AGAIN, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

/** The waiting version's part. It says that it has heard before it takes over, which waits for that very answer. */
export function takeOverWhenAsked(self: ServiceWorkerGlobalScope): void {
  self.addEventListener('message', ({ data, ports }) => {
    if (data !== TAKE_OVER) return
    void self.skipWaiting()
    ports[0]?.postMessage(TAKE_OVER)
  })
}
