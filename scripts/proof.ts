import path from 'node:path'
import { getBrowser } from '../src/browser/get-browser.ts'
import { ENGINES } from '../src/browser/launch-engine.ts'
import { withBrowser } from '../src/browser/with-browser.ts'
import { chooseSlides, languagesOption, listOption, outOption, slidesOption } from '../src/cli/options.ts'
import { writeWhole } from '../src/disk/write-whole.ts'
import { nameField } from '../src/proof/name-field.ts'
import { COLOURS, nameScreen, SCREENS } from '../src/proof/screens.ts'
import { createTalkCommand, refuseTypeErrors, runTalkCommand } from './load-talk.ts'

const VIEWS = [...[...SCREENS, ...COLOURS].map(nameScreen), 'print']

await runTalkCommand(
  createTalkCommand(
    'npm run proof',
    'Checks every slide on many screens and in print, lists what is wrong, and makes contact sheets.',
  )
    .addOption(languagesOption())
    .addOption(slidesOption())
    .addOption(listOption('--viewport <list>', 'screens', VIEWS))
    .addOption(listOption('--engine <list>', 'engines', ENGINES).default(['chromium'] as const, 'chromium'))
    .addOption(outOption('out/proof'))
    .action(async ({ talk: source, lang: languages, slides, viewport, engine: engines, out }) => {
      const [talk] = await Promise.all([source.load(), refuseTypeErrors(source.folder)])
      const ids = chooseSlides(slides, Object.keys(talk.deck.slides))
      const isWanted = (screen: (typeof SCREENS)[number]) => viewport.includes(nameScreen(screen))
      const count = { fault: 0, warning: 0, sheets: 0 }
      await withBrowser({ get: getBrowser, report: console.error }, async (starting) => {
        // The browser starts while these load.
        const [{ proofSite }, { composeSite }, { composeConsole }, { renderDeckStyles }] = await Promise.all([
          import('../src/proof/proof.ts'),
          import('../src/site/compose.ts'),
          import('../src/console/node/compose-console.ts'),
          import('../src/site/styles.ts'),
        ])
        const styles = renderDeckStyles(talk.deck)
        const [site, speaker] = await Promise.all([
          composeSite({ talk, styles }),
          composeConsole({ talk, room: 'proof' }),
        ])
        await proofSite({
          browser: await starting,
          engines,
          site,
          console: speaker,
          languages,
          slides: ids,
          screens: SCREENS.filter(isWanted),
          colours: COLOURS.filter(isWanted),
          print: viewport.includes('print'),
          onFinding({ severity, language, slide, place, what }) {
            count[severity]++
            const where = [language, slide, place].filter((part) => part !== '').join(' ')
            const shown = talk.deck.slides[slide]
            const field = shown && nameField(what, shown, language)
            console.log(
              `${where}: ${severity === 'warning' ? 'warning: ' : ''}${field === undefined ? '' : `${field}: `}${what}`,
            )
          },
          onSheet(name, png) {
            count.sheets++
            const file = path.join(out, `${name}.png`)
            writeWhole(file, png)
            console.error(file)
          },
        })
      })
      const seconds = Math.round(performance.now() / 1000)
      console.log(
        `${count.fault} faults, ${count.warning} warnings; ${count.sheets} contact sheets in ${out} (${seconds} s)`,
      )
      if (count.fault > 0) process.exitCode = 1
    }),
)
