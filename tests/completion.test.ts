import { afterAll, beforeAll, expect, it } from 'vitest'
import { LAYOUTS } from '../src/layouts/index.ts'
import { type LanguageServer, startLanguageServer } from './language-server.ts'

/** A slide that is being written, beside the sample's. */
const FILE = 'tests/fixtures/slides/sample/a-new-slide.ts'
const write = (fields: string) =>
  `import { defineSlide } from '#deck'\n\nexport default defineSlide({ ${fields} })\n`

let server: LanguageServer
beforeAll(async () => {
  server = await startLanguageServer()
})
afterAll(() => server.close())

it('an editor offers every layout', async () => {
  const offered = await server.complete(FILE, write("layout: '|'"), [])
  expect([...offered.keys()].toSorted()).toEqual(Object.keys(LAYOUTS).toSorted())
})

it('an editor offers a layout’s fields, and says what each is for', async () => {
  const fields = ['points', 'stepwise', 'title', 'minutes', 'notes', 'hidden']
  const offered = await server.complete(FILE, write("layout: 'list', |"), fields)
  expect([...offered.keys()]).toEqual(expect.arrayContaining(fields))
  expect(fields.filter((field) => (offered.get(field) ?? '').length < 20)).toEqual([])
  expect(offered.get('points')).toContain('One to fourteen')
  expect([...offered.keys()]).not.toContain('scene')
})
