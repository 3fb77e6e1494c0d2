import type { Page } from 'puppeteer-core'
import type { Ask } from '../browser/in-page-script.ts'
import { PRINT, type Screen, WISHES } from './screens.ts'

/** Makes the page's window a screen, with all that its visitor has asked for; or a printed page. */
export type Emulate = (screen: Screen | 'print') => Promise<void>

/** Puppeteer's own functions do not know all media features; what a session asks for lasts as long as the session. */
export async function createEmulate(page: Page, ask: Ask): Promise<Emulate> {
  const session = await page.createCDPSession()
  return async (screen) => {
    const { width, height, wish } = screen === 'print' ? PRINT : screen
    await page.setViewport({ width, height })
    await session.send('Emulation.setEmulatedMedia', {
      media: screen === 'print' ? 'print' : 'screen',
      features: wish === undefined ? [] : [...WISHES[wish]],
    })
    await ask('spaceText', wish === 'spacing')
  }
}
