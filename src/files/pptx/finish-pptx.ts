import { escapeHtml } from '../../markup/html.ts'
import type { Presentation } from './model.ts'
import { editPart, packParts, replaceFound, unpackParts } from './parts.ts'
import { THEME } from './theme.ts'
import { tidyPackage } from './tidy-package.ts'
import { describeItems, inheritTitle, markHeads, placeTitle, tidyNumber, tidyShapes } from './tidy-slide.ts'

/**
 * Corrects what PptxGenJS cannot write or writes wrongly: theme colours, text alternatives, lines and
 * language of the notes, dates, unused parts. The same talk gives the same bytes.
 */
export function finishPptx(
  written: Uint8Array,
  presentation: Presentation,
  date: Date | undefined,
): Uint8Array {
  const parts = unpackParts(written)
  const { lang, slides } = presentation
  editPart(parts, 'ppt/theme/theme1.xml', (xml) => setTheme(xml, presentation))
  tidyPackage(parts, presentation)
  editPart(parts, 'docProps/core.xml', (xml) => setProperties(xml, presentation, date))
  editPart(parts, 'docProps/app.xml', (xml) => nameParts(xml, presentation))
  editPart(parts, 'ppt/presentation.xml', tidyPresentation)
  for (const [name, part] of parts) {
    if (typeof part !== 'string') continue
    const [, folder, number] = /^ppt\/(\w+)\/[a-zA-Z]+(\d+)\.xml$/.exec(name) ?? []
    if (folder === 'slideMasters') parts.set(name, tidyNumber(tidyShapes(part, lang)))
    if (folder === 'slideLayouts') parts.set(name, placeTitle(tidyNumber(tidyShapes(part, lang))))
    if (folder === 'notesMasters' || folder === 'notesSlides') parts.set(name, setNotes(part, lang))
    const slide = folder === 'slides' ? slides[Number(number) - 1] : undefined
    if (slide !== undefined) {
      const tidied = inheritTitle(tidyShapes(part, lang))
      parts.set(name, markHeads(describeItems(tidied, slide.items), slide.items))
    }
  }
  return packParts(parts)
}

function setTheme(xml: string, { title }: Presentation): string {
  const name = `name="${escapeHtml(title)}"`
  const named = replaceFound(xml, { name: 'theme', pattern: /name="Office Theme"/ }, () => name)
  const schemed = replaceFound(
    named,
    { name: 'colours of the theme', pattern: /(<a:clrScheme )name="Office"/ },
    (_match, before) => before + name,
  )
  return Object.entries(THEME).reduce((theme, [color, hex]) => {
    const pattern = new RegExp(`<a:${color}>.*?</a:${color}>`)
    const written = `<a:${color}><a:srgbClr val="${hex}"/></a:${color}>`
    return replaceFound(theme, { name: `colour ${color} of the theme`, pattern }, () => written)
  }, schemed)
}

/**
 * Properties that the library has no option for. A file may lack dates, and the library's own would differ on
 * each run.
 */
function setProperties(xml: string, { keywords, lang }: Presentation, date: Date | undefined): string {
  const more = `<cp:keywords>${escapeHtml(keywords.join(', '))}</cp:keywords><dc:language>${lang}</dc:language>`
  const dates = /<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>\s*/g
  const stamp = date?.toISOString().replace('.000', '')
  const dated = replaceFound(xml, { name: 'dates', pattern: dates }, (_match, name) =>
    stamp === undefined ? '' : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${stamp}</dcterms:${name}>`,
  )
  const end = { name: 'end of the properties', pattern: /<\/cp:coreProperties>/ }
  return replaceFound(dated, end, (tag) => more + tag)
}

/**
 * The schema puts the list of notes masters before the list of slides (ECMA-376, 19.2.1.26). A notes page has
 * the size of its master, upright.
 */
function tidyPresentation(xml: string): string {
  const size = { name: 'size of the notes', pattern: /<p:notesSz [^>]*\/>/ }
  return replaceFound(
    xml.replace(/(<p:sldIdLst>.*?<\/p:sldIdLst>)(<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>)/s, '$2$1'),
    size,
    () => '<p:notesSz cx="6858000" cy="9144000"/>',
  )
}

/** Writes the names of the theme and the slides into the file's properties. */
function nameParts(xml: string, { slides, title }: Presentation): string {
  const say = (text: string) => `<vt:lpstr>${escapeHtml(text)}</vt:lpstr>`
  const theme = { name: 'name of the theme', pattern: /<vt:lpstr>Office Theme<\/vt:lpstr>/ }
  const names = { name: 'names of the slides', pattern: /<vt:lpstr>Slide (\d+)<\/vt:lpstr>/g }
  return replaceFound(
    replaceFound(xml, theme, () => say(title)),
    names,
    (_match, number) => say(slides[Number(number) - 1]?.title ?? ''),
  )
}

/** Makes a paragraph of each line of the notes, and removes the library's fixed date from their master. */
function setNotes(xml: string, lang: string): string {
  return xml
    .replace(/<p:sp>(?:(?!<\/p:sp>).)*?<p:ph type="dt".*?<\/p:sp>/s, '')
    .replace(
      /<a:p>((?:(?!<\/a:p>).)*?<a:t>)([^<]*\n[^<]*)<\/a:t>(.*?)<\/a:p>/gs,
      (_match, before, text, after) =>
        String(text)
          .split(/\r?\n/)
          .map((line) => `<a:p>${before}${line}</a:t>${after}</a:p>`)
          .join(''),
    )
    .replace(/lang="en-US"/g, `lang="${lang}"`)
}
