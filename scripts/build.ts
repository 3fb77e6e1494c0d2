import { TALKS } from '../slides/index.ts'
import { createCommand } from '../src/cli/command.ts'
import { outOption } from '../src/cli/options.ts'
import { baseOption } from '../src/site/build-options.ts'
import type { PublishedTalk } from '../src/site/build-talk.ts'
import { readSiteUrl } from '../src/site/site-url.ts'
import { findTalk, runTalkCommand, talkOption } from './load-talk.ts'

const command = createCommand(
  'npm run build',
  'Builds the public site: the first talk at its root, each other in its folder.',
)
  .addOption(talkOption())
  .option('--with-downloads', 'print the PDFs and put them into the site (needs a browser)')
  .addOption(baseOption())
  .addOption(outOption('dist'))
  .option('--no-offline', "do not keep the site on visitors' devices, and remove it from where it was kept")
  .addHelpText(
    'after',
    `
  With --talk the site is that talk alone.

  SITE_URL in the environment is where the site is published: search engines and
  networks get whole addresses, and pictures of what is shared.`,
  )
  .action(async ({ talk, withDownloads, base, out, offline }) => {
    const siteUrl = readSiteUrl(process.env)
    const sources = talk === undefined ? TALKS.map((name) => findTalk(name)) : [talk]
    const talks = await Promise.all(sources.map((source) => source.load()))
    const { printDownloads } = await import('../src/site/downloads.ts')
    const published: PublishedTalk[] = []
    for (const each of talks) {
      published.push({ ...each, downloads: withDownloads ? await printDownloads(each) : undefined })
    }
    // Vite is slow to load: faults in the talks are reported before.
    const { buildSite } = await import('../src/site/build.ts')
    const { findTakenIds } = await import('../src/site/moved.ts')
    const { writeFolder } = await import('../src/disk/write-folder.ts')
    for (const taken of findTakenIds(talks)) console.error(`warning: ${taken}`)
    await writeFolder(out, await buildSite({ talks: published, siteUrl, base, offline }))
  })

await runTalkCommand(command)
