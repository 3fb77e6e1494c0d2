import path from 'node:path'
import { parseArgs } from 'node:util'
import { writeWhole } from '../src/export/write-whole.ts'
import { buildSingle } from '../src/site/build-single.ts'

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
    for (const { fileName, source } of await buildSingle()) {
      const file = path.join(values.out, fileName)
      const bytes = Buffer.from(source)
      writeWhole(file, bytes)
      console.log(`${file}  ${Math.round(bytes.length / 1000)} KB`)
    }
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
