import path from 'node:path'
import { createServerModuleRunner, type ErrorPayload, type HotPayload, type Plugin } from 'vite'
import type { ModuleRunner } from 'vite/module-runner'
import { checkTypes } from '../cli/check-types.ts'
import { explainFailure } from '../cli/describe-failure.ts'
import type { Deck } from '../deck/deck.ts'
import { contentTypeOf } from '../disk/memory-file.ts'
import { html, raw } from '../markup/html.ts'
import type { Site } from './compose.ts'
import { followEdits } from './follow-edits.ts'

/** Sources of the pages. Vite itself updates styles and scripts. */
const SOURCES = /^(slides|assets|src\/(deck|strings|markup|drawings|layouts|page|site))\/|^src\/slide\.ts$/

/** Vite's overlay for faults, without its advice to switch it off and without scrollbars that scroll nothing. */
const OVERLAY_STYLE = `
vite-error-overlay::part(tip) { display: none; }
vite-error-overlay::part(backdrop), vite-error-overlay::part(frame) { overflow: auto; }
`
/** What is served while there is no deck: Vite's client shows the fault and reloads the page later. */
const NO_DECK = { name: 'index.html', html: '<!doctype html><title>Error</title>' }

/**
 * Serves the pages of the talk in `folder` in development. An edit composes them again and notifies open
 * pages. A faulty edit keeps the last good deck and shows its message over it and in the terminal.
 */
export function deckServer(folder: string): Plugin {
  return {
    name: 'deck-server',
    apply: 'serve',
    // Every edit loads all modules anew, so Vite needs not say which ones it would.
    hotUpdate() {
      return this.environment.name === 'ssr' ? [] : undefined
    },
    transformIndexHtml: () => [{ tag: 'style', children: OVERLAY_STYLE, injectTo: 'head' }],
    configureServer(server) {
      const { logger } = server.config
      let lastGood: Loaded | undefined
      /** What is shown over the deck. */
      let fault: string | undefined
      let wasFaulty = false
      let advice = ''
      // Vite would keep a message to nobody for the next page, which would show a fault that is mended by then.
      const tell = (payload: HotPayload) => {
        for (const client of server.ws.clients) client.send(payload)
      }
      const say = (found: string | undefined) => {
        fault = found
        if (found !== undefined) {
          logger.error(found)
          tell(showFault(found))
        } else if (wasFaulty) logger.info('The fault is mended; the deck is shown as it is written.')
        wasFaulty = found !== undefined
        if (wasFaulty || lastGood === undefined || lastGood.advice === advice) return
        advice = lastGood.advice
        if (advice !== '') logger.warn(advice)
      }
      // Vite's own loader would print a fault a second time, with its stack trace.
      const runner = createServerModuleRunner(server.environments.ssr, { hmr: false })
      const compose = async () => {
        server.environments.ssr.moduleGraph.invalidateAll()
        runner.clearCache()
        const loaded = await loadSite(runner, folder)
        // An open page that never had a deck has no player that could show one, so reload it.
        tell(lastGood === undefined ? { type: 'full-reload' } : { type: 'custom', event: 'deck:update' })
        lastGood = loaded
        fault = undefined
      }
      const explain = (failure: unknown) =>
        failure === undefined ? checkTypes(folder) : explainFailure(failure)
      const { update, composed } = followEdits({ compose, explain, say })
      update()
      for (const event of ['add', 'change', 'unlink'] as const) {
        server.watcher.on(event, (file) => {
          const name = path.relative(server.config.root, file).replaceAll(path.sep, '/')
          if (SOURCES.test(name) && !name.endsWith('.css')) update()
        })
      }
      server.ws.on('vite:client:connect', (_, client) => {
        if (fault !== undefined) client.send(showFault(fault))
      })
      server.middlewares.use(async (request, response, next) => {
        await composed()
        const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1)
        const found = lastGood === undefined ? isPage(name) && NO_DECK : findFile(lastGood.site, name)
        if (!found) return next()
        try {
          if (found === NO_DECK) response.statusCode = 500
          response.setHeader('Content-Type', contentTypeOf(found.name))
          response.end(
            'html' in found ? await server.transformIndexHtml(`/${name}`, found.html) : found.bytes,
          )
        } catch (error) {
          next(error)
        }
      })
    },
  }
}

const isPage = (name: string) => /(^|\/|\.html)$/.test(name)

function findFile({ pages, fonts, pictures }: Site, name: string) {
  return (
    pages.find((page) => [name, `${name}index.html`].includes(page.name)) ??
    [...fonts, ...pictures].find((file) => name === file.name)
  )
}

interface Loaded {
  readonly site: Site
  readonly advice: string
}

async function loadSite(runner: ModuleRunner, folder: string): Promise<Loaded> {
  const deck = await runner.import<{ default: Deck }>(`/${folder}/deck.ts`)
  const { checkTalk } = await runner.import<typeof import('./check-talk.ts')>('/src/site/check-talk.ts')
  const { composeSite } = await runner.import<typeof import('./compose.ts')>('/src/site/compose.ts')
  const { listSheets, FIRST_STYLE } = await runner.import<typeof import('./styles.ts')>('/src/site/styles.ts')
  const { adviseDeck } =
    await runner.import<typeof import('../page/advise-deck.ts')>('/src/page/advise-deck.ts')
  const talk = await checkTalk(folder, deck.default)
  const site = await composeSite({
    talk,
    styles: html`<style>${raw(FIRST_STYLE)}</style>
${listSheets(deck.default).map((sheet) => html`<link rel="stylesheet" href="/${sheet}">\n`)}`,
    script: '/src/player/main.ts',
  })
  return { site, advice: adviseDeck(talk.deck, folder).join('\n') }
}

/** A fault for Vite's overlay. */
const showFault = (message: string): ErrorPayload => ({ type: 'error', err: { message, stack: '' } })
