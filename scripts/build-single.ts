import path from 'node:path'
import { parseArgs } from 'node:util'
import { describeFailure } from '../src/cli/describe-failure.ts'
import { writeWhole } from '../src/export/write-whole.ts'

const HELP = `Writes each language of the deck as one HTML file, to send by e-mail and open without a server.

  npm run build:single -- [--out DIR]

  --out DIR   folder to write to (dist-single)
  --help      this help`

try {
  const { values } = parseArgs({
    options: { out: { type: 'string', default: 'dist-single' }, help: { type: 'boolean', default: false } },
  })
  if (values.help) console.log(HELP)
  else {
    const { buildSingle } = await import('../src/site/build-single.ts')
    for (const { fileName, source } of await buildSingle()) {
      const file = path.join(values.out, fileName)
      const bytes = Buffer.from(source)
      writeWhole(file, bytes)
      console.log(`${file}  ${Math.round(bytes.length / 1000)} KB`)
    }
  }
} catch (error) {
  console.error(await describeFailure(error))
  process.exitCode = 1
}
