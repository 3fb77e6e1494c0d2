import { expect } from 'vitest'

/**
 * `expect.poll` for conditions that other processes may delay: tests wait for the condition, not for a time.
 */
export function eventually<T>(look: () => T) {
  return expect.poll(look, { timeout: 20_000, interval: 10 })
}
