import path from 'node:path'
import { outOption } from '../src/cli/options.ts'
import { createTalkCommand, runTalkCommand } from './load-talk.ts'

await runTalkCommand(
  createTalkCommand(
    'npm run build:single',
    'Writes each language of the deck as one HTML file, to send by e-mail and open without a server.',
  )
    .addOption(outOption('dist-single'))
    .action(async ({ talk, out }) => {
      const { buildSingle } = await import('../src/site/build-single.ts')
      const { writeWhole } = await import('../src/disk/write-whole.ts')
      for (const { name, bytes } of await buildSingle(await talk.load())) {
        const file = path.join(out, name)
        writeWhole(file, bytes)
        console.log(`${file}  ${Math.round(bytes.length / 1000)} KB`)
      }
    }),
)
