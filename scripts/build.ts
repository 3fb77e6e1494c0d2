import path from 'node:path'
import { TALKS } from '../slides/index.ts'
import { createCommand } from '../src/cli/command.ts'
import { outOption } from '../src/cli/options.ts'
import type { CheckedTalk, Talk } from '../src/deck/deck.ts'
import { DeckFault } from '../src/deck/deck-fault.ts'
import type { MemoryFile } from '../src/disk/memory-file.ts'
import { findUnfilled, TO_FILL_IN } from '../src/page/find-unfilled.ts'
import { baseOption } from '../src/site/build-options.ts'
import type { PublishedTalk } from '../src/site/build-talk.ts'
import { readSiteUrl } from '../src/site/site-url.ts'
import { findTalk, refuseTypeErrors, runTalkCommand, talkOption } from './load-talk.ts'

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
    const loading = Promise.all(sources.map((source) => source.load()))
    const [loaded] = await Promise.all([loading, refuseTypeErrors(talk?.folder)])
    const talks = leaveOutUnfinished(loaded)
    for (const line of talks.flatMap(({ substituted }) => substituted)) console.log(line)
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
    const files = await buildSite({ talks: published, siteUrl, base, offline })
    await writeFolder(out, files)
    report(out, talks, files)
  })

/** Says what was made, where, and how to look at it. */
function report(out: string, talks: readonly Talk[], files: readonly MemoryFile[]): void {
  const [first = '', ...others] = talks.map(({ folder }) => path.basename(folder))
  const megabytes = (files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1_000_000).toFixed(1)
  const places = [`${first} at its root`, ...others.map((name) => `${name} at /${name}/`)].join(', ')
  console.log(`${out}  ${files.length} files, ${megabytes} MB: ${places}`)
  console.log(`To look at it: npx vite preview --outDir ${out} (to publish it: docs/hosting.md)`)
}

/**
 * The talks without those that still have texts to fill in, so that the others can be published meanwhile. Throws when
 * the first of them has.
 */
function leaveOutUnfinished(talks: readonly CheckedTalk[]): CheckedTalk[] {
  const isFinished = ({ deck, folder }: CheckedTalk) => findUnfilled(deck, folder).length === 0
  const [first] = talks
  if (first !== undefined && !isFinished(first)) {
    throw new DeckFault(
      `${first.folder} cannot be published before the last "${TO_FILL_IN}" in it is filled in.`,
    )
  }
  for (const { folder } of talks.filter((talk) => !isFinished(talk)))
    console.error(`${folder} is left out of the site until the last "${TO_FILL_IN}" in it is filled in.`)
  return talks.filter(isFinished)
}

await runTalkCommand(command)
