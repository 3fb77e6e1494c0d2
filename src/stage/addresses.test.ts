import { expect, test } from 'vitest'
import { findAddresses, listNetworkAddresses } from './addresses.ts'

const at = (address: string, family: 'IPv4' | 'IPv6' = 'IPv4', internal = false) => ({
  address,
  family,
  internal,
})

test('networks inside the machine come after real ones', () => {
  const interfaces = {
    lo: [at('127.0.0.1', 'IPv4', true)],
    docker0: [at('172.17.0.1')],
    utun3: [at('10.8.0.2')],
    wlan0: [at('fe80::1', 'IPv6'), at('192.168.1.20')],
  }
  expect(listNetworkAddresses(interfaces)).toEqual(['192.168.1.20', '172.17.0.1', '10.8.0.2'])
})

test('a machine without a network has no address for others', () => {
  expect(listNetworkAddresses({ lo: [at('127.0.0.1', 'IPv4', true)] })).toEqual([])
})

test.each([
  ['127.0.0.1', 'http://127.0.0.1:80/', []],
  ['::1', 'http://[::1]:80/', []],
  ['localhost', 'http://localhost:80/', []],
  ['192.168.1.20', 'http://192.168.1.20:80/', ['http://192.168.1.20:80/']],
])('listening on %s alone, the stage is at %s', (host, local, others) => {
  expect(findAddresses({ host, port: 80 })).toEqual({ local, others, phone: others[0] })
})

test('a public address replaces all others', () => {
  const publicUrl = 'https://talk.example/'
  const addresses = findAddresses({ host: '0.0.0.0', port: 80, publicUrl })
  expect(addresses).toEqual({ local: 'http://localhost:80/', others: [publicUrl], phone: publicUrl })
})

test('when other machines serve the public address, the phone gets the stage’s own', () => {
  const publicUrl = 'https://talk.example/'
  const addresses = findAddresses({ host: '192.168.1.20', port: 80, publicUrl, followersElsewhere: true })
  expect(addresses.others).toEqual([publicUrl])
  expect(addresses.phone).toBe('http://192.168.1.20:80/')
})
