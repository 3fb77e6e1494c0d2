import type { Browser, Page } from 'puppeteer-core'
import { type Ask, bundleInPage, installInPage } from '../browser/in-page-script.ts'
import type { Language } from '../deck/language.ts'
import type { Finding } from '../in-page/contract.ts'
import { listFiles, type Site } from '../site/compose.ts'
import { checkFonts } from './check-fonts.ts'
import { renderContactSheet } from './contact-sheet.ts'
import { createEmulate } from './emulate.ts'
import { proofPrint, proofScreen, type ViewResult } from './proof-screen.ts'
import { nameScreen, type Screen } from './screens.ts'
import { type Files, ORIGIN, serveMemory } from './serve-memory.ts'

export interface ProofOptions {
  readonly browser: Browser
  readonly site: Site
  /** The folder of the site's fonts, as given to `composeSite`. */
  readonly fontFolder: string
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
  /** `390x844 reading, presenting`, `print`, `fonts`, `links`. */
  readonly place: string
}

/** Looks at every slide as its audience would and reports what is wrong. Throws only when it cannot look. */
export async function proofSite(options: ProofOptions): Promise<void> {
  const script = await bundleInPage()
  const files = new Map(
    listFiles(options.site, options.fontFolder).map(({ name, bytes }) => [name, bytes] as const),
  )
  // Each language has a window of its own, so that none is in the background.
  await Promise.all(
    options.languages.map((language) => proofLanguage({ ...options, language, files, script })),
  )
}

interface LanguageOptions extends ProofOptions {
  readonly language: Language
  readonly files: Files
  readonly script: string
}

async function proofLanguage(options: LanguageOptions): Promise<void> {
  const { browser, files, language, slides, onFinding, onSheet } = options
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  try {
    const missing = new Set<string>()
    await serveMemory(page, files, (url) => missing.add(url))
    const report = (place: string, findings: readonly Finding[]) => {
      for (const finding of findings) {
        if (finding.slide === '' || slides.includes(finding.slide)) onFinding({ ...finding, language, place })
      }
    }
    report('fonts', await checkFonts(page, await open(page, options)))
    const ask = await open(page, options)
    report('links', await ask('checkLinks', [...files.keys()]))
    const coloured = language === options.languages[0] ? options.colours : []
    const emulate = await createEmulate(page, ask)
    const subject = { page, ask, slides, emulate, takesPictures: onSheet !== undefined }
    for (const screen of [...options.screens, ...coloured]) {
      const results = await proofScreen(subject, screen)
      for (const { views, finding } of merge(results)) {
        report(`${nameScreen(screen)} ${views.join(', ')}`, [finding])
      }
      for (const { view, pictures } of results) {
        const name = `${language}-${nameScreen(screen)}${view === 'reading' ? '' : `-${view}`}`
        if (onSheet !== undefined) onSheet(name, await renderContactSheet(browser, pictures))
      }
    }
    if (options.print) {
      const { findings, pictures } = await proofPrint(subject)
      report('print', findings)
      if (onSheet !== undefined) onSheet(`${language}-print`, await renderContactSheet(browser, pictures))
    }
    const what = (url: string) => `the page asks for ${url}, which is not on the site`
    report(
      'links',
      [...missing].map((url) => ({ severity: 'fault', slide: '', what: what(url) })),
    )
  } finally {
    await context.close()
  }
}

async function open(page: Page, { site, language, script }: LanguageOptions): Promise<Ask> {
  const found = site.pages.find((one) => one.language === language)
  if (found === undefined) throw new Error(`the site has no page in ${language}`)
  await page.goto(`${ORIGIN}/${found.name}`)
  await page.evaluate('document.fonts.ready')
  return installInPage(page, script)
}

/** Merges a finding that both views share into one. */
function merge(results: readonly ViewResult[]): { views: ViewResult['view'][]; finding: Finding }[] {
  const merged = new Map<string, { views: ViewResult['view'][]; finding: Finding }>()
  for (const { view, findings } of results) {
    for (const finding of findings) {
      const key = `${finding.slide} ${finding.what}`
      const known = merged.get(key)
      if (known === undefined) merged.set(key, { views: [view], finding })
      else known.views.push(view)
    }
  }
  return [...merged.values()]
}
