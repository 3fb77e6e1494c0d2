import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { LAYOUTS } from '../../layouts/index.ts'
import { ROOT } from '../../root.ts'

/** The console's page has the slides and their styles too. */
const SLIDES = [
  'src/page/styles/slide.css',
  ...Object.keys(LAYOUTS).map((name) => `src/layouts/${name}/style.css`),
]
/** The console's own rules for what is on a slide. */
const WANTED = ['body', 'fragment', 'frame', 'slide', 'visible']

const listClasses = (sheet: string) =>
  [...readFileSync(path.join(ROOT, sheet), 'utf8').matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name)

it('no class of the console is also one on a slide', () => {
  const own = new Set(listClasses('src/console/page/console.css'))
  const clashes = SLIDES.flatMap((sheet) =>
    listClasses(sheet)
      .filter((name) => own.has(name) && !WANTED.includes(`${name}`))
      .map((name) => `${sheet}: .${name}`),
  )
  expect(clashes).toEqual([])
})
