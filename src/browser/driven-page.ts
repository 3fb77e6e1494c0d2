import type { Page } from 'puppeteer-core'

/** A window's inner size in CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/**
 * What can be done with a page in every engine. Puppeteer's `Page` is one (Chromium, Firefox), and so are the
 * windows of `launchWebKit`.
 */
export interface DrivenPage {
  /** Loads an address; resolves when the document and what it needs have loaded. */
  goto(address: string): Promise<unknown>
  /**
   * Runs a function in the page, or evaluates an expression, and awaits its value. All values must be JSON.
   * The function sees nothing of the code around it.
   */
  readonly evaluate: Page['evaluate']
  /** Gives the window exactly this inner size. */
  setViewport(size: Size): Promise<void>
  /** Clicks in the middle of the first element that the selector finds. Throws where there is none. */
  click(selector: string): Promise<void>
  readonly keyboard: {
    /** Presses and releases a key, by its `KeyboardEvent.key`. */
    press(key: Key): Promise<void>
  }
  /** What the window shows, in base64: a JPEG file; WebKit, which cannot choose, gives a PNG file. */
  screenshot(options: { type: 'jpeg'; quality: number; encoding: 'base64' }): Promise<string>
  close(): Promise<void>
}

/** A browser of any engine, as far as pages need it. */
export interface DrivenBrowser {
  /** Opens a window of exactly this inner size. */
  open(size: Size): Promise<DrivenPage>
  /** Ends the browser and all that was started for it. */
  close(): Promise<void>
}

/** Keys of the deck, as WebDriver sends them: https://www.w3.org/TR/webdriver2/#keyboard-actions */
export const KEYS = {
  Enter: '\uE007',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Tab: '\uE004',
  F1: '\uE031',
  F5: '\uE035',
  ' ': ' ',
  '?': '?',
  '.': '.',
  b: 'b',
  f: 'f',
  g: 'g',
  l: 'l',
  o: 'o',
  r: 'r',
} as const
export type Key = keyof typeof KEYS
