import { Command, CommanderError, type CommandUnknownOpts } from '@commander-js/extra-typings'
import { UsageError } from './usage-error.ts'

/** Creates a command; `typed` is how one types it, such as `npm run export` or `node edge.mjs`. */
export function createCommand(typed: string, about: string) {
  // Without `--`, npm takes the options for itself.
  return new Command(typed.startsWith('npm ') ? `${typed} --` : typed)
    .description(about)
    .helpOption('-h, --help', 'show this help')
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
}

/** Runs a command. Prints errors (`describe`) and exits with 2 for a usage error, with 1 for a failure. */
export async function runCommand(
  command: CommandUnknownOpts,
  describe: (error: unknown) => string | Promise<string> = readMessage,
  args = process.argv.slice(2),
): Promise<void> {
  try {
    await command.parseAsync(args, { from: 'user' })
  } catch (error) {
    const code = error instanceof CommanderError || error instanceof UsageError ? 2 : 1
    if (error instanceof CommanderError && error.exitCode === 0) return
    console.error(error instanceof CommanderError ? explain(error, command) : await describe(error))
    process.exit(code)
  }
}

/** An error's message without its stack. */
export function readMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The library's message; adds what is allowed where the library does not say so. */
function explain({ code, message }: CommanderError, command: CommandUnknownOpts): string {
  const what = message.replace(/^error: /, '')
  const help = command.createHelp()
  const options = help.visibleOptions(command)
  if (code === 'commander.excessArguments') {
    return `"${command.args[0]}" is no option; ${command.name()} --help lists them`
  }
  if (code === 'commander.unknownOption' && !what.includes('Did you mean')) {
    return `${what}; the options are ${options.map(({ long }) => long).join(', ')}`
  }
  if (code === 'commander.optionMissingArgument') {
    const missing = options.filter(({ flags }) => what.includes(`'${flags}'`))
    return [what, ...missing.map((option) => help.optionDescription(option))].join('\n')
  }
  return what
}
