import { createServer, request as forward } from 'node:http'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { makeSecret } from '../src/live/server/secret.ts'
import { PHONE, useBrowser } from './browser.ts'
import { listenHere } from './serve-folder.ts'
import { copyBuiltProject, endAll, startStage } from './stage-process.ts'

const visit = useBrowser()
const secret = makeSecret()
let folder = ''
beforeAll(() => {
  folder = copyBuiltProject()
})
afterAll(endAll)

/** A proxy that serves what is at `target` in a folder, as nginx does with `proxy_pass` and a closing slash. */
async function serveInFolder(path: string, target: () => string) {
  const server = createServer((request, response) => {
    const { url = '', method, headers } = request
    if (!url.startsWith(path)) return response.writeHead(404).end()
    const passed = forward(target() + url.slice(path.length - 1), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    passed.on('error', () => response.destroy())
    response.on('close', () => passed.destroy())
    return request.pipe(passed)
  })
  const port = await listenHere(server)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://localhost:${port}${path}`, host: `localhost:${port}` }
}

it('a stage behind a proxy, in a folder, is steered and followed there, from a phone too', async () => {
  let origin = ''
  const { url, host } = await serveInFolder('/talks/pradzia/', () => origin)
  const stage = startStage(folder, ['--public-url', url.slice(0, -1)], { STAGE_SECRET: secret })
  const opened = await stage.opened
  origin = opened.origin
  expect(opened.followers).toBe(url)
  const [laptop, remote, follower] = [
    await visit({ host }),
    await visit({ host, viewport: PHONE }),
    await visit({ host }),
  ]
  // On the stage's own machine the console is at the root; the code leads a phone to where others are.
  for (const [at, page] of [
    [`${origin}/`, 'en/presenter'],
    [url, 'presenter'],
  ]) {
    await laptop.page.goto(`${at}${page}#${secret}`)
    await laptop.page.waitForSelector('[data-connection="live"]')
    await laptop.page.click('[data-act="phone"]')
    const address = await laptop.page.$eval('[data-out="address"]', ({ textContent }) => textContent)
    expect(address).toBe(url + page)
  }
  await remote.page.goto(`${url}presenter#${secret}`)
  await remote.page.waitForSelector('[data-connection="live"]')
  await follower.page.goto(`${url}hall`)
  await remote.page.tap('[data-act="next"]')
  await follower.page.waitForFunction(() => location.hash.length > 1)
  expect([remote.problems, follower.problems]).toEqual([[], []])
})
