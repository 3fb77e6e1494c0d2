/** How many may follow at once. */
export interface Limits {
  /** From everywhere. */
  readonly total: number
  /** From one address: a whole hall may stand behind one. */
  readonly perAddress: number
}

/** One address' share; the same object for all who come from there, so that each of them costs nothing. */
interface Share {
  readonly address: string
  count: number
}

/** 20,000 in all; 12,000 from one address, for a hall whose network has but one. */
export const LIMITS: Limits = { total: 20_000, perAddress: 12_000 }

/** Counts who is in. `address` is the socket's own: a header's could be anyone's. */
export class Admission {
  readonly #limits: Limits
  readonly #shares = new Map<string, Share>()
  #total = 0

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** The number of those who are in. */
  get total(): number {
    return this.#total
  }

  /** A place, to be given back with `leave`; undefined when there is none. */
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
