import { type Command, InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { wholeNumber } from '../cli/options.ts'
import { UsageError } from '../cli/usage-error.ts'
import type { Endpoint } from '../stage/listen.ts'
import { NATS_HELP, type NatsOptions, readNats } from './options.ts'

/** The options for many machines. */
export interface ManyMachines {
  readonly nats: NatsOptions
  /** Where to serve `/healthz` and `/metrics`, if anywhere. */
  readonly health?: Endpoint
}

/** Adds the options that belong to `--nats`; returns a function that reads them once the command runs. */
export function addNatsOptions(command: Command): () => ManyMachines {
  const more = command
    .option(
      '--nats [urls]',
      'keep the position in NATS, at these addresses, separated by commas (env: NATS_URL)',
    )
    .addOption(
      new Option('--replicas <number>', 'on how many brokers NATS keeps the position (default: 1)').choices([
        '1',
        '3',
        '5',
      ]),
    )
    .addOption(healthOption('npm start -- --health '))
    .addHelpText('after', NATS_HELP)
  return () => {
    const { nats: url, replicas, health } = more.opts()
    const nats = readNats(url === true ? undefined : url, replicas)
    if (nats === undefined) throw new UsageError('--nats takes the address of a broker, or NATS_URL has it')
    return { nats, ...(health && { health }) }
  }
}

/** `option` is the option as typed, for the error message when the port is taken. */
export const healthOption = (option: string) =>
  new Option(
    '--health <port>',
    'answer /healthz and /metrics there, on this machine only unless it is HOST:PORT',
  ).argParser((value): Endpoint => {
    const [, , host = '127.0.0.1', port] = value.match(/^(([\w.-]+|\[[\da-f:]+\]):)?(\d+)$/i) ?? []
    if (port === undefined) throw new InvalidArgumentError('It takes a port such as 9090, or HOST:PORT.')
    return { host: host.replace(/^\[|\]$/g, ''), port: wholeNumber(0, 65_535)(port), option }
  })
