import { createServer, request as forward } from 'node:http'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { makeSecret } from '../src/live/server/secret.ts'
import { PHONE, POLLING, useBrowser } from './browser.ts'
import { listenHere } from './serve-folder.ts'
import { copyBuiltProject, endAll, startStage } from './stage-process.ts'

/** No `localhost`: over plain HTTP browsers send less about themselves to any other name. */
const NAME = 'talk.test'
const visit = useBrowser([`--host-resolver-rules=MAP ${NAME} 127.0.0.1`])
const secret = makeSecret()
let folder = ''
beforeAll(() => {
  folder = copyBuiltProject()
})
afterAll(endAll)

/**
 * A proxy that serves what is at `target` in a folder, as nginx does with `proxy_pass`, a closing slash and
 * nothing else: over plain HTTP, and with the target's name for the host.
 */
async function serveInFolder(path: string, target: () => string) {
  const server = createServer((request, response) => {
    const { url = '', method, headers } = request
    if (!url.startsWith(path)) return response.writeHead(404).end()
    const renamed = { ...headers, host: new URL(target()).host }
    const passed = forward(target() + url.slice(path.length - 1), { method, headers: renamed }, (answer) => {
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
  return { url: `http://${NAME}:${port}${path}`, host: `${NAME}:${port}` }
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
    await expect
      .poll(() => laptop.page.$eval('[data-out="address"]', ({ textContent }) => textContent))
      .toBe(url + page)
  }
  await remote.page.goto(`${url}presenter#${secret}`)
  await remote.page.waitForSelector('[data-connection="live"]')
  await follower.page.goto(`${url}hall`)
  await remote.page.tap('[data-act="next"]')
  await follower.page.waitForFunction(() => location.hash.length > 1, POLLING)
  // Over plain HTTP the browser says that it leaves one header out.
  const problems = [...remote.problems, ...follower.problems]
  expect(problems.filter((problem) => !problem.includes('Cross-Origin-Opener-Policy'))).toEqual([])
})
