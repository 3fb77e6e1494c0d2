import { TALKS } from '../slides/index.ts'
import { takeTalk } from '../src/cli/take-talk.ts'
import { UsageError } from '../src/cli/usage-error.ts'
import type { Deck, TalkSource } from '../src/deck/deck.ts'
import { checkTalk } from '../src/site/check-talk.ts'

/** The talk of that name, or the first. Throws a UsageError that says which talks there are. */
export function findTalk(name: string = TALKS[0]): TalkSource {
  if (!TALKS.some((talk) => talk === name)) {
    throw new UsageError(`--talk does not know "${name}"; it takes ${TALKS.join(', ')}`)
  }
  const folder = `slides/${name}`
  const load = async () => {
    const { default: deck }: { default: Deck } = await import(`../slides/${name}/deck.ts`)
    return checkTalk(folder, deck)
  }
  return { folder, load }
}

/** The talk that a command line names, and the rest of it. Throws a UsageError. */
export function chooseTalk(given: readonly string[]) {
  const { name, args } = takeTalk(given)
  return { talk: findTalk(name), args }
}
