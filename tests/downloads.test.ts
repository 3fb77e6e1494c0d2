import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findUnreachable, LANGUAGES, open, PHONE, resize, useBrowser, WIDE } from './browser.ts'
import { runScript } from './copy-project.ts'
import deck from './fixtures/slides/sample/deck.ts'
import { listenHere, serveFolder } from './serve-folder.ts'

const visit = useBrowser()
const server = createServer()
let folder = ''
let url = ''

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'deck-downloads-'))
  await runScript(['build', '--with-downloads', '--out', folder])
  server.on('request', serveFolder(folder))
  url = `http://localhost:${await listenHere(server)}/deck/`
})
afterAll(() => {
  server.close().closeAllConnections()
  rmSync(folder, { recursive: true })
})

describe.each(LANGUAGES)('a site with downloads (%s)', (language) => {
  const pageOf = () => url + (language === 'lt' ? '' : 'en/')

  it('offers the PDF of the page’s language with its size, with scripts or without', async () => {
    for (const scripts of [true, false]) {
      const { page, problems } = await visit({ scripts, host: new URL(url).host, viewport: PHONE })
      if (scripts) await open(page, pageOf())
      else await page.goto(pageOf())
      const control = await page.$eval('[data-control="download"]', (link) => {
        const { width, height } = link.getBoundingClientRect()
        const { href } = link as HTMLAnchorElement
        return { href, name: link.ariaLabel, target: Math.min(width, height), seen: link.checkVisibility() }
      })
      expect(control).toMatchObject({ href: `${url}${deck.fileName[language]}.pdf`, seen: true })
      expect(control.target).toBeGreaterThanOrEqual(44)
      const bytes = Buffer.from(await (await fetch(control.href)).arrayBuffer())
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
      const verb = { lt: 'Atsisiųsti', en: 'Download' }[language]
      expect(control.name).toBe(`${verb} PDF, ${Math.round(bytes.length / 1000)}\u00a0kB`)
      expect(problems).toEqual([])
    }
  })

  it('has all its controls on the smallest phone and at 400 %', async () => {
    const { page } = await visit({ host: new URL(url).host, viewport: { ...PHONE, width: 320, height: 568 } })
    await open(page, pageOf())
    expect(await findUnreachable(page)).toEqual([])
    const shown = await page.$$eval(
      '.controls a, .controls button',
      (controls) => controls.filter((control) => control.checkVisibility()).length,
    )
    expect(shown).toBe(5)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await page.tap('[data-control="view"]')
    await page.waitForFunction(() => document.documentElement.dataset['view'] === 'presenting')
    for (const width of [320, 360, 390]) {
      await resize(page, { ...PHONE, width, height: 568 })
      expect(await findUnreachable(page), `${width}`).toEqual([])
    }
  })

  it('prints none of it', async () => {
    const { page } = await visit({ host: new URL(url).host, viewport: WIDE })
    await open(page, pageOf())
    await page.emulateMediaType('print')
    const printed = await page.$$eval('.control, .notice', (found) =>
      found.filter((control) => control.checkVisibility()).map(({ outerHTML }) => outerHTML),
    )
    expect(printed).toEqual([])
  })
})
