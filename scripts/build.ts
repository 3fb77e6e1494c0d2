import { outOption } from '../src/cli/options.ts'
import { baseOption } from '../src/site/build-options.ts'
import { readSiteUrl } from '../src/site/site-url.ts'
import { createTalkCommand, runTalkCommand } from './load-talk.ts'

const command = createTalkCommand('npm run build', 'Builds the public site.')
  .option('--with-downloads', 'print the PDFs and put them into the site (needs a browser)')
  .addOption(baseOption())
  .addOption(outOption('dist'))
  .option('--no-offline', "do not keep the site on visitors' devices, and remove it from where it was kept")
  .addHelpText(
    'after',
    `
  SITE_URL in the environment is where the site is published: search engines and
  networks get whole addresses, and pictures of what is shared.`,
  )
  .action(async ({ talk: source, withDownloads, base, out, offline }) => {
    const siteUrl = readSiteUrl(process.env)
    const talk = await source.load()
    const { printDownloads } = await import('../src/site/downloads.ts')
    const downloads = withDownloads ? await printDownloads(talk) : undefined
    // Vite is slow to load: faults in the talk are reported before.
    const { buildSite } = await import('../src/site/build.ts')
    const { writeFolder } = await import('../src/disk/write-folder.ts')
    await writeFolder(out, await buildSite({ talk, siteUrl, base, offline, downloads }))
  })

await runTalkCommand(command)
