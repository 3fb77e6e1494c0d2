import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

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

/** A key made of 16 random bytes (base64url) and their signature with a secret, as long as a secret. */
export function signKey(nonce: string, secret: string): string {
  const bytes = Buffer.from(nonce, 'base64url')
  return Buffer.concat([bytes, sign(bytes, secret)]).toString('base64url')
}

/** Whether the key was made by `signKey` with the secret. */
export function isSigned(key: string, secret: string): boolean {
  const bytes = Buffer.from(key, 'base64url')
  return timingSafeEqual(bytes.subarray(16), sign(bytes.subarray(0, 16), secret))
}

function sign(bytes: Uint8Array, secret: string): Buffer {
  return createHmac('sha256', secret).update(bytes).digest().subarray(0, 16)
}
