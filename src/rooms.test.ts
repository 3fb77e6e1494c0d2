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

const find = (file: string, pattern: RegExp) =>
  [...new Set([...read(file).matchAll(pattern)].map(([, room]) => room))].sort()

it('every room is described, has its rule for imports, and runs in one place', () => {
  const runtimes = ['shared', 'browser', 'worker', 'node']
  const listed = runtimes.flatMap((name) => find(`tsconfig.${name}.json`, /"(src\/[a-z/-]+)"/g))
  expect(find('docs/architecture.md', /^\| `([a-z/-]+)` /gm)).toEqual(
    ROOMS.map((room) => room.slice(4)).sort(),
  )
  expect(find('biome.rooms.json', /"(src\/[a-z/-]+)\/\*\*"/g)).toEqual(ROOMS.toSorted())
  expect(listed.sort()).toEqual(ROOMS.toSorted())
})

it('no file of src is outside the rooms but those that all rooms may use', () => {
  const files = readdirSync(path.join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.map(({ name }) => name).sort()).toEqual([
    'find-free-ports.ts',
    'rooms.test.ts',
    'root.ts',
    'slide.ts',
  ])
})

it('every store has its test, which runs the tests of all stores', () => {
  const stores = ROOMS.flatMap((room) => readdirSync(path.join(ROOT, room)).map((name) => `${room}/${name}`))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) => /implements PositionStore|\): (Promise<)?PositionStore/.test(read(file)))
  expect(stores.length).toBeGreaterThan(1)
  for (const store of stores)
    expect(read(store.replace(/\.ts$/, '.test.ts')), store).toContain('describeStore(')
})

it('no command loads many machines before it is asked to, but the one that starts an edge', () => {
  const commands = readdirSync(path.join(ROOT, 'scripts')).filter((name) => name !== 'edge.ts')
  const early = commands.filter((name) =>
    /^(im|ex)port (?!type\b).*many-machines/m.test(read(`scripts/${name}`)),
  )
  expect(early).toEqual([])
})
