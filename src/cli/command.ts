import { Command, CommanderError, type CommandUnknownOpts } from '@commander-js/extra-typings'
import { UsageError } from './usage-error.ts'

/** A command as one types it, such as `npm run export` or `node edge.mjs`. Its options and its action are added to it. */
export function createCommand(typed: string, about: string) {
  // What follows is for npm, unless it is told otherwise.
  return new Command(typed.startsWith('npm ') ? `${typed} --` : typed)
    .description(about)
    .helpOption('-h, --help', 'show this help')
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
}

/**
 * Runs a command; ends the process with 2 when it was typed wrong, with 1 when it fails, and says why on stderr:
 * `describe` words a failure.
 */
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

/** Of an error, its message alone. */
export function readMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The library's message, and what is allowed where it does not say so. */
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
