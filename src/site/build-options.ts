import { parseArgs } from 'node:util'
import { UsageError } from '../cli/usage-error.ts'

export interface BuildOptions {
  /** Where the site goes; replaced as a whole. */
  readonly folder: string
  /** The site's root on its host, with a slash at both ends. */
  readonly base?: string
  /** Whether the site holds the PDFs. */
  readonly withDownloads: boolean
  /** Whether it works offline. */
  readonly offline: boolean
  readonly help: boolean
}

export const HELP = `Builds the public site.

  npm run build -- [options]

  --talk NAME        which talk, a folder of slides/ (the first in slides/index.ts)
  --with-downloads   prints the PDFs and puts them into the site (needs a browser)
  --base PATH        the site's folder on its host, such as /talk/ (as SITE_URL says, else /)
  --out DIR          the folder to write (dist)
  --no-offline       a site that is not kept on visitors' devices, and is removed from where it was
  --help             this help

  SITE_URL in the environment is where the site is published: search engines and networks get whole addresses,
  and pictures of what is shared.`

const NAMES = ['--talk', '--with-downloads', '--base', '--out', '--no-offline', '--help']

/** Reads the command line. Throws a UsageError. */
export function parseBuildOptions(args: readonly string[]): BuildOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    // Not strict: Node's own messages do not say what is allowed.
    strict: false,
    allowPositionals: true,
    options: {
      'with-downloads': { type: 'boolean', default: false },
      base: { type: 'string' },
      out: { type: 'string', default: 'dist' },
      'no-offline': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const { 'with-downloads': withDownloads, base, out, 'no-offline': noOffline, help, ...unknown } = values
  const stray = [...Object.keys(unknown).map((name) => `--${name}`), ...positionals][0]
  if (stray !== undefined) {
    throw new UsageError(`there is no option "${stray}"; the options are ${NAMES.join(', ')}`)
  }
  return {
    folder: parseFolder(out),
    ...(base !== undefined && { base: parseBase(base) }),
    withDownloads: parseFlag('--with-downloads', withDownloads),
    offline: !parseFlag('--no-offline', noOffline),
    help: parseFlag('--help', help),
  }
}

type Value = string | boolean | undefined

function parseFolder(value: Value): string {
  if (typeof value === 'string' && value !== '') return value
  throw new UsageError('--out takes a folder, such as dist')
}

function parseBase(value: Value): string {
  if (typeof value === 'string' && /^\/([\w.~-]+\/)*$/.test(value)) return value
  const given = typeof value === 'string' ? value : ''
  throw new UsageError(`--base is "${given}"; it takes a path with a slash at both ends, such as /talk/`)
}

function parseFlag(name: string, value: Value): boolean {
  if (typeof value === 'boolean') return value
  throw new UsageError(`${name} takes no value`)
}
