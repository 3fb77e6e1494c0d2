import { afterEach, expect, test, vi } from 'vitest'
import { createCommand } from '../cli/command.ts'
import { addEdgeOptions } from './edge-options.ts'
import { addNatsOptions } from './stage-options.ts'

const PASSWORD = 'a-password-that-is-shown-nowhere'
const BROKER = 'nats://127.0.0.1:1'

afterEach(() => vi.unstubAllEnvs())

/** Parses a command line as a stage or an edge does. */
function read(add: typeof addNatsOptions | typeof addEdgeOptions, args: string) {
  const command = createCommand('npm start', '')
  const readOptions = add(command)
  command.parse(args.split(' ').filter(Boolean), { from: 'user' })
  return readOptions()
}

const NO_PASSWORD = 'an address of NATS is no place for a password'

test.each([
  [addNatsOptions, '--nats http://nats.example', '--nats takes addresses such as nats://127.0.0.1:4222 or'],
  [addNatsOptions, `--nats nats://deck:${PASSWORD}@x.example`, NO_PASSWORD],
  [addEdgeOptions, `--nats nats://deck:${PASSWORD}@x.example`, NO_PASSWORD],
  [addNatsOptions, '--nats', '--nats takes the address of a broker, or NATS_URL has it'],
  [addNatsOptions, `--nats ${BROKER} --replicas 2`, 'Allowed choices are 1, 3, 5.'],
  [addNatsOptions, `--nats ${BROKER} --health localhost`, 'It takes a port such as 9090, or HOST:PORT.'],
  [addNatsOptions, `--nats ${BROKER} --health 0.0.0.0:99999`, 'It takes a whole number from 0 to 65535.'],
  [addEdgeOptions, '', 'an edge needs --nats (or NATS_URL), such as'],
  [addEdgeOptions, `--nats ${BROKER} --followers 0`, 'It takes a whole number from 1 to 999999.'],
])('%o refuses “%s” with what is allowed', (add, args, message) => {
  const reading = () => read(add, args)
  expect(reading).toThrow(message)
  expect(reading).not.toThrow(PASSWORD)
})

test.each([
  ['stage', addNatsOptions, '--nats'],
  ['edge', addEdgeOptions, ''],
])('a %s takes the brokers from NATS_URL, and leaves no password in the environment', (_who, add, args) => {
  vi.stubEnv('NATS_URL', `${BROKER},tls://b.example`)
  vi.stubEnv('NATS_PASSWORD', PASSWORD)
  expect(read(add, args).nats).toMatchObject({
    servers: [BROKER, 'tls://b.example'],
    login: { password: PASSWORD },
  })
  expect(process.env).not.toHaveProperty('NATS_PASSWORD')
})

test('the help shows no password of the environment', () => {
  vi.stubEnv('NATS_URL', `nats://deck:${PASSWORD}@x.example`)
  vi.stubEnv('NATS_PASSWORD', PASSWORD)
  for (const add of [addNatsOptions, addEdgeOptions]) {
    const command = createCommand('npm start', '')
    add(command)
    expect(command.helpInformation()).not.toContain(PASSWORD)
  }
})
