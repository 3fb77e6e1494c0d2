import type { IncomingMessage } from 'node:http'
import { Refusal } from './answer.ts'

export interface ReadBodyOptions {
  /** The body's maximum size in bytes. */
  readonly limit: number
  /** How long the body may take to arrive, in milliseconds. */
  readonly timeout: number
}

/** Reads a short body as text. Rejects with a Refusal when the body is too long, too slow or incomplete. */
export async function readBody(
  request: IncomingMessage,
  { limit, timeout }: ReadBodyOptions,
): Promise<string> {
  const tooLong = () => new Refusal(413, `the body has at most ${limit} bytes`)
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLong()
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    const timer = setTimeout(() => fail(new Refusal(408, `the body takes at most ${timeout} ms`)), timeout)
    const fail = (refusal: Refusal) => {
      clearTimeout(timer)
      request.pause()
      reject(refusal)
    }
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > limit) fail(tooLong())
      else chunks.push(chunk)
    })
    request.once('end', () => {
      clearTimeout(timer)
      resolve(Buffer.concat(chunks).toString())
    })
    request.once('error', () => fail(new Refusal(400, 'the body is incomplete')))
  })
}
