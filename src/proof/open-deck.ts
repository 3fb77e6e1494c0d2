import type { CDPSession } from 'puppeteer-core'
import type { DrivenPage } from '../browser/driven-page.ts'
import { type Ask, installInPage } from '../browser/in-page-script.ts'
import type { Language } from '../deck/language.ts'
import type { Site } from '../site/compose.ts'
import { PREFERENCES, PRINT, type Screen } from './screens.ts'

/** A page that shows the deck, and what can be done with it. */
export interface Opened {
  readonly page: DrivenPage
  readonly ask: Ask
  /** Gives the page a screen's size and its visitor's settings, or makes it a printed page. */
  readonly emulate: (screen: Screen | 'print') => Promise<void>
}

export interface Deck {
  readonly site: Site
  readonly language: Language
  /** Where the site is served, with a closing slash. */
  readonly url: string
}

/** Pictures wait until a visitor comes near. One that is missing is reported with the links. */
const LOAD_PICTURES = `Promise.allSettled([...document.images].map((image) => {
  image.loading = 'eager'
  return image.decode()
})).then(() => true)`

/**
 * Loads a site's page in one language and adds what examines it. Only with a `session`, which
 * Chromium has, can it be made any visitor's and a printed one: Puppeteer's own functions do not know all media
 * features. They last as long as the session.
 */
export async function openDeck(
  page: DrivenPage,
  { site, language, url }: Deck,
  session?: CDPSession,
): Promise<Opened> {
  const found = site.pages.find((one) => one.language === language)
  if (found === undefined) throw new Error(`the site has no page in ${language}`)
  await page.goto(`${url}${found.name}`)
  await page.evaluate('document.fonts.ready.then(() => true)')
  await page.evaluate(LOAD_PICTURES)
  const ask = await installInPage(page)
  const emulate: Opened['emulate'] = async (screen) => {
    const { width, height, preference } = screen === 'print' ? PRINT : screen
    await session?.send('Emulation.setEmulatedMedia', {
      media: screen === 'print' ? 'print' : 'screen',
      features: preference === undefined ? [] : [...PREFERENCES[preference]],
    })
    await page.setViewport({ width, height })
    await ask('spaceText', preference === 'spacing')
  }
  return { page, ask, emulate }
}
