import type { Presentation } from './model.ts'
import { editPart, type Parts, readPart } from './parts.ts'

const PRESENTATION = 'ppt/presentation.xml'
const MASTER = 'ppt/slideMasters/slideMaster1.xml'
const NOTES_MASTER = 'ppt/notesMasters/notesMaster1.xml'
const TYPES = '[Content_Types].xml'
const NOTES_LIST = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/s

/** Removes parts that PptxGenJS adds to every file but this file does not use, and the references to them. */
export function tidyPackage(parts: Parts, presentation: Presentation): void {
  dropDefaultLayout(parts)
  tidyNotes(parts, presentation)
  // A notes page has the size of its master, upright.
  editPart(parts, PRESENTATION, [/<p:notesSz [^>]*\/>/, () => '<p:notesSz cx="6858000" cy="9144000"/>'])
  const endings = new Set([...parts.keys()].map((name) => name.split('.').at(-1)))
  editPart(
    parts,
    TYPES,
    [/<Override PartName="\/([^"]+)"[^>]*\/>/g, (type, name) => (parts.has(name ?? '') ? type : '')],
    [/<Default Extension="([^"]+)"[^>]*\/>/g, (type, ending) => (endings.has(ending) ? type : '')],
  )
  parts.set(TYPES, readPart(parts, TYPES).replace('image/jpg', 'image/jpeg'))
}

function dropDefaultLayout(parts: Parts): void {
  const layouts = [...parts.keys()].filter((name) => /slideLayouts\/slideLayout\d+\.xml$/.test(name))
  const name = layouts.find((layout) => readPart(parts, layout).includes('<p:cSld name="DEFAULT">')) ?? ''
  const id = dropPart(parts, name, MASTER)
  editPart(parts, MASTER, [new RegExp(`<p:sldLayoutId id="\\d+" r:id="${id}"/>`), () => ''])
}

/** Keeps notes pages only for slides with notes; without any, removes the notes master too. */
function tidyNotes(parts: Parts, { slides }: Presentation): void {
  for (const [index, { notes }] of slides.entries()) {
    const [page, slide] = [`ppt/notesSlides/notesSlide${index + 1}.xml`, `ppt/slides/slide${index + 1}.xml`]
    if (notes.length === 0) dropPart(parts, page, slide)
  }
  const pages = slides.filter(({ notes }) => notes.length > 0).length
  editPart(parts, 'docProps/app.xml', [/<Notes>\d+</, () => `<Notes>${pages}<`])
  if (pages === 0) {
    dropPart(parts, NOTES_MASTER, PRESENTATION)
    editPart(parts, PRESENTATION, [NOTES_LIST, () => ''])
    return
  }
  // The schema puts the list of notes masters before the list of slides (ECMA-376, 19.2.1.26).
  const [list = ''] = NOTES_LIST.exec(readPart(parts, PRESENTATION)) ?? []
  editPart(parts, PRESENTATION, [NOTES_LIST, () => ''], [/<p:sldIdLst>/, (slides) => list + slides])
  // Each master needs a theme of its own.
  parts.set('ppt/theme/theme2.xml', readPart(parts, 'ppt/theme/theme1.xml'))
  editPart(parts, relsOf(NOTES_MASTER), [/theme1\.xml/, () => 'theme2.xml'])
  const type = /<Override PartName="\/ppt\/theme\/theme1\.xml"[^>]*\/>/
  editPart(parts, TYPES, [type, (first) => first + first.replace('theme1', 'theme2')])
}

/** Removes a part and the relationship that leads to it; returns the id of that. */
function dropPart(parts: Parts, name: string, from: string): string {
  parts.delete(name)
  parts.delete(relsOf(name))
  let dropped = ''
  const relation = new RegExp(`<Relationship Id="([^"]+)"[^>]*/${name.split('/').at(-1)}"/>`)
  editPart(parts, relsOf(from), [
    relation,
    (_, id = '') => {
      dropped = id
      return ''
    },
  ])
  return dropped
}

function relsOf(name: string): string {
  return name.replace(/([^/]+)$/, '_rels/$1.rels')
}
