import { parseArgs } from 'node:util'
import { createServer } from 'vite'
import { describeFailure } from '../src/cli/describe-failure.ts'
import { UsageError } from '../src/cli/usage-error.ts'
import { deckServer } from '../src/site/dev.ts'
import { parsePort } from '../src/stage/options.ts'
import config from '../vite.config.ts'
import { chooseTalk } from './load-talk.ts'

const HELP = `Serves the deck while it is written: every edit is shown at once.

  npm run dev -- [options]

  --talk NAME   which talk, a folder of slides/ (the first in slides/index.ts)
  --port N      the port (5173)
  --host NAME   the address to listen on (localhost)
  --help        this help`

try {
  const { talk, args } = chooseTalk(process.argv.slice(2))
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '5173' },
      host: { type: 'string', default: 'localhost' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) console.log(HELP)
  else {
    const server = await createServer({
      ...config,
      configFile: false,
      plugins: [deckServer(talk.folder)],
      server: { ...config.server, port: parsePort('--port', values.port), host: values.host },
    })
    await server.listen()
    server.printUrls()
  }
} catch (error) {
  console.error(await describeFailure(error))
  process.exitCode = error instanceof UsageError ? 2 : 1
}
