import { build } from 'vite'
import { describeFailure } from '../src/cli/describe-failure.ts'
import { deckBuild } from '../src/site/build.ts'
import { type BuildOptions, HELP, parseBuildOptions, UsageError } from '../src/site/build-options.ts'
import { checkTalk } from '../src/site/check-talk.ts'
import { printDownloads } from '../src/site/downloads.ts'
import { readSiteUrl } from '../src/site/site-url.ts'
import config from '../vite.config.ts'

try {
  const options = parseBuildOptions(process.argv.slice(2))
  if (options.help) console.log(HELP)
  else await buildSite(options)
} catch (error) {
  console.error(await describeFailure(error))
  process.exitCode = error instanceof UsageError ? 2 : 1
}

async function buildSite({ folder, base, withDownloads, offline }: BuildOptions): Promise<void> {
  readSiteUrl(process.env)
  const deck = await checkTalk()
  const downloads = withDownloads ? await printDownloads(deck) : undefined
  await build({
    ...config,
    configFile: false,
    ...(base !== undefined && { base }),
    plugins: [deckBuild({ offline, ...(downloads && { downloads }) })],
    build: { ...config.build, outDir: folder, emptyOutDir: true },
  })
}
