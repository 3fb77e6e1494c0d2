import { describeFailure } from '../src/cli/describe-failure.ts'
import { UsageError } from '../src/cli/usage-error.ts'
import type { TalkSource } from '../src/deck/deck.ts'
import { type BuildOptions, HELP, parseBuildOptions } from '../src/site/build-options.ts'
import { checkTalk } from '../src/site/check-talk.ts'
import { printDownloads } from '../src/site/downloads.ts'
import { readSiteUrl } from '../src/site/site-url.ts'
import { chooseTalk } from './load-talk.ts'

try {
  const { talk, args } = chooseTalk(process.argv.slice(2))
  const options = parseBuildOptions(args)
  if (options.help) console.log(HELP)
  else await buildSite(talk, options)
} catch (error) {
  console.error(await describeFailure(error))
  process.exitCode = error instanceof UsageError ? 2 : 1
}

async function buildSite(
  talk: TalkSource,
  { folder, base, withDownloads, offline }: BuildOptions,
): Promise<void> {
  readSiteUrl(process.env)
  const loaded = await talk.load()
  await checkTalk(loaded)
  const downloads = withDownloads ? await printDownloads(loaded) : undefined
  // Half a second, which nobody waits for who is told of a fault.
  const [{ build }, { deckBuild }, { default: config }] = await Promise.all([
    import('vite'),
    import('../src/site/build.ts'),
    import('../vite.config.ts'),
  ])
  await build({
    ...config,
    configFile: false,
    ...(base !== undefined && { base }),
    plugins: [deckBuild({ folder: talk.folder, offline, ...(downloads && { downloads }) })],
    build: { ...config.build, outDir: folder, emptyOutDir: true },
  })
}
