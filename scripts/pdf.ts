import { parseArgs } from 'node:util'
import { withBrowser } from '../src/export/with-browser.ts'
import { LANGUAGES, type Language } from '../src/slide.ts'

const HELP = `Prints the deck: one PDF a language, one page a slide.

  npm run pdf -- [options]

  --lang lt,en   languages to print (default: all)
  --out DIR      folder to write to (default: out)
  --quiet        say nothing unless something fails
  --help         show this
`

try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      lang: { type: 'string', default: LANGUAGES.join(',') },
      out: { type: 'string', default: 'out' },
      quiet: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return console.log(HELP)
  const languages = parseLanguages(values.lang)
  const report = values.quiet ? () => {} : console.error
  const files = await withBrowser(report, async (browser) => {
    // The browser starts while these load.
    const [{ printDeck }, { default: deck }] = await Promise.all([
      import('../src/export/pdf.ts'),
      import('../slides/deck.ts'),
    ])
    return printDeck({ deck, languages, folder: values.out, browser, report })
  })
  if (values.quiet) return
  const seconds = (performance.now() / 1000).toFixed(1)
  for (const { file, pages, bytes } of files) {
    console.log(`${file}  ${pages} pages  ${Math.round(bytes / 1000)} KB  ${seconds} s`)
  }
}

function parseLanguages(list: string): Language[] {
  const wanted = list.split(',').map((name) => name.trim())
  const unknown = wanted.find((name) => !LANGUAGES.some((language) => language === name))
  if (unknown !== undefined) {
    throw new Error(`--lang: there is no language "${unknown}"; the deck's are ${LANGUAGES.join(', ')}`)
  }
  return LANGUAGES.filter((language) => wanted.includes(language))
}
