import { InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { UsageError } from '../cli/usage-error.ts'

export interface StageOptions {
  /** 0 takes any free port. */
  readonly port: number
  /** The address to listen on. */
  readonly host: string
  /** The URL where followers reach the stage from outside the local network, with a closing slash. */
  readonly publicUrl?: string
  readonly room: string
  /** A secret from the environment that opens the console as often as one likes. */
  readonly secret?: string
  /** Whether to build when something has changed. */
  readonly build: boolean
}

const MAKE_SECRET = `node -p "crypto.randomBytes(32).toString('base64url')"`

export const publicUrlOption = () =>
  new Option(
    '--public-url <url>',
    'where followers reach the stage (default: its address in the local network)',
  ).argParser(parsePublicUrl)

export const roomOption = () =>
  new Option('--room <name>', "the room's name in addresses: a–z, 0–9 and hyphens, 40 at most")
    .default('main', 'main')
    .argParser((value) => {
      if (/^[a-z0-9-]{1,40}$/.test(value)) return value
      throw new InvalidArgumentError('It takes 1 to 40 of the letters a–z, digits and hyphens.')
    })

/** A build holds one talk, so `--talk` without a build is refused. */
export const noBuildOption = () => new Option('--no-build', 'serve the last build as it is').conflicts('talk')

/** Adds the closing slash: the path is a folder, and the pages' links are relative to it. */
function parsePublicUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.href === url.origin + url.pathname) {
    return url.href.replace(/\/*$/, '/')
  }
  throw new InvalidArgumentError(
    'It takes an address such as https://talk.example.org or https://example.org/talk/.',
  )
}

/** Reads a secret in the format of `makeSecret`. Throws a UsageError that never repeats the secret. */
export function readSecret({ STAGE_SECRET: secret }: NodeJS.ProcessEnv): string | undefined {
  if (secret === undefined || /^[\w-]{43}$/.test(secret)) return secret
  throw new UsageError(`STAGE_SECRET takes 32 random bytes as 43 characters; this makes them: ${MAKE_SECRET}`)
}
