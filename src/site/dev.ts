import type { ServerResponse } from 'node:http'
import path from 'node:path'
import type { ErrorPayload, Plugin, ViteDevServer } from 'vite'
import { html } from '../render/html.ts'
import type { Deck } from '../slide.ts'
import type { composeSite, Site } from './compose.ts'

const FONT_FOLDER = 'deck-fonts/'
/** What the pages are made of, styles and scripts apart: those are Vite's own to update. */
const SOURCES = /^(slides|src\/render|src\/site|assets)\/|^src\/(slide|fragment)\.ts$/

/**
 * Serves the pages in development. An edit composes them anew and tells the open pages; a faulty edit shows its
 * message over the last good deck, which stays.
 */
export function deckServer(): Plugin {
  return {
    name: 'deck-server',
    apply: 'serve',
    configureServer(server) {
      let lastGood: Site | undefined
      let fault: unknown
      const compose = async () => {
        try {
          lastGood = await loadSite(server)
          fault = undefined
        } catch (error) {
          fault = error
        }
      }
      // One at a time, so that an older edit never overtakes a newer one.
      let composing = compose()
      const update = (file: string) => {
        const name = path.relative(server.config.root, file).replaceAll(path.sep, '/')
        if (!SOURCES.test(name) || name.endsWith('.css')) return
        composing = composing.then(async () => {
          const isFirst = lastGood === undefined
          server.environments.ssr.moduleGraph.invalidateAll()
          await compose()
          if (fault !== undefined) server.ws.send(describeFault(fault))
          // A page that never had a deck has no player that could take one over.
          else if (isFirst) server.ws.send({ type: 'full-reload' })
          else server.ws.send({ type: 'custom', event: 'deck:update' })
        })
      }
      for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, update)
      server.ws.on('connection', () => {
        if (fault !== undefined) server.ws.send(describeFault(fault))
      })
      server.middlewares.use(async (request, response, next) => {
        await composing
        const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1)
        if (lastGood === undefined) return next(isPage(name) ? fault : undefined)
        try {
          if (!(await answer({ server, site: lastGood, name, response }))) next()
        } catch (error) {
          next(error)
        }
      })
    },
  }
}

function isPage(name: string): boolean {
  return name === '' || name.endsWith('/') || name.endsWith('.html')
}

interface Request {
  readonly server: ViteDevServer
  readonly site: Site
  /** The address from the site's root. */
  readonly name: string
  readonly response: ServerResponse
}

/** Answers with a page or a font of the site; says whether there was one of that name. */
async function answer({ server, site, name, response }: Request): Promise<boolean> {
  const page = site.pages.find(({ fileName }) => fileName === name || fileName === `${name}index.html`)
  const font = site.fonts.find(({ fileName }) => name === FONT_FOLDER + fileName)
  if (page !== undefined) {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(await server.transformIndexHtml(`/${name}`, page.html))
  } else if (font !== undefined) {
    response.setHeader('Content-Type', 'font/woff2')
    response.end(font.bytes)
  }
  return page !== undefined || font !== undefined
}

async function loadSite(server: ViteDevServer): Promise<Site> {
  const deck = (await server.ssrLoadModule('/slides/deck.ts')) as { default: Deck }
  const site = (await server.ssrLoadModule('/src/site/compose.ts')) as { composeSite: typeof composeSite }
  return site.composeSite({
    deck: deck.default,
    styles: html`<link rel="stylesheet" href="/src/styles/main.css">`,
    script: '/src/player/main.ts',
    fontFolder: FONT_FOLDER,
  })
}

/** A fault as Vite's overlay shows it: with file and code frame where the compiler knows them. */
function describeFault(fault: unknown): ErrorPayload {
  const error = fault instanceof Error ? fault : new Error(String(fault))
  const details: Partial<ErrorPayload['err']> = { ...error }
  return {
    type: 'error',
    err: {
      message: error.message,
      stack: '',
      plugin: 'deck',
      ...(details.id !== undefined && { id: details.id }),
      ...(details.frame !== undefined && { frame: details.frame }),
      ...(details.loc !== undefined && { loc: details.loc }),
    },
  }
}
