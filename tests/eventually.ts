import { expect } from 'vitest'

/** `expect.poll` for what other processes may hold up: tests wait for what is to come, not for a time. */
export function eventually<T>(look: () => T) {
  return expect.poll(look, { timeout: 20_000, interval: 10 })
}
