import type { Browser, CDPSession } from 'puppeteer-core'
import type { DrivenBrowser, DrivenPage } from '../browser/driven-page.ts'
import { type Engine, launchEngine } from '../browser/launch-engine.ts'
import type { Language } from '../deck/language.ts'
import type { MemoryFile } from '../disk/memory-file.ts'
import type { Finding } from '../in-page/contract.ts'
import { listFiles, type Site } from '../site/compose.ts'
import { checkFonts } from './check-fonts.ts'
import { renderContactSheet } from './contact-sheet.ts'
import { mergeFindings } from './merge-findings.ts'
import { openDeck } from './open-deck.ts'
import { proofConsole, proofPrint, proofScreen, type Subject, type ViewResult } from './proof-screen.ts'
import { nameScreen, PRINT, type Screen } from './screens.ts'
import { serveMemory } from './serve-memory.ts'

export interface ProofOptions {
  /** Chromium: fonts, links and print are checked in it, and it draws the sheets. */
  readonly browser: Browser
  /** The engines whose screens to look at; a visitor's colours are Chromium's alone. */
  readonly engines: readonly Engine[]
  readonly site: Site
  /** The console's pages, without their script. */
  readonly console: Site
  readonly languages: readonly Language[]
  /** Ids of slides the deck has. */
  readonly slides: readonly string[]
  readonly screens: readonly Screen[]
  /** Screens that are checked in the first language only. */
  readonly colours: readonly Screen[]
  /** Whether to check the printed pages. */
  readonly print: boolean
  /** Called with each finding as it is made. */
  readonly onFinding: (finding: PlacedFinding) => void
  /**
   * Called with each contact sheet: the file's name without its ending, and a PNG file's bytes. Without this
   * function no sheets are made.
   */
  readonly onSheet?: (name: string, png: Uint8Array) => void
}

/** A finding with all the views that share it. */
export interface PlacedFinding extends Finding {
  readonly language: Language
  /** `390x844 reading, presenting`, `390x844 webkit reading`, `print`, `fonts`, `links`. */
  readonly place: string
}

/** Looks at every slide as its audience would and reports what is wrong. Throws only when it cannot look. */
export async function proofSite(options: ProofOptions): Promise<void> {
  const files = [options.site, options.console].flatMap(listFiles)
  const others = await Promise.all(
    options.engines
      .filter((engine) => engine !== 'chromium')
      .map(async (engine) => ({ engine, driven: await launchEngine(engine) })),
  )
  try {
    // Each language has a window of its own, so that none is in the background.
    await Promise.all(
      options.languages.map((language) => proofLanguage({ ...options, others, language, files })),
    )
  } finally {
    await Promise.all(others.map(({ driven }) => driven.close()))
  }
}

interface LanguageOptions extends ProofOptions {
  readonly others: readonly { readonly engine: Engine; readonly driven: DrivenBrowser }[]
  readonly language: Language
  readonly files: readonly MemoryFile[]
}

/** A window of an engine, in which the deck's pages are opened; `session` is Chromium's. */
interface Window {
  readonly engine: Engine
  readonly page: DrivenPage
  readonly session?: CDPSession
}

async function proofLanguage(options: LanguageOptions): Promise<void> {
  const { browser, engines, site, files, language, slides, onFinding, onSheet } = options
  const report = (place: string, findings: readonly Finding[]) => {
    for (const finding of findings) {
      if (finding.slide === '' || slides.includes(finding.slide)) onFinding({ ...finding, language, place })
    }
  }
  const draw = async (name: string, results: readonly ViewResult[]) => {
    if (onSheet !== undefined) onSheet(`${language}-${name}`, await renderContactSheet(browser, results))
  }
  const proofOn = async (screen: Screen, subjects: readonly Subject[]) => {
    const name = nameScreen(screen)
    const results = (await Promise.all(subjects.map((subject) => proofScreen(subject, screen)))).flat()
    for (const { place, finding } of mergeFindings(results)) report(`${name} ${place}`, [finding])
    const inView = (view: ViewResult['view']) => results.filter((result) => result.view === view)
    await draw(name, inView('reading'))
    await draw(`${name}-presenting`, inView('presenting'))
  }
  const missing = new Set<string>()
  const served = await serveMemory(files, (url) => missing.add(url))
  const open = async ({ engine, page, session }: Window, shown: Site): Promise<Subject> => {
    const opened = await openDeck(page, { ...options, site: shown, url: served.url }, session)
    return { engine, slides, takesPictures: onSheet !== undefined, ...opened }
  }
  const context = await browser.createBrowserContext()
  try {
    const page = await context.newPage()
    page.on('requestfailed', (request) => missing.add(request.url()))
    const own: Window = { engine: 'chromium', page, session: await page.createCDPSession() }
    const elsewhere = await Promise.all(
      options.others.map(
        async ({ engine, driven }): Promise<Window> => ({ engine, page: await driven.open(PRINT) }),
      ),
    )
    const isWanted = engines.includes('chromium')
    const windows = isWanted ? [own, ...elsewhere] : elsewhere
    const copies = await Promise.all(
      windows.map(async (window) => proofConsole(await open(window, options.console))),
    )
    for (const { place, finding } of mergeFindings(copies)) report(place, [finding])
    await draw('console', copies)
    report('fonts', await checkFonts(page, (await open(own, site)).ask))
    const chromium = await open(own, site)
    report(
      'links',
      await chromium.ask(
        'checkLinks',
        files.map(({ name }) => name),
      ),
    )
    const others = await Promise.all(elsewhere.map((window) => open(window, site)))
    for (const screen of options.screens) await proofOn(screen, isWanted ? [chromium, ...others] : others)
    const isFirst = language === options.languages[0]
    for (const screen of isFirst && isWanted ? options.colours : []) await proofOn(screen, [chromium])
    if (options.print) {
      const result = await proofPrint(chromium, page)
      report('print', result.findings)
      await draw('print', [result])
    }
  } finally {
    await context.close()
    served.close()
  }
  const what = (url: string) => `the page asks for ${url}, which is not on the site`
  report(
    'links',
    [...missing].map((url) => ({ severity: 'fault', slide: '', what: what(url) })),
  )
}
