import { expect, test } from 'vitest'
import { UsageError } from '../cli/usage-error.ts'
import { parseEdgeOptions } from '../many-machines/edge-options.ts'
import { parseOptions } from './options.ts'

const PASSWORD = 'a-password-that-is-shown-nowhere'

/** The line that a start ends with; it is one, and no secret is in it. */
function readFault(parse: () => unknown): string {
  try {
    parse()
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    expect(error.message).not.toMatch(/\n/)
    expect(error.message).not.toContain(PASSWORD)
    return error.message
  }
  throw new Error('the start was understood')
}

test.each([
  [
    ['--prot', '1'],
    'there is no option "--prot"; the options are --talk, --port, --host, --public-url, --room, --no-build, --health, --nats, --replicas, --help',
  ],
  [
    ['extra'],
    'there is no option "extra"; the options are --talk, --port, --host, --public-url, --room, --no-build, --health, --nats, --replicas, --help',
  ],
  [['--port', '70000'], '--port is "70000"; it takes a whole number from 0 to 65535'],
  [['--port', '80x'], '--port is "80x"; it takes a whole number from 0 to 65535'],
  [['--port'], '--port is ""; it takes a whole number from 0 to 65535'],
  [['--host', 'a b'], '--host is "a b"; it takes an address of this machine, such as 0.0.0.0 or 127.0.0.1'],
  [
    ['--public-url', 'talk.example'],
    '--public-url is "talk.example"; it takes an address such as https://talk.example.org or https://example.org/talk/',
  ],
  [
    ['--public-url', 'https://talk.example/?a'],
    '--public-url is "https://talk.example/?a"; it takes an address such as https://talk.example.org or https://example.org/talk/',
  ],
  [['--room', 'Main Hall'], '--room is "Main Hall"; it takes 1 to 40 of the letters a–z, digits and hyphens'],
  [['--no-build=yes'], '--no-build takes no value'],
])('a start with %j says what is allowed', (args, line) => {
  expect(readFault(() => parseOptions(args, {}))).toBe(line)
})

test.each(['short', `${'x'.repeat(40)} y`, ''])('a secret that will not do is not repeated', (secret) => {
  expect(readFault(() => parseOptions([], { STAGE_SECRET: secret }))).toBe(
    `STAGE_SECRET takes 32 random bytes as 43 characters; this makes them: node -p "crypto.randomBytes(32).toString('base64url')"`,
  )
})

test.each([
  [['--nats', 'http://nats.example'], /^--nats takes addresses such as nats:\/\/127\.0\.0\.1:4222 or tls:/],
  [
    ['--nats', `nats://deck:${PASSWORD}@nats.example`],
    /^an address of NATS is no place for a password: use NATS_USER/,
  ],
  [['--health', '9090'], /^--health goes with --nats/],
  [['--replicas', '3'], /^--replicas goes with --nats/],
  [['--nats', 'nats://127.0.0.1', '--replicas', '2'], /^--replicas takes 1, 3 or 5/],
  [['--health', 'localhost'], /^--health is "localhost"|^--health is ""/],
  [['--health', '0.0.0.0:99999'], /^--health is "99999"; it takes a whole number from 0 to 65535/],
])('a stage among many, %j, says what is allowed', (args, line) => {
  expect(readFault(() => parseOptions(args, {}))).toMatch(line)
})

test.each([
  [[], /^an edge needs --nats \(or NATS_URL\)/],
  [
    ['--nats', 'nats://127.0.0.1:1', '--followers', '0'],
    /^--followers is "0"; it takes a whole number from 1/,
  ],
  [['--prot'], /^there is no option "--prot"; the options are --nats, --port, --host, --followers,/],
])('an edge, %j, says what is allowed', (args, line) => {
  expect(readFault(() => parseEdgeOptions(args, {}))).toMatch(line)
})
