import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'

export interface AddressOptions {
  readonly host: string
  readonly port: number
  readonly publicUrl?: string
  /** Other machines serve the followers, so the public URL does not lead to the stage. */
  readonly followersElsewhere?: boolean
}

/** The URLs that lead to the stage. All end in a slash. */
export interface Addresses {
  /** For this machine. */
  readonly local: string
  /** For other machines, the likeliest first; empty when only this machine is served. */
  readonly others: readonly string[]
  /** For the console on the speaker's phone; undefined when only this machine is served. */
  readonly phone: string | undefined
}

export function findAddresses({ host, port, publicUrl, followersElsewhere }: AddressOptions): Addresses {
  const at = (name: string) => `http://${name.includes(':') ? `[${name}]` : name}:${port}/`
  const everywhere = host === '0.0.0.0' || host === '::'
  const local = at(everywhere ? 'localhost' : host)
  const own = everywhere ? listNetworkAddresses(networkInterfaces()).map(at) : isLocal(host) ? [] : [local]
  const others = publicUrl === undefined ? own : [publicUrl]
  return { local, others, phone: followersElsewhere ? own[0] : others[0] }
}

function isLocal(host: string): boolean {
  return /^(localhost|127\..*|::1)$/.test(host)
}

type Interfaces = NodeJS.Dict<readonly Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal'>[]>

/** Interfaces that the hall cannot reach: those of containers, virtual machines and tunnels. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vbox|vEthernet|tun|tap|utun|wg|zt|tailscale)/i

/** This machine's IPv4 addresses, those of real networks first. */
export function listNetworkAddresses(interfaces: Interfaces): string[] {
  const names = Object.keys(interfaces)
  const ordered = [
    ...names.filter((name) => !VIRTUAL.test(name)),
    ...names.filter((name) => VIRTUAL.test(name)),
  ]
  return ordered
    .flatMap((name) => interfaces[name] ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
}
