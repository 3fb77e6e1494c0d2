import { expect } from 'vitest'

/** `expect.poll` with patience, for conditions that other processes may delay. */
export function eventually<T>(look: () => T) {
  return expect.poll(look, { timeout: 20_000, interval: 10 })
}
