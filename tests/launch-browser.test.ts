import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { launchBrowser } from '../src/browser/launch-browser.ts'

it('starts a browser that reaches this machine and nothing else', async () => {
  const server = createServer((_request, response) => response.end('here')).listen(0, '127.0.0.1')
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    const { port } = server.address() as AddressInfo
    expect((await page.goto(`http://127.0.0.1:${port}/`))?.status()).toBe(200)
    await expect(page.goto('http://example.com/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED')
  } finally {
    await browser.close()
    server.close()
  }
})
