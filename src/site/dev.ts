import type { ServerResponse } from 'node:http'
import path from 'node:path'
import { createServerModuleRunner, type ErrorPayload, type Plugin } from 'vite'
import type { ModuleRunner } from 'vite/module-runner'
import { checkTypes } from '../cli/check-types.ts'
import { describeFailure } from '../cli/describe-failure.ts'
import type { Deck } from '../deck/deck.ts'
import { contentTypeOf } from '../disk/memory-file.ts'
import { html, raw } from '../markup/html.ts'
import type { Site } from './compose.ts'

/** Sources of the pages. Vite itself updates styles and scripts. */
const SOURCES = /^(slides|assets|src\/(deck|strings|markup|drawings|layouts|page|site))\/|^src\/slide\.ts$/

/**
 * Serves the pages of the talk in `folder` in development. An edit composes them again and notifies open
 * pages. A faulty edit keeps the last good deck and shows its message over it and in the terminal.
 */
export function deckServer(folder: string): Plugin {
  return {
    name: 'deck-server',
    apply: 'serve',
    configureServer(server) {
      let lastGood: Site | undefined
      let fault: string | undefined
      let wasFaulty = false
      let advice = ''
      /** Says once what the author may want to change. */
      const advise = (next: string) => {
        if (next !== '' && next !== advice) server.config.logger.warn(next, { timestamp: true })
        advice = next
      }
      const fail = (message: string) => {
        fault = message
        wasFaulty = true
        server.config.logger.error(message, { timestamp: true })
      }
      // Vite's own loader would print a fault a second time, with its stack trace.
      const runner = createServerModuleRunner(server.environments.ssr, { hmr: false })
      let round = 0
      const compose = async () => {
        round++
        try {
          const loaded = await loadSite(runner, folder)
          lastGood = loaded.site
          fault = undefined
          advise(loaded.advice)
        } catch (error) {
          fail(await describeFailure(error))
        }
      }
      /** Finds what does not keep a deck from being shown, as a misspelt field; says so when all is well again. */
      const check = async () => {
        const own = round
        if (fault !== undefined) return
        const found = await checkTypes(folder)
        if (own !== round) return
        if (found !== undefined) {
          fail(found)
          server.ws.send(showFault(found))
        } else if (wasFaulty) {
          wasFaulty = false
          server.config.logger.info('The fault is mended; the deck is shown as it is written.', {
            timestamp: true,
          })
        }
      }
      // One at a time, so that the result of an older edit never replaces that of a newer one.
      let composing = compose()
      void composing.then(check)
      const update = (file: string) => {
        const name = path.relative(server.config.root, file).replaceAll(path.sep, '/')
        if (!SOURCES.test(name) || name.endsWith('.css')) return
        composing = composing.then(async () => {
          const isFirst = lastGood === undefined
          server.environments.ssr.moduleGraph.invalidateAll()
          runner.clearCache()
          await compose()
          if (fault !== undefined) server.ws.send(showFault(fault))
          // An open page that never had a deck has no player that could show one, so reload it.
          else if (isFirst) server.ws.send({ type: 'full-reload' })
          else server.ws.send({ type: 'custom', event: 'deck:update' })
        })
        void composing.then(check)
      }
      for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, update)
      server.ws.on('connection', () => {
        if (fault !== undefined) server.ws.send(showFault(fault))
      })
      server.middlewares.use(async (request, response, next) => {
        await composing
        const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1)
        if (lastGood === undefined) return isPage(name) ? answerFault(response) : next()
        const page = lastGood.pages.find((page) => [name, `${name}index.html`].includes(page.name))
        const files = [...lastGood.fonts, ...lastGood.pictures]
        const found = page ?? files.find((file) => name === file.name)
        if (found === undefined) return next()
        try {
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

async function loadSite(runner: ModuleRunner, folder: string): Promise<{ site: Site; advice: string }> {
  const deck = await runner.import<{ default: Deck }>(`/${folder}/deck.ts`)
  const { checkTalk } = await runner.import<typeof import('./check-talk.ts')>('/src/site/check-talk.ts')
  const { composeSite } = await runner.import<typeof import('./compose.ts')>('/src/site/compose.ts')
  const { listSheets, PALETTE_STYLE } =
    await runner.import<typeof import('./styles.ts')>('/src/site/styles.ts')
  const { adviseDeck } =
    await runner.import<typeof import('../page/advise-deck.ts')>('/src/page/advise-deck.ts')
  const talk = await checkTalk(folder, deck.default)
  const site = await composeSite({
    talk,
    styles: html`<style>${raw(PALETTE_STYLE)}</style>
${listSheets(deck.default).map((sheet) => html`<link rel="stylesheet" href="/${sheet}">\n`)}`,
    script: '/src/player/main.ts',
  })
  return { site, advice: adviseDeck(talk.deck, folder).join('\n') }
}

/** A fault for Vite's overlay. */
const showFault = (message: string): ErrorPayload => ({ type: 'error', err: { message, stack: '' } })

/** Answers without a deck: Vite's client shows the fault and reloads the page later. */
function answerFault(response: ServerResponse): void {
  response.statusCode = 500
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end('<!doctype html><title>Error</title><script type="module" src="/@vite/client"></script>')
}
