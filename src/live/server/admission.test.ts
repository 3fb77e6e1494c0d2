import { expect, test } from 'vitest'
import { Admission, LIMITS } from './admission.ts'

test('no more than the total are admitted, and a place that someone left is free again', () => {
  const admission = new Admission({ total: 2, perAddress: 2 })
  const first = admission.enter('192.0.2.1')
  expect(admission.enter('192.0.2.2')).toBeDefined()
  expect(admission.enter('192.0.2.3')).toBeUndefined()
  if (first !== undefined) admission.leave(first)
  expect(admission.total).toBe(1)
  expect(admission.enter('192.0.2.3')).toBeDefined()
})

test('one address cannot take all places', () => {
  const admission = new Admission({ total: 10, perAddress: 2 })
  admission.enter('192.0.2.1')
  const second = admission.enter('192.0.2.1')
  expect(admission.enter('192.0.2.1')).toBeUndefined()
  expect(admission.enter('192.0.2.2')).toBeDefined()
  if (second !== undefined) admission.leave(second)
  expect(admission.enter('192.0.2.1')).toBeDefined()
})

test('a hall of 10,000 behind one address is admitted', () => {
  const admission = new Admission(LIMITS)
  const hall = Array.from({ length: 10_000 }, () => admission.enter('192.0.2.1'))
  expect(hall).not.toContain(undefined)
})

test.each([
  ['one IPv6 network of any host', '2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff'],
  ['one IPv6 network, zeros left out', '2001:db8::1', '2001:db8:0:0:9::9'],
  ['one IPv4 address, however written', '192.0.2.1', '::ffff:192.0.2.1'],
  ['one link, whatever its zone', 'fe80::1%eth0', 'fe80::2'],
])('%s counts as one', (_, one, same) => {
  const admission = new Admission({ total: 10, perAddress: 1 })
  expect(admission.enter(one)).toBeDefined()
  expect(admission.enter(same)).toBeUndefined()
})

test.each([
  ['2001:db8:1:2::1', '2001:db8:1:3::1'],
  ['2001:db8::1', '2001:db9::1'],
  ['::1', '2001:db8::1'],
  ['192.0.2.1', '192.0.2.11'],
])('%s and %s are two', (one, other) => {
  const admission = new Admission({ total: 10, perAddress: 1 })
  expect(admission.enter(one)).toBeDefined()
  expect(admission.enter(other)).toBeDefined()
})
