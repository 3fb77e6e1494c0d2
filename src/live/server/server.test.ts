import { expect, test, vi } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { serveLive } from '../../../tests/live-server.ts'
import type { LiveObserver } from './observer.ts'
import { makeSecret } from './secret.ts'
import { createLive } from './server.ts'
import { createMemoryStore } from './store-memory.ts'

const JOIN = 'GET /live/hall HTTP/1.1\r\nHost: talk.example\r\nConnection: close\r\n\r\n'

test('a late follower first gets the current position, which no cache may keep', async () => {
  const { url, write } = await serveLive()
  await write(0, { step: 2 })
  const response = await fetch(url, { headers: { Accept: 'text/event-stream' } })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  expect(response.headers.get('cache-control')).toContain('no-store')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const first = (await reader?.read())?.value ?? ''
  expect(first).toMatch(/^retry: \d+\ndata: .*\n\n$/)
  expect(first).toContain('"seq":1,"slide":"story","step":2,"blank":false,"sentAt":')
  await reader?.cancel()
})

test('followers hear every move in order and end at the last', async () => {
  const { follow, write } = await serveLive()
  const followers = Array.from({ length: 20 }, () => follow())
  for (const { messages } of followers) await eventually(() => messages).toHaveLength(1)
  for (let seen = 0; seen < 20; seen++) expect((await write(seen)).status).toBe(200)
  for (const { seqs } of followers) {
    await eventually(() => seqs().at(-1)).toBe(20)
    expect(seqs()).toEqual(Array.from({ length: 21 }, (_, seq) => seq))
  }
})

test('a driver that has not seen the newest position gets it as the answer', async () => {
  const { write, read } = await serveLive()
  const laptop = await write(0, { step: 1 })
  const phone = await write(0, { step: 3 })
  expect([laptop.status, phone.status]).toEqual([200, 409])
  const newer = { position: expect.objectContaining({ seq: 1, slide: 'story', step: 1 }) }
  expect(await laptop.json()).toEqual(newer)
  expect(await phone.json()).toEqual(newer)
  expect(await read()).toMatchObject({ seq: 1, step: 1 })
})

test('a heartbeat repeats the whole position', async () => {
  const { follow, write } = await serveLive({ timing: { heartbeat: 20, beat: 10 } })
  await write(0)
  const { messages } = follow()
  await eventually(() => messages.length).toBeGreaterThan(3)
  for (const message of messages) expect(message).toEqual(messages[0])
})

test('the position can be polled where streams do not pass', async () => {
  const { url } = await serveLive()
  const response = await fetch(url, { headers: { Accept: 'application/json' } })
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('vary')).toBe('Accept')
  expect(await response.json()).toEqual({ run: 0, seq: 0, slide: 'start', step: 0, blank: false, sentAt: 0 })
})

test('a client that polls keeps its connection', async () => {
  const { open } = await serveLive()
  const client = open()
  let answers = ''
  client.on('data', (chunk) => {
    answers += chunk
  })
  const ask = 'GET /live/hall HTTP/1.1\r\nHost: talk.example\r\nAccept: application/json\r\n\r\n'
  for (let asked = 1; asked <= 3; asked++) {
    client.write(ask)
    await eventually(() => answers.match(/HTTP\/1.1 200 /g)).toHaveLength(asked)
  }
  expect(client.destroyed).toBe(false)
})

test('only a driver can ask how many follow, and where phones may reach the stage', async () => {
  const ADDRESS = 'http://192.168.1.20:4173/'
  const { url, secret, follow, live } = await serveLive({ addresses: async () => [ADDRESS] })
  const ask = (key: string) => fetch(`${url}/followers`, { headers: { Authorization: `Bearer ${key}` } })
  const [one] = [follow(), follow()]
  await eventually(() => live.followers()).toBe(2)
  const told = { followers: 2, addresses: [ADDRESS], consoles: 0 }
  expect(await (await ask(secret)).json()).toEqual(told)
  one?.socket.destroy()
  await eventually(async () => (await ask(secret)).json()).toMatchObject({ followers: 1 })
  expect((await ask(makeSecret())).status).toBe(401)
  expect((await fetch(`${url}/followers`)).status).toBe(401)
})

test.each([
  ['at the end followers get a last message', {}, [{ ended: true }]],
  ['when one hub of many ends they get none', { elsewhere: true }, []],
])('%s, their streams end, and nobody can join', async (_, how, last) => {
  const { live, join, url } = await serveLive()
  const { messages, closed } = await join()
  await live.close(how)
  await closed
  expect(messages.slice(1)).toEqual(last)
  expect(live.followers()).toBe(0)
  expect((await fetch(url)).status).toBe(503)
})

test('places are counted by address and freed again, and a poll needs none', async () => {
  const { follow, join, live, send, sendFrom, read } = await serveLive({
    limits: { total: 3, perAddress: 2 },
  })
  const [one, two] = [follow(), follow()]
  await eventually(() => live.followers()).toBe(2)
  const refused = await send(JOIN)
  expect(refused).toMatch(/^HTTP\/1.1 503 /)
  expect(refused).toMatch(/\r\nRetry-After: \d+\r\n/)
  await join('127.0.0.2')
  expect(await sendFrom('127.0.0.3', JOIN)).toMatch(/^HTTP\/1.1 503 /)
  one?.socket.destroy()
  await eventually(() => live.followers()).toBe(2)
  expect(two?.socket.destroyed).toBe(false)
  await join()
  expect(await read()).toHaveProperty('seq', 0)
})

test('a failing store is reported, and its driver is asked to try again', async () => {
  const store = { ...createMemoryStore(), write: () => Promise.reject(new Error('no store')) }
  const report = vi.fn()
  const { write, read } = await serveLive({ store, report })
  const response = await write(0)
  expect(response.status).toBe(503)
  expect(await response.json()).toHaveProperty('error')
  expect(report).toHaveBeenCalledExactlyOnceWith(new Error('no store'))
  expect(await read()).toHaveProperty('seq', 0)
})

test('a room without a key has followers, but nobody can write to it', async () => {
  const { write, read, url, secret } = await serveLive({ keyring: undefined })
  const response = await write(0)
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('GET')
  const headers = { Authorization: `Bearer ${secret}` }
  expect((await fetch(`${url}/followers`, { headers })).status).toBe(401)
  expect(await read()).toHaveProperty('seq', 0)
})

test('the observer gets joins, moves and the outcome of writes', async () => {
  const told: unknown[][] = []
  const observer: LiveObserver = {
    onJoin: () => told.push(['join']),
    onTurnedAway: () => told.push(['away']),
    onDrop: () => told.push(['drop']),
    onWrite: (outcome, position) => told.push([outcome, position?.seq]),
    onFanOut: (duration) => told.push(['fan-out', duration >= 0]),
  }
  const { join, write, send } = await serveLive({ observer, report: () => {}, limits: { total: 1 } })
  await join()
  await send(JOIN)
  await write(0)
  await write(0)
  await write(0, { slide: 'other' })
  const writes = [
    ['accepted', 1],
    ['outdated', 1],
    ['refused', undefined],
  ]
  expect(told).toEqual([['join'], ['away'], ['fan-out', true], ...writes])
})

test('requests outside /live are left to others', async () => {
  const { port } = await serveLive()
  for (const path of ['/', '/live-show', '/en/live/hall']) {
    expect((await fetch(`http://127.0.0.1:${port}${path}`)).headers.get('referrer-policy')).toBeNull()
  }
})

test('a channel for no slides is not opened', () => {
  expect(() => createLive({ outline: [], room: 'hall' })).toThrow('no slide')
})
