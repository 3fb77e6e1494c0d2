import { hostOption, portOption } from '../src/cli/options.ts'
import { createTalkCommand, runTalkCommand } from './load-talk.ts'

await runTalkCommand(
  createTalkCommand('npm run dev', 'Serves the deck while it is written: every edit is shown at once.')
    .addOption(portOption(5173))
    .addOption(hostOption('localhost'))
    .action(async ({ talk, port, host }) => {
      const [{ createServer }, { deckServer }, { default: config }] = await Promise.all([
        import('vite'),
        import('../src/site/dev.ts'),
        import('../vite.config.ts'),
      ])
      const server = await createServer({
        ...config,
        configFile: false,
        // The plugin answers for pages.
        appType: 'custom',
        plugins: [deckServer(talk.folder)],
        server: { ...config.server, port, host },
      })
      await server.listen()
      server.printUrls()
    }),
)
