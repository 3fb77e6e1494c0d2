import type { Page } from 'puppeteer-core'
import type { DrivenPage } from '../browser/driven-page.ts'
import { type Ask, installInPage } from '../browser/in-page-script.ts'
import type { Language } from '../deck/language.ts'
import type { Site } from '../site/compose.ts'
import { createEmulate, type Emulate, setScreen } from './emulate.ts'
import type { Screen } from './screens.ts'

/** A page that shows the deck, and what can be done with it. */
export interface Opened {
  readonly page: DrivenPage
  readonly ask: Ask
  readonly emulate: (screen: Screen) => Promise<void>
}

/** In Chromium a page can be made any visitor's, and a printed one. */
export interface OpenedChromium extends Opened {
  readonly page: Page
  readonly emulate: Emulate
}

export interface Deck {
  readonly site: Site
  readonly language: Language
  /** Where the site is served, with a closing slash. */
  readonly url: string
  /** What `bundleInPage` returns. */
  readonly script: string
}

/** Pictures wait until a visitor comes near. One that is missing is reported with the links. */
const LOAD_PICTURES = `Promise.allSettled([...document.images].map((image) => {
  image.loading = 'eager'
  return image.decode()
})).then(() => true)`

export async function openInChromium(page: Page, deck: Deck): Promise<OpenedChromium> {
  const ask = await openPage(page, deck)
  return { page, ask, emulate: await createEmulate(page, ask) }
}

export async function openElsewhere(page: DrivenPage, deck: Deck): Promise<Opened> {
  const ask = await openPage(page, deck)
  return { page, ask, emulate: (screen) => setScreen(page, ask, screen) }
}

/** Loads a site's page in one language and adds the script that examines it. */
export async function openPage(page: DrivenPage, { site, language, url, script }: Deck): Promise<Ask> {
  const found = site.pages.find((one) => one.language === language)
  if (found === undefined) throw new Error(`the site has no page in ${language}`)
  await page.goto(`${url}${found.name}`)
  await page.evaluate('document.fonts.ready.then(() => true)')
  await page.evaluate(LOAD_PICTURES)
  return installInPage(page, script)
}
