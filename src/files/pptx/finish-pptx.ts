import { escapeHtml } from '../../markup/html.ts'
import type { Presentation } from './model.ts'
import { editPart, type Parts, packParts, unpackParts } from './parts.ts'
import { replaceCharts } from './replace-charts.ts'
import { THEME } from './theme.ts'
import { tidyPackage } from './tidy-package.ts'
import {
  describeItems,
  inheritTitle,
  liftLinks,
  markHeads,
  placeTitle,
  tidyNumber,
  tidyShapes,
} from './tidy-slide.ts'

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
  setTheme(parts, presentation)
  replaceCharts(parts, presentation)
  tidyPackage(parts, presentation)
  setProperties(parts, presentation, date)
  for (const [name, part] of parts) {
    if (typeof part !== 'string') continue
    const [, folder, number] = /^ppt\/(\w+)\/[a-zA-Z]+(\d+)\.xml$/.exec(name) ?? []
    if (folder === 'slideMasters') parts.set(name, tidyNumber(tidyShapes(part, lang)))
    if (folder === 'slideLayouts') parts.set(name, placeTitle(tidyNumber(tidyShapes(part, lang))))
    if (folder === 'notesMasters' || folder === 'notesSlides') parts.set(name, setNotes(part, lang))
    const items = folder === 'slides' ? slides[Number(number) - 1]?.items : undefined
    if (items !== undefined) {
      const tidied = liftLinks(inheritTitle(tidyShapes(part, lang)), items)
      parts.set(name, markHeads(describeItems(tidied, items), items))
    }
  }
  return packParts(parts)
}

function setTheme(parts: Parts, { title }: Presentation): void {
  const name = () => `name="${escapeHtml(title)}"`
  editPart(
    parts,
    'ppt/theme/theme1.xml',
    [/name="Office Theme"/, name],
    [/(?<=<a:clrScheme )name="Office"/, name],
    ...Object.entries(THEME).map(([color, hex]) => {
      const written = `<a:${color}><a:srgbClr val="${hex}"/></a:${color}>`
      return [new RegExp(`<a:${color}>.*?</a:${color}>`), () => written] as const
    }),
  )
}

/**
 * Properties that the library has no option for. A file may lack dates, and the library's own would differ on
 * each run.
 */
function setProperties(
  parts: Parts,
  { title, keywords, lang, slides }: Presentation,
  date: Date | undefined,
): void {
  const more = `<cp:keywords>${escapeHtml(keywords.join(', '))}</cp:keywords><dc:language>${lang}</dc:language>`
  const stamp = date?.toISOString().replace('.000', '')
  const say = (text = '') => `<vt:lpstr>${escapeHtml(text)}</vt:lpstr>`
  editPart(
    parts,
    'docProps/core.xml',
    [
      /<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>\s*/g,
      (_, name) => (stamp ? `<dcterms:${name} xsi:type="dcterms:W3CDTF">${stamp}</dcterms:${name}>` : ''),
    ],
    [/<\/cp:coreProperties>/, (end) => more + end],
  )
  editPart(
    parts,
    'docProps/app.xml',
    [/<vt:lpstr>Office Theme<\/vt:lpstr>/, () => say(title)],
    [/<vt:lpstr>Slide (\d+)<\/vt:lpstr>/g, (_, number) => say(slides[Number(number) - 1]?.title)],
  )
}

/** Makes a paragraph of each line of the notes, and removes the library's fixed date from their master. */
function setNotes(xml: string, lang: string): string {
  return xml
    .replace(/<p:sp>(?:(?!<\/p:sp>).)*?<p:ph type="dt".*?<\/p:sp>/s, '')
    .replace(
      /<a:p>((?:(?!<\/a:p>).)*?<a:t>)([^<]*\n[^<]*)<\/a:t>(.*?)<\/a:p>/gs,
      (_match, before, text: string, after) => {
        const lines = text.split(/\r?\n/)
        return lines.map((line) => `<a:p>${before}${line}</a:t>${after}</a:p>`).join('')
      },
    )
    .replace(/lang="en-US"/g, `lang="${lang}"`)
}
