import { createHash } from 'node:crypto'

/** The SHA-256 of bytes or of a text, in hexadecimal digits. */
export function digest(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The same of many bytes, on another core. */
export async function digestAside(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
}
