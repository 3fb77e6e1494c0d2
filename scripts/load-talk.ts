import { type CommandUnknownOpts, Option } from '@commander-js/extra-typings'
import { TALKS } from '../slides/index.ts'
import { createCommand, runCommand } from '../src/cli/command.ts'
import { describeFailure } from '../src/cli/describe-failure.ts'
import { UsageError } from '../src/cli/usage-error.ts'
import type { Deck, TalkSource } from '../src/deck/deck.ts'

/** The talk of that name, or the first. Throws a UsageError that says which talks there are. */
export function findTalk(name: string = TALKS[0]): TalkSource {
  if (!TALKS.some((talk) => talk === name)) {
    throw new UsageError(
      `option '--talk <name>' argument '${name}' is invalid. The talks are ${TALKS.join(', ')}.`,
    )
  }
  const folder = `slides/${name}`
  const load = async () => {
    const { default: deck }: { default: Deck } = await import(`../slides/${name}/deck.ts`)
    // Late: who starts a browser does not wait for the checks.
    const { checkTalk } = await import('../src/site/check-talk.ts')
    return checkTalk(folder, deck)
  }
  return { folder, load }
}

/** A command for a talk: with `--talk`, whose value is where the talk is. */
export function createTalkCommand(typed: string, about: string) {
  return createCommand(typed, about).addOption(
    new Option('--talk <name>', `which talk of slides/: ${TALKS.join(', ')}`)
      .default(findTalk(), TALKS[0])
      .argParser(findTalk),
  )
}

/** Runs it; of a fault in a slide the author gets its place and its remedy. */
export function runTalkCommand(command: CommandUnknownOpts): Promise<void> {
  return runCommand(command, describeFailure)
}
