import { type Command, Option } from '@commander-js/extra-typings'
import { hostOption, portOption, wholeNumber } from '../cli/options.ts'
import { UsageError } from '../cli/usage-error.ts'
import { LIMITS } from '../live/server/admission.ts'
import { NATS_HELP, readNats } from './options.ts'
import { healthOption, type ManyMachines } from './stage-options.ts'

export interface EdgeOptions extends ManyMachines {
  /** 0 takes any free port. */
  readonly port: number
  /** The address to listen on. */
  readonly host: string
  /** How many followers may be connected at once. */
  readonly followers: number
}

/** Adds an edge's options; returns a function that reads them in the action, or throws a UsageError. */
export function addEdgeOptions(command: Command): () => EdgeOptions {
  const more = command
    .addOption(
      new Option('--nats <urls>', 'the brokers that keep the position, separated by commas').env('NATS_URL'),
    )
    .addOption(portOption(4180))
    .addOption(hostOption('127.0.0.1'))
    .addOption(
      new Option('--followers <number>', 'the most followers at once')
        .default(LIMITS.total)
        .argParser(wholeNumber(1, 999_999)),
    )
    .addOption(healthOption('--health '))
    .addHelpText('after', NATS_HELP)
  return () => {
    const { nats: url, port, host, followers, health } = more.opts()
    const nats = readNats(url)
    if (nats !== undefined) return { port, host, nats, followers, ...(health && { health }) }
    throw new UsageError(
      'an edge needs --nats (or NATS_URL), such as nats://127.0.0.1:4222: the stage’s NATS',
    )
  }
}
