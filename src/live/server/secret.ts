import { createHash, randomBytes } from 'node:crypto'

/** 32 bytes in base64url, which needs no escaping in a URL's fragment or in a header. */
const BEARER = /^bearer +([\w-]{43})$/i

/** A secret: 256 random bits as 43 characters. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * The only form in which a secret is stored: its SHA-256, 32 bytes. An unguessable secret needs no salt, and
 * looking a hash up tells nothing by the time it takes: nobody can choose a secret by its hash.
 */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** The secret in an `Authorization` header; undefined when there is none. */
export function readBearer(header: string | undefined): string | undefined {
  return header?.match(BEARER)?.[1]
}
