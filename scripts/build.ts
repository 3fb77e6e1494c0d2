import { describeFailure } from '../src/cli/describe-failure.ts'
import { UsageError } from '../src/cli/usage-error.ts'
import type { TalkSource } from '../src/deck/deck.ts'
import { writeFolder } from '../src/disk/write-folder.ts'
import { type BuildOptions, HELP, parseBuildOptions } from '../src/site/build-options.ts'
import { printDownloads } from '../src/site/downloads.ts'
import { chooseTalk } from './load-talk.ts'

try {
  const { talk, args } = chooseTalk(process.argv.slice(2))
  const options = parseBuildOptions(args)
  if (options.help) console.log(HELP)
  else await run(talk, options)
} catch (error) {
  console.error(await describeFailure(error))
  process.exitCode = error instanceof UsageError ? 2 : 1
}

async function run(talk: TalkSource, { folder, base, withDownloads, offline }: BuildOptions): Promise<void> {
  const loaded = await talk.load()
  const downloads = withDownloads ? await printDownloads(loaded) : undefined
  // Vite takes its time: a fault is said without it.
  const { buildSite } = await import('../src/site/build.ts')
  await writeFolder(folder, await buildSite({ talk: loaded, base, offline, downloads }))
}
