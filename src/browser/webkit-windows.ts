import { setTimeout as sleep } from 'node:timers/promises'
import { type DrivenPage, KEYS, type Size } from './driven-page.ts'
import { type Send, startSession } from './webdriver.ts'

const CAPABILITIES = {
  browserName: 'MiniBrowser',
  'webkitgtk:browserOptions': {
    args: ['--automation', '--javascript-can-open-windows-automatically=true'],
  },
}

/** Starts a session with WebKitGTK's driver; returns a function that opens windows in it. */
export async function createWindows(server: string): Promise<(size: Size) => Promise<DrivenPage>> {
  const send = await startSession(server, CAPABILITIES)
  const first = await send<string>('GET', 'window')
  let current = first
  let last: Promise<unknown> = Promise.resolve()
  // A session has one current window, so everything happens in turn.
  const within =
    (handle: string): Within =>
    (act) => {
      const turn = last.then(async () => {
        if (current !== handle) await send('POST', 'window', { handle })
        current = handle
        return act(send)
      })
      last = turn.catch(() => undefined) // its caller gets the error
      return turn
    }
  return async (size) => {
    // The first window has bars and is never narrow. What it opens has none.
    const handle = await within(first)(async (send) => {
      const known = await send<string[]>('GET', 'window/handles')
      const script = 'open("about:blank", "_blank", "popup,width=800,height=600")'
      await send('POST', 'execute/sync', { script, args: [] })
      const opened = (await send<string[]>('GET', 'window/handles')).find((one) => !known.includes(one))
      if (opened === undefined) throw new Error('WebKitGTK opened no window')
      return opened
    })
    const page = createPage(within(handle))
    await page.setViewport(size)
    return page
  }
}

/** Does something while a certain window is the current one. */
type Within = <Result>(act: (send: Send) => Promise<Result>) => Promise<Result>

/** The one property of an element's reference: https://www.w3.org/TR/webdriver2/#elements */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

function createPage(within: Within): DrivenPage {
  const evaluate: DrivenPage['evaluate'] = (script, ...args) => {
    const call = typeof script === 'string' ? `return (${script})` : `return (${script})(...arguments)`
    return within((send) => send('POST', 'execute/sync', { script: call, args }))
  }
  return {
    evaluate,
    goto: (url) => within((send) => send('POST', 'url', { url })),
    async setViewport({ width, height }) {
      await within((send) => send('POST', 'window/rect', { width, height }))
      const script = `innerWidth === ${width} && innerHeight === ${height}`
      while (!(await evaluate(script))) await sleep(10)
    },
    click: (selector) =>
      within(async (send) => {
        const found = await send<Record<typeof ELEMENT, string>>('POST', 'element', {
          using: 'css selector',
          value: selector,
        })
        await send('POST', `element/${found[ELEMENT]}/click`)
      }),
    keyboard: {
      press(key) {
        const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] }))
        const source = { type: 'key', id: 'keyboard', actions }
        return within((send) => send('POST', 'actions', { actions: [source] }))
      },
    },
    async screenshot() {
      // What has just been scrolled is painted with the next frame.
      await evaluate('new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))')
      return within((send) => send('GET', 'screenshot'))
    },
    close: () => within((send) => send('DELETE', 'window')),
  }
}
