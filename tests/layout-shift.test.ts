import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { HTTPRequest, Page } from 'puppeteer-core'
import sirv from 'sirv'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { addressOf, expectPlace, look, openIn, PHONE, settle, useBrowser, WIDE } from './browser.ts'
import { listenHere } from './serve-folder.ts'

const visit = useBrowser()

/** Where each line of text on the screen is. */
function measure(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await document.fonts.ready
    const slides = document.querySelector('.slides') ?? document.body
    const walker = document.createTreeWalker(slides, NodeFilter.SHOW_TEXT)
    const boxes: string[] = []
    while (walker.nextNode()) {
      const text = walker.currentNode
      const parent = text.parentElement
      // A presented slide's neighbours are painted behind it, and are inert.
      if (text.nodeValue?.trim() === '' || parent === null || parent.closest('[inert]') !== null) continue
      if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      for (const { left, top, width, height } of range.getClientRects()) {
        if (top + height <= 0 || top >= innerHeight) continue
        boxes.push(
          `${[left, top, width, height].map((length) => length.toFixed(1)).join(' ')} ${text.nodeValue}`,
        )
      }
    }
    return boxes
  })
}

/** Keeps the page's scripts back until they are let go. */
async function holdScripts(page: Page): Promise<() => Promise<void>> {
  const held: HTTPRequest[] = []
  let isOpen = false
  await page.setRequestInterception(true)
  // What comes from the cache is never asked for.
  await page.setCacheEnabled(false)
  page.on('request', (request) => {
    if (request.resourceType() === 'script' && !isOpen) held.push(request)
    else void request.continue()
  })
  return async () => {
    isOpen = true
    await Promise.all(held.map((request) => request.continue()))
  }
}

describe.each([
  ['presenting', WIDE],
  ['reading', WIDE],
  ['reading', PHONE],
  ['presenting', PHONE],
] as const)('the first paint is the final one while %s', (view, viewport) => {
  it.each(['', '#sodai', '#kaita', '#pabaiga'])(`on ${viewport.width} pixels at “%s”`, async (hash) => {
    const { page, problems } = await visit({ viewport })
    await page.evaluateOnNewDocument((wanted) => sessionStorage.setItem('view', wanted), view)
    const release = await holdScripts(page)
    const opened = page.goto(addressOf('lt', hash))
    await page.waitForFunction(
      () => document.readyState === 'interactive' && document.fonts.status === 'loaded',
    )
    const before = await measure(page)
    expect(before.length).toBeGreaterThan(1)
    await release()
    await opened
    await settle(page)
    expect(await measure(page)).toEqual(before)
    expect(problems).toEqual([])
  })
})

it.each([
  ['sodai', 1],
  ['zygis', 2],
] as const)(
  'a reload shows the steps of %s that have been taken (%i) before any script has come',
  async (slide, step) => {
    const { page } = await visit()
    await openIn(page, 'presenting', addressOf('lt', `#${slide}`))
    for (let taken = 0; taken < step; taken++) await page.keyboard.press('ArrowRight')
    await expectPlace(page, slide, step)
    const before = await measure(page)
    const release = await holdScripts(page)
    const opened = page.reload()
    await expect.poll(() => page.evaluate(() => document.readyState)).toBe('interactive')
    expect(await look(page)).toMatchObject({ shown: [slide], step })
    expect(await measure(page)).toEqual(before)
    await release()
    await opened
    await settle(page)
    expect(await measure(page)).toEqual(before)
  },
)

describe('a page that comes slowly', () => {
  let address = ''
  let finish = () => {}
  const server = createServer()
  beforeAll(async () => {
    const html = await readFile(`${inject('siteFolder')}index.html`, 'utf8')
    const cut = html.indexOf('</section>', html.indexOf('id="taryba"')) + '</section>'.length
    const serve = sirv(inject('siteFolder'))
    server.on('request', (request, response) => {
      if (request.url !== '/') return serve(request, response)
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.write(html.slice(0, cut))
      finish = () => response.end(html.slice(cut))
    })
    address = `http://localhost:${await listenHere(server)}/`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  it.each([
    ['#taryba', 'taryba'],
    ['', 'pradzia'],
  ])('shows the slide of its address (“%s”) as soon as that is there, and no other', async (hash, slide) => {
    const { page } = await visit()
    const opened = page.goto(address + hash)
    await page.waitForSelector('#taryba')
    const first = await look(page)
    expect(await page.evaluate(() => document.readyState)).toBe('loading')
    expect(first.shown).toEqual([slide])
    finish()
    await opened
    await settle(page)
    expect((await look(page)).shown).toEqual([slide])
  })

  it('shows nothing, rather than another slide, while the one of its address has not come', async () => {
    const { page } = await visit()
    const opened = page.goto(`${address}#pabaiga`)
    await page.waitForSelector('#taryba')
    expect((await look(page)).shown).toEqual([])
    finish()
    await opened
    await expectPlace(page, 'pabaiga')
  })
})
