import { expect, test } from 'vitest'
import { findAddresses, listNetworkAddresses } from './addresses.ts'

const at = (address: string, { netmask = '255.255.255.0', internal = false } = {}) => ({
  address,
  family: address.includes(':') ? ('IPv6' as const) : ('IPv4' as const),
  internal,
  netmask,
})

/** As on a laptop with virtual machines, containers and a tunnel, in the order that systems list them. */
const LAPTOP = {
  'VirtualBox Host-Only Network': [at('192.168.56.1')],
  'vEthernet (WSL)': [at('172.28.96.1', { netmask: '255.255.240.0' })],
  'Ethernet 2': [at('169.254.10.20', { netmask: '255.255.0.0' })],
  utun3: [at('10.8.0.2', { netmask: '255.255.255.255' })],
  'Wi-Fi': [at('fe80::1'), at('192.168.1.20')],
  lo: [at('127.0.0.1', { internal: true })],
}

test('the address that the system uses to reach others comes first, whatever the networks are called', async () => {
  expect(await listNetworkAddresses(LAPTOP, async () => '192.168.1.20')).toEqual([
    '192.168.1.20',
    '192.168.56.1',
    '172.28.96.1',
  ])
})

test.each([undefined, '10.8.0.2'])(
  'without a way outside, or through a tunnel (%s), all that others may reach are left to choose from',
  async (route) => {
    expect(await listNetworkAddresses(LAPTOP, async () => route)).toEqual([
      '192.168.56.1',
      '172.28.96.1',
      '192.168.1.20',
    ])
  },
)

test('a machine without a network has no address for others', async () => {
  const alone = { lo: [at('127.0.0.1', { internal: true })] }
  expect(await listNetworkAddresses(alone, async () => undefined)).toEqual([])
})

test('the system answers on this machine, too, and the list has nobody twice', async () => {
  const addresses = await listNetworkAddresses()
  expect(new Set(addresses).size).toBe(addresses.length)
  expect(addresses.filter((address) => /^(127|169\.254)\./.test(address))).toEqual([])
})

const network = ['192.168.1.20', '172.28.96.1']

test.each([
  ['127.0.0.1', 'http://127.0.0.1:80/', []],
  ['::1', 'http://[::1]:80/', []],
  ['localhost', 'http://localhost:80/', []],
  ['192.168.1.20', 'http://192.168.1.20:80/', ['http://192.168.1.20:80/']],
  ['0.0.0.0', 'http://localhost:80/', ['http://192.168.1.20:80/', 'http://172.28.96.1:80/']],
])('listening on %s, the stage is at %s', (host, local, others) => {
  expect(findAddresses({ host, port: 80, network })).toEqual({ local, others, phones: others })
})

test('a public address replaces all others', () => {
  const publicUrl = 'https://talk.example/'
  const addresses = findAddresses({ host: '0.0.0.0', port: 80, publicUrl, network })
  expect(addresses).toEqual({ local: 'http://localhost:80/', others: [publicUrl], phones: [publicUrl] })
})

test('when other machines serve the public address, the phone gets the stage’s own', () => {
  const publicUrl = 'https://talk.example/'
  const addresses = findAddresses({ host: '0.0.0.0', port: 80, publicUrl, followersElsewhere: true, network })
  expect(addresses.others).toEqual([publicUrl])
  expect(addresses.phones).toEqual(['http://192.168.1.20:80/', 'http://172.28.96.1:80/'])
})
