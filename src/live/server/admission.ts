/** How many followers may be connected at once. */
export interface Limits {
  /** From all addresses together. */
  readonly total: number
  /** From one address: a whole hall may share one. */
  readonly perAddress: number
}

/** The count for one address. All followers from there share the object, to save memory. */
interface Share {
  readonly address: string
  count: number
}

/** 20,000 in all; 12,000 from one address, for a hall whose whole network has one. */
export const LIMITS: Limits = { total: 20_000, perAddress: 12_000 }

/** Counts followers. Pass the socket's own `address`: anyone can forge one in a header. */
export class Admission {
  readonly #limits: Limits
  readonly #shares = new Map<string, Share>()
  #total = 0

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** The number of connected followers. */
  get total(): number {
    return this.#total
  }

  /** Takes a place, which `leave` frees again; undefined when all are taken. */
  enter(address: string): Share | undefined {
    const key = nameNetwork(address)
    const share = this.#shares.get(key) ?? { address: key, count: 0 }
    if (this.#total >= this.#limits.total || share.count >= this.#limits.perAddress) return undefined
    this.#total++
    share.count++
    this.#shares.set(key, share)
    return share
  }

  leave(share: Share): void {
    this.#total--
    share.count--
    if (share.count === 0) this.#shares.delete(share.address)
  }
}

/** An IPv6 host has 2⁶⁴ addresses of its own, so they count as one; IPv4 may come written as IPv6. */
function nameNetwork(address: string): string {
  const plain = address.replace(/^::ffff:/i, '').replace(/%.*$/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail = ''] = plain.split('::')
  const left = head.split(':')
  const right = tail.split(':')
  const zeros = plain.includes('::') ? Array<string>(8 - left.length - right.length).fill('0') : []
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group || '0')
    .join(':')
}
