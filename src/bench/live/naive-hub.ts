import { createServer, type Server, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

/** The floor: a live channel in thirty lines, without checks, limits, heartbeats or a last message. */
export function createNaiveHub(): Server {
  const followers = new Set<ServerResponse>()
  let position = { seq: 0, slide: 'start', step: 0, blank: false, sentAt: 0 }
  return createServer(async (request, response) => {
    if (request.method === 'POST') {
      const { slide, step, blank } = JSON.parse(await text(request))
      position = { seq: position.seq + 1, slide, step, blank, sentAt: Date.now() }
      for (const follower of followers) follower.write(`data: ${JSON.stringify(position)}\n\n`)
      response.end(JSON.stringify({ position }))
    } else {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
      response.write(`data: ${JSON.stringify(position)}\n\n`)
      followers.add(response)
      request.on('close', () => followers.delete(response))
    }
  })
}
