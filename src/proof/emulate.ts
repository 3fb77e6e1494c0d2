import type { Page } from 'puppeteer-core'
import type { DrivenPage } from '../browser/driven-page.ts'
import type { Ask } from '../browser/in-page-script.ts'
import { PREFERENCES, PRINT, type Screen } from './screens.ts'

/** Gives the page a screen's size and its visitor's settings, or makes it a printed page. */
export type Emulate = (screen: Screen | 'print') => Promise<void>

/**
 * Uses the protocol because Puppeteer's functions do not know all media features. They last as long as the
 * session.
 */
export async function createEmulate(page: Page, ask: Ask): Promise<Emulate> {
  const session = await page.createCDPSession()
  return async (screen) => {
    const shown = screen === 'print' ? PRINT : screen
    await session.send('Emulation.setEmulatedMedia', {
      media: screen === 'print' ? 'print' : 'screen',
      features: shown.preference === undefined ? [] : [...PREFERENCES[shown.preference]],
    })
    await setScreen(page, ask, shown)
  }
}

/** Gives the page of any engine a screen's size, and wider text spacing where the screen asks for it. */
export async function setScreen(
  page: DrivenPage,
  ask: Ask,
  { width, height, preference }: Screen,
): Promise<void> {
  await page.setViewport({ width, height })
  await ask('spaceText', preference === 'spacing')
}
