import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'

export interface AddressOptions {
  readonly host: string
  readonly port: number
  readonly publicUrl?: string
  /** Other machines serve the followers, so the public URL does not lead to the stage. */
  readonly followersElsewhere?: boolean
  /** This machine's addresses in its networks: `listNetworkAddresses`. */
  readonly network: readonly string[]
}

/** The URLs that lead to the stage. All end in a slash. */
export interface Addresses {
  /** For this machine. */
  readonly local: string
  /** For the followers, the likeliest first; empty when only this machine is served. */
  readonly others: readonly string[]
  /** For the console on the speaker's phone, the likeliest first; empty when only this machine is served. */
  readonly phones: readonly string[]
}

export function findAddresses(options: AddressOptions): Addresses {
  const { host, port, publicUrl, followersElsewhere, network } = options
  const at = (name: string) => `http://${name.includes(':') ? `[${name}]` : name}:${port}/`
  const everywhere = host === '0.0.0.0' || host === '::'
  const local = at(everywhere ? 'localhost' : host)
  const own = everywhere ? network.map(at) : isLocal(host) ? [] : [local]
  const others = publicUrl === undefined ? own : [publicUrl]
  return { local, others, phones: followersElsewhere ? own : others }
}

function isLocal(host: string): boolean {
  return /^(localhost|127\..*|::1)$/.test(host)
}

type Interfaces = NodeJS.Dict<
  readonly Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal' | 'netmask'>[]
>

/**
 * This machine's IPv4 addresses at which others may reach it. The one that the system itself uses to reach
 * others comes first; names of networks tell nothing.
 */
export async function listNetworkAddresses(
  interfaces: Interfaces = networkInterfaces(),
  findRoute = findRouteAddress,
): Promise<string[]> {
  const route = await findRoute()
  const addresses = Object.values(interfaces)
    .flatMap((some) => some ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .filter(({ address, netmask }) => !isLinkLocal(address) && !isAlone(netmask))
    .map(({ address }) => address)
  return [...new Set(addresses.filter((address) => address === route).concat(addresses))]
}

/** An address that the machine has given itself, as no network gave it one. */
function isLinkLocal(address: string): boolean {
  return address.startsWith('169.254.')
}

/** A network that holds this machine alone, as of a tunnel. */
function isAlone(netmask: string): boolean {
  return netmask === '255.255.255.255'
}

/** Any address outside the local networks; this one belongs to nobody (RFC 5737). */
const OUTSIDE = '203.0.113.1'

/**
 * The address of this machine from which the system would send a packet to the outside; undefined without a
 * way there. Nothing is sent: a UDP socket only looks up its route.
 */
async function findRouteAddress(): Promise<string | undefined> {
  const socket = createSocket('udp4')
  try {
    socket.connect(9, OUTSIDE)
    await once(socket, 'connect')
    return socket.address().address
  } catch {
    return undefined // no network, or one without a way outside
  } finally {
    socket.close()
  }
}
