import type { Page } from 'puppeteer-core'
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
    const { width, height, preference } = screen === 'print' ? PRINT : screen
    await page.setViewport({ width, height })
    await session.send('Emulation.setEmulatedMedia', {
      media: screen === 'print' ? 'print' : 'screen',
      features: preference === undefined ? [] : [...PREFERENCES[preference]],
    })
    await ask('spaceText', preference === 'spacing')
  }
}
