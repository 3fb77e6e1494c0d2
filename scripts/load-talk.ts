import { type CommandUnknownOpts, Option } from '@commander-js/extra-typings'
import { TALKS } from '../slides/index.ts'
import { repeatTalk, splitRepeated } from '../src/bench/repeat-talk.ts'
import { checkTypes } from '../src/cli/check-types.ts'
import { createCommand, runCommand } from '../src/cli/command.ts'
import { describeFailure } from '../src/cli/describe-failure.ts'
import { UsageError } from '../src/cli/usage-error.ts'
import type { Deck, TalkSource } from '../src/deck/deck.ts'
import { DeckFault } from '../src/deck/deck-fault.ts'

/**
 * The talk with that name, by default the first; `name@100` repeats its slides until there are a hundred.
 * Throws a UsageError that lists the talks.
 */
export function findTalk(wanted: string = TALKS[0]): TalkSource {
  const { name, count } = splitRepeated(wanted)
  if (!TALKS.some((talk) => talk === name)) {
    throw new UsageError(
      `option '--talk <name>' argument '${name}' is invalid. The talks are ${TALKS.join(', ')}.`,
    )
  }
  const folder = `slides/${name}`
  const load = async () => {
    const deck = await loadDeck(name)
    // Imported late, so that a browser can start before the checks are loaded.
    const { checkTalk } = await import('../src/site/check-talk.ts')
    const { adviseDeck } = await import('../src/page/advise-deck.ts')
    const talk = await checkTalk(folder, deck)
    for (const advice of adviseDeck(deck, folder)) console.error(`warning: ${advice}`)
    return count === undefined ? talk : repeatTalk(talk, count)
  }
  return { folder, load }
}

/** A talk's deck, unchecked. */
export async function loadDeck(name: string): Promise<Deck> {
  const { default: deck }: { default: Deck } = await import(`../slides/${name}/deck.ts`)
  return deck
}

/**
 * Throws a DeckFault for what the compiler finds in the talks below `folder`. A slide may be shown in spite of it:
 * without the text, say, whose field is misspelt.
 */
export async function refuseTypeErrors(folder?: string): Promise<void> {
  const found = await checkTypes(folder)
  if (found !== undefined) throw new DeckFault(found)
}

/** The option `--talk`, whose value becomes the talk's source. */
export const talkOption = () =>
  new Option('--talk <name>', `the talk, a folder of slides/: ${TALKS.join(', ')}`).argParser(findTalk)

/** A command for one talk: by default the first. */
export function createTalkCommand(typed: string, about: string) {
  return createCommand(typed, about).addOption(talkOption().default(findTalk(), TALKS[0]))
}

/** Runs a command; the error for a faulty slide says where it is and what to do. */
export function runTalkCommand(command: CommandUnknownOpts): Promise<void> {
  return runCommand(command, describeFailure)
}
