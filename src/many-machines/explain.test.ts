import { JetStreamApiError } from '@nats-io/jetstream'
import { errors } from '@nats-io/transport-node'
import { expect, test } from 'vitest'
import { explain } from './explain.ts'

const answer = (code: number, description: string) =>
  new JetStreamApiError({ code: 503, err_code: code, description })

test.each([
  [answer(10008, 'JetStream system temporarily unavailable'), /no majority/],
  [answer(10047, 'insufficient storage resources available'), /no room left; give the brokers more disk/],
  [answer(10059, 'stream not found'), /no bucket for positions yet; the stage makes it/],
  [answer(10099, 'something new'), /^something new$/],
  [new errors.TimeoutError(), /does not answer in time: .* disk is full/],
  [new errors.AuthorizationError('Authorization Violation'), /check NATS_USER and NATS_PASSWORD/],
  [new Error('wrapped', { cause: new errors.TimeoutError() }), /does not answer in time/],
  [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), /no NATS is listening there/],
  ['junk', /^junk$/],
])('%s is told in one line with what to do', (error, line) => {
  expect(explain(error)).toMatch(line)
  expect(explain(error)).not.toContain('\n')
})
