import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 32 bytes in base64url, which needs no escaping in a URL's fragment or in a header. */
const BEARER = /^bearer +([\w-]{43})$/i

/** A room's secret: 256 random bits as 43 characters. It allows writes, is shown once and never stored. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** The only form in which a secret is stored: its SHA-256, 32 bytes. An unguessable secret needs no salt. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** True when an `Authorization` header carries one of the secrets. Compares in constant time. */
export function isAuthorized(header: string | undefined, secretHashes: readonly Uint8Array[]): boolean {
  const secret = header?.match(BEARER)?.[1]
  if (secret === undefined) return false
  const hash = hashSecret(secret)
  return secretHashes.filter((secretHash) => timingSafeEqual(hash, secretHash)).length > 0
}
