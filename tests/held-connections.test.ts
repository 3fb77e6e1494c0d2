import { rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { ask, copyBuiltProject, endAll, startStage } from './stage-process.ts'

const folder = copyBuiltProject()
afterAll(async () => {
  await endAll()
  rmSync(folder, { recursive: true })
})

/** Connections from an address that ask for pages, read nothing, and come again when they are ended. */
async function hold(port: number, count: number): Promise<void> {
  const held = new Set<Socket>()
  let closing = false
  onTestFinished(() => {
    closing = true
    for (const socket of held) socket.destroy()
  })
  const open = (requests: number): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect({ port, host: '127.0.0.1', localAddress: '127.0.0.2' })
      held.add(socket)
      // A reset is what the stage answers with here.
      socket.on('error', () => {})
      socket.pause().once('close', () => {
        held.delete(socket)
        resolve()
        if (!closing) void open(requests)
      })
      socket.once('connect', () => {
        socket.write('GET / HTTP/1.1\r\nHost: talk.example\r\n\r\n'.repeat(requests), () => resolve())
      })
    })
  // Alone, as many at once as may wait, and far more.
  const requests = (index: number) => [1, 2, 100][index % 3] ?? 1
  await Promise.all(Array.from({ length: count }, (_, index) => open(requests(index))))
}

test('while 1,500 connections of one address read nothing, others get every page and the speaker every write', async () => {
  // With so few files there are places for no more than 961 at once.
  const { origin, secret } = await startStage(folder, [], {}, 1024).opened
  await hold(Number(new URL(origin).port), 1500)
  const at = { origin: origin.replace('localhost', '127.0.0.1') }
  const headers = { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' }
  for (let seen = 0; seen < 20; seen++) {
    for (const path of ['/', '/en/', '/hall', '/presenter']) {
      expect((await ask({ ...at, path })).status).toBe(200)
    }
    const body = JSON.stringify({ seen, slide: 'sodai', step: seen % 2, blank: false })
    expect((await ask({ ...at, path: '/live/main', method: 'POST', headers, body })).status).toBe(200)
  }
})
