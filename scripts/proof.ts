import path from 'node:path'
import { parseArgs } from 'node:util'
import { withBrowser } from '../src/browser/with-browser.ts'
import { describeFailure } from '../src/cli/describe-failure.ts'
import { UsageError } from '../src/cli/usage-error.ts'
import type { Deck } from '../src/deck/deck.ts'
import { LANGUAGES } from '../src/deck/language.ts'
import { writeWhole } from '../src/disk/write-whole.ts'
import { html, raw } from '../src/markup/html.ts'
import { COLOURS, nameScreen, SCREENS, type Screen } from '../src/proof/screens.ts'
import { chooseTalk } from './load-talk.ts'

const FOLDER = path.join('out', 'proof')
const FONT_FOLDER = 'assets/'
const describeUsage = (deck: Deck) => `Usage: npm run proof -- [options]
  --talk NAME, a folder of slides/ (the first in slides/index.ts)
  --lang ${LANGUAGES.join(',')}
  --slides ${Object.keys(deck.slides).join(',')}
  --viewport ${[...SCREENS, ...COLOURS].map(nameScreen).join(',')},print
Each takes one or more of its values, separated by commas; without it, all of them.`

/** The chosen ones among what there is. Throws one line that says what there is. */
function choose<T>(option: string, chosen: string | undefined, all: ReadonlyMap<string, T>): T[] {
  if (chosen === undefined) return [...all.values()]
  return chosen.split(',').map((name) => {
    const found = all.get(name.trim())
    if (found === undefined) {
      throw new Error(`--${option} does not take "${name}": it takes ${[...all.keys()].join(', ')}`)
    }
    return found
  })
}

async function main(): Promise<void> {
  const { talk: source, args } = chooseTalk(process.argv.slice(2))
  const talk = await source.load()
  const { deck } = talk
  const { values } = parseArgs({
    args: [...args],
    options: {
      lang: { type: 'string' },
      slides: { type: 'string' },
      viewport: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return console.log(describeUsage(deck))
  const identity = <T extends string>(names: readonly T[]) =>
    new Map(names.map((name) => [name as string, name]))
  const languages = choose('lang', values.lang, identity(LANGUAGES))
  const slides = choose('slides', values.slides, identity(Object.keys(deck.slides)))
  const views = new Map<string, Screen | 'print'>(
    [...SCREENS, ...COLOURS].map((screen) => [nameScreen(screen), screen]),
  )
  views.set('print', 'print')
  const chosen = choose('viewport', values.viewport, views)
  const count = { fault: 0, warning: 0, sheets: 0 }
  await withBrowser({ report: console.error }, async (starting) => {
    // The browser starts while these load.
    const [{ proofSite }, { composeSite }, { bundleDeckStyles }] = await Promise.all([
      import('../src/proof/proof.ts'),
      import('../src/site/compose.ts'),
      import('../src/site/styles.ts'),
    ])
    const styles = html`<style>${raw(bundleDeckStyles())}</style>`
    const site = await composeSite({ talk, styles, fontFolder: FONT_FOLDER })
    await proofSite({
      browser: await starting,
      site,
      fontFolder: FONT_FOLDER,
      languages,
      slides,
      screens: SCREENS.filter((screen) => chosen.includes(screen)),
      colours: COLOURS.filter((screen) => chosen.includes(screen)),
      print: chosen.includes('print'),
      onFinding({ severity, language, slide, place, what }) {
        count[severity]++
        const label = severity === 'warning' ? 'warning: ' : ''
        console.log(`${[language, slide, place].filter((part) => part !== '').join(' ')}: ${label}${what}`)
      },
      onSheet(name, png) {
        count.sheets++
        const file = path.join(FOLDER, `${name}.png`)
        writeWhole(file, png)
        console.error(file)
      },
    })
  })
  const seconds = Math.round(performance.now() / 1000)
  console.log(
    `${count.fault} faults, ${count.warning} warnings; ${count.sheets} contact sheets in ${FOLDER} (${seconds} s)`,
  )
  if (count.fault > 0) process.exitCode = 1
}

try {
  await main()
} catch (error) {
  console.error(await describeFailure(error))
  process.exitCode = error instanceof UsageError ? 2 : 1
}
