import path from 'node:path'
import { parseArgs } from 'node:util'
import { describeFailure } from '../src/cli/describe-failure.ts'
import { UsageError } from '../src/cli/usage-error.ts'
import { writeWhole } from '../src/disk/write-whole.ts'
import { chooseTalk } from './load-talk.ts'

const HELP = `Writes each language of the deck as one HTML file, to send by e-mail and open without a server.

  npm run build:single -- [--talk NAME] [--out DIR]

  --talk NAME which talk, a folder of slides/ (the first in slides/index.ts)
  --out DIR   folder to write to (dist-single)
  --help      this help`

try {
  const { talk, args } = chooseTalk(process.argv.slice(2))
  const { values } = parseArgs({
    args: [...args],
    options: { out: { type: 'string', default: 'dist-single' }, help: { type: 'boolean', default: false } },
  })
  if (values.help) console.log(HELP)
  else {
    const { buildSingle } = await import('../src/site/build-single.ts')
    for (const { name, bytes } of await buildSingle(await talk.load())) {
      const file = path.join(values.out, name)
      writeWhole(file, bytes)
      console.log(`${file}  ${Math.round(bytes.length / 1000)} KB`)
    }
  }
} catch (error) {
  console.error(await describeFailure(error))
  process.exitCode = error instanceof UsageError ? 2 : 1
}
