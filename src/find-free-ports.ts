import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Below 32768, from where systems hand out ports themselves: such a port could be taken before we use it. */
const [LOWEST, HIGHEST] = [10_000, 32_000]

/** Finds ports on which nothing listens. */
export async function findFreePorts(count: number): Promise<number[]> {
  const ports = new Set<number>()
  while (ports.size < count) {
    const port = randomInt(LOWEST, HIGHEST)
    if (await isFree(port)) ports.add(port)
  }
  return [...ports]
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
