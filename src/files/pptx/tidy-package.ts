import type { Presentation } from './model.ts'
import { editPart, type Parts, readPart, replaceFound } from './parts.ts'

const PRESENTATION = 'ppt/presentation.xml'
const MASTER = 'ppt/slideMasters/slideMaster1.xml'
const NOTES_MASTER = 'ppt/notesMasters/notesMaster1.xml'
const TYPES = '[Content_Types].xml'
const NOTES_THEME = 'ppt/theme/theme2.xml'

/** Removes parts that PptxGenJS adds to every file but this file does not use, and the references to them. */
export function tidyPackage(parts: Parts, presentation: Presentation): void {
  dropLayout(parts, 'DEFAULT')
  tidyNotes(parts, presentation)
  const extensions = new Set([...parts.keys()].map((name) => name.split('.').at(-1)))
  editPart(parts, TYPES, (xml) =>
    xml
      .replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (override, name) =>
        parts.has(name) ? override : '',
      )
      .replace(/<Default Extension="([^"]+)"[^>]*\/>/g, (known, extension) =>
        extensions.has(extension) ? known : '',
      )
      .replace('image/jpg', 'image/jpeg'),
  )
}

function dropLayout(parts: Parts, layout: string): void {
  const name = [...parts.keys()].find(
    (part) =>
      /slideLayouts\/slideLayout\d+\.xml$/.test(part) &&
      readPart(parts, part).includes(`<p:cSld name="${layout}">`),
  )
  if (name === undefined) return
  parts.delete(name)
  parts.delete(relsOf(name))
  const id = dropRelation(parts, MASTER, name)
  const pattern = new RegExp(`<p:sldLayoutId id="\\d+" r:id="${id}"/>`)
  editPart(parts, MASTER, (xml) => replaceFound(xml, { name: `layout ${layout}`, pattern }, () => ''))
}

/** Keeps notes pages only for slides with notes; without any, removes the notes master too. */
function tidyNotes(parts: Parts, { slides }: Presentation): void {
  for (const [index, { notes }] of slides.entries()) {
    const name = `ppt/notesSlides/notesSlide${index + 1}.xml`
    if (notes.length > 0) continue
    parts.delete(name)
    parts.delete(relsOf(name))
    dropRelation(parts, `ppt/slides/slide${index + 1}.xml`, name)
  }
  const pages = slides.filter(({ notes }) => notes.length > 0).length
  const count = { name: 'number of notes', pattern: /<Notes>\d+</ }
  editPart(parts, 'docProps/app.xml', (xml) => replaceFound(xml, count, () => `<Notes>${pages}<`))
  if (pages === 0) {
    parts.delete(NOTES_MASTER)
    parts.delete(relsOf(NOTES_MASTER))
    dropRelation(parts, PRESENTATION, NOTES_MASTER)
    const list = {
      name: 'list of masters of notes',
      pattern: /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/s,
    }
    editPart(parts, PRESENTATION, (xml) => replaceFound(xml, list, () => ''))
    return
  }
  // Each master needs a theme of its own.
  parts.set(NOTES_THEME, readPart(parts, 'ppt/theme/theme1.xml'))
  const theme = { name: 'theme of the notes', pattern: /theme1\.xml/ }
  editPart(parts, relsOf(NOTES_MASTER), (xml) => replaceFound(xml, theme, () => 'theme2.xml'))
  const type = {
    name: 'type of the theme',
    pattern: /<Override PartName="\/ppt\/theme\/theme1\.xml"[^>]*\/>/,
  }
  editPart(parts, TYPES, (xml) =>
    replaceFound(xml, type, (first) => first + first.replace('theme1', 'theme2')),
  )
}

/** Removes the relationship and returns its id. */
function dropRelation(parts: Parts, from: string, to: string): string {
  const rels = relsOf(from)
  const file = to.split('/').at(-1)
  const [relation, id = ''] =
    new RegExp(`<Relationship Id="([^"]+)"[^>]*/${file}"/>`).exec(readPart(parts, rels)) ?? []
  if (relation === undefined) throw new Error(`PptxGenJS wrote no relationship from ${from} to ${to}`)
  editPart(parts, rels, (xml) => xml.replace(relation, ''))
  return id
}

function relsOf(name: string): string {
  return name.replace(/([^/]+)$/, '_rels/$1.rels')
}
