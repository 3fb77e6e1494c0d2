import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { serveSite } from '../src/site/serve.ts'

const HELP = `npm start -- [options]   Builds the deck and serves it.

  --port N      the port, 0 for any free one (4173)
  --host NAME   the address to listen on (0.0.0.0, so that the local network reaches it)
  --help        this help`

const root = fileURLToPath(new URL('..', import.meta.url))

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4173' },
      host: { type: 'string', default: '0.0.0.0' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return console.log(HELP)
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port is "${values.port}"; it takes a whole number from 0 to 65535`)
  }
  await build({ root, logLevel: 'warn' })
  const site = await serveSite({ folder: `${root}dist`, port, host: values.host })
  console.log(`The deck:         ${site.url}\nIn English:       ${site.url}en/`)
  for (const url of site.networkUrls) console.log(`On your network:  ${url}`)
  console.log('Ctrl+C ends it.')
  const end = () => {
    void site.close().then(() => process.exit(0))
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}

try {
  await start()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
