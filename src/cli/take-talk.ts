import { UsageError } from './usage-error.ts'

/** The talk that a command line names, and the rest of it. */
export interface TakenTalk {
  /** Undefined where none is named. */
  readonly name: string | undefined
  readonly args: readonly string[]
}

/** Takes `--talk NAME` out of a command line; every command takes it. */
export function takeTalk(given: readonly string[]): TakenTalk {
  const at = given.findIndex((arg) => arg === '--talk' || arg.startsWith('--talk='))
  if (at < 0) return { name: undefined, args: given }
  const [option = '', next = ''] = given.slice(at)
  if (option === '--talk') return { name: next, args: given.toSpliced(at, 2) }
  return { name: option.slice('--talk='.length), args: given.toSpliced(at, 1) }
}

/** Throws a UsageError where a talk is named and nothing is to be built of it. */
export function checkTalkIsBuilt(name: string | undefined, { build }: { readonly build: boolean }): void {
  if (name === undefined || build) return
  throw new UsageError(
    `--talk ${name} has to be built; leave out --no-build, or --talk to serve what was built last`,
  )
}
