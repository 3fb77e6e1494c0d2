import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from './root.ts'

/** A folder of several rooms, one a runtime. */
const HOUSES = ['console', 'live']

const list = (folder: string) =>
  readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`)
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')

const ROOMS = list('src').flatMap((room) => (HOUSES.includes(path.basename(room)) ? list(room) : room))
const RUNTIMES = ['shared', 'browser', 'worker', 'node'].map((runtime) => read(`tsconfig.${runtime}.json`))

it.each(ROOMS)('%s has a rule for its imports, one runtime, and a line in architecture.md', (room) => {
  expect(read('biome.rooms.json')).toContain(`"${room}/**"`)
  expect(RUNTIMES.filter((config) => config.includes(`"${room}"`))).toHaveLength(1)
  expect(read('docs/architecture.md')).toContain(`| \`${room.slice('src/'.length)}\``)
})

it('no command loads many machines before it is asked to, but the one that starts an edge', () => {
  const commands = readdirSync(path.join(ROOT, 'scripts')).filter((name) => name !== 'edge.ts')
  const early = commands.filter((name) =>
    /^(im|ex)port (?!type\b).*many-machines/m.test(read(`scripts/${name}`)),
  )
  expect(early).toEqual([])
})
