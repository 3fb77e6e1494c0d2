import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

/** The SHA-256 of bytes or of a text, in hexadecimal digits. */
export function digest(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

const PIECE = Buffer.alloc(1 << 20)

/** The SHA-256 of a file, which is read in pieces, as photographs are large. Throws when it cannot be read. */
export function digestFile(file: string): string {
  const hash = createHash('sha256')
  const opened = openSync(file, 'r')
  try {
    for (let length = readSync(opened, PIECE); length > 0; length = readSync(opened, PIECE)) {
      hash.update(PIECE.subarray(0, length))
    }
  } finally {
    closeSync(opened)
  }
  return hash.digest('hex')
}
