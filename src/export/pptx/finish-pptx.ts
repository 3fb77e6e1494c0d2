import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { escapeHtml } from '../../render/html.ts'
import { formatDate } from '../source-date.ts'
import type { Presentation } from './model.ts'
import { THEME } from './theme.ts'

/** A zip entry's time is local and has no zone; the first that it can say is the same everywhere. */
const NO_TIME = new Date(1980, 0, 1)

/**
 * Puts right what PptxGenJS cannot say or says wrongly: the theme's colours, text alternatives, the notes' lines and
 * language, dates. Parts are in a fixed order and without times, so that the same talk gives the same bytes.
 */
export function finishPptx(
  written: Uint8Array,
  presentation: Presentation,
  date: Date | undefined,
): Uint8Array {
  const parts = Object.entries(unzipSync(written)).filter(([name]) => !name.endsWith('/'))
  const names = new Set(parts.map(([name]) => name))
  const finished: Zippable = {}
  for (const [name, bytes] of parts) {
    const text = finishPart(name, strFromU8(bytes), { presentation, date, names })
    finished[name] = [strToU8(text), { mtime: NO_TIME, level: 9 }]
  }
  return zipSync(finished)
}

interface Source {
  readonly presentation: Presentation
  readonly date: Date | undefined
  /** Of all parts. */
  readonly names: ReadonlySet<string>
}

function finishPart(name: string, xml: string, { presentation, date, names }: Source): string {
  if (name === '[Content_Types].xml') return dropMissing(xml, names)
  if (name === 'ppt/theme/theme1.xml') return setTheme(xml, presentation)
  if (name === 'docProps/core.xml') return setProperties(xml, presentation, date)
  if (name === 'ppt/presentation.xml') return orderLists(xml)
  if (name === 'ppt/slideMasters/slideMaster1.xml') return tidyNumber(tidyText(xml, presentation.lang))
  if (name === 'docProps/app.xml') return nameParts(xml, presentation)
  const [, folder, number] = /^ppt\/(slides|slideLayouts|notesSlides)\/[a-zA-Z]+(\d+)\.xml$/.exec(name) ?? []
  const slide = presentation.slides[Number(number) - 1]
  if (folder === 'notesSlides') return setNotes(xml, presentation.lang)
  if (folder === 'slideLayouts') return placeTitle(tidyNumber(tidyText(xml, presentation.lang)), presentation)
  if (folder === 'slides' && slide !== undefined) {
    return describe(tidyText(xml, presentation.lang), slide.items)
  }
  return xml
}

/** The library lists a slide master a slide, though there is but one. */
function dropMissing(xml: string, names: ReadonlySet<string>): string {
  return xml.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (override, name) =>
    names.has(name) ? override : '',
  )
}

function setTheme(xml: string, { title }: Presentation): string {
  const named = xml
    .replace('name="Office Theme"', `name="${escapeHtml(title)}"`)
    .replace('<a:clrScheme name="Office">', `<a:clrScheme name="${escapeHtml(title)}">`)
  return Object.entries(THEME).reduce(
    (theme, [name, color]) =>
      theme.replace(new RegExp(`(<a:${name}>).*?(</a:${name}>)`), `$1<a:srgbClr val="${color}"/>$2`),
    named,
  )
}

/** What the library has no option for. A file may do without dates; those of its making would differ from run to run. */
function setProperties(xml: string, { keywords, lang }: Presentation, date: Date | undefined): string {
  const more = `<cp:keywords>${escapeHtml(keywords.join(', '))}</cp:keywords><dc:language>${lang}</dc:language>`
  const dates = /<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>\s*/g
  const stamp = date && formatDate(date)
  return xml
    .replace(dates, (_match, name) =>
      stamp === undefined ? '' : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${stamp}</dcterms:${name}>`,
    )
    .replace('</cp:coreProperties>', `${more}$&`)
}

/** The schema has the list of notes masters before that of slides (ECMA-376, 19.2.1.26). */
function orderLists(xml: string): string {
  return xml.replace(
    /(<p:sldIdLst>.*?<\/p:sldIdLst>)(<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>)/s,
    '$2$1',
  )
}

/** A layout's number stands for any slide's; the library counts layouts from 1001 and says `null` of the master. */
function tidyNumber(xml: string): string {
  return xml.replace(/(<a:fld [^>]*type="slidenum">.*?<a:t>)[^<]*(?=<\/a:t>)/gs, '$1‹#›')
}

/** A new slide's title stands where those of the talk do: the library forgets that it has no margins. */
function placeTitle(xml: string, { slides }: Presentation): string {
  const master = slides.find(({ master }) => xml.includes(`<p:cSld name="${master.name}">`))?.master
  const anchor = master?.title.anchor === 'bottom' ? 'b' : 't'
  return xml.replace(
    /(type="title".*?)<a:bodyPr [^>]*><\/a:bodyPr>/s,
    `$1<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr>`,
  )
}

/** The file's properties list fonts and slides by name. */
function nameParts(xml: string, { slides, title }: Presentation): string {
  return xml
    .replace('<vt:lpstr>Office Theme</vt:lpstr>', `<vt:lpstr>${escapeHtml(title)}</vt:lpstr>`)
    .replace(/<vt:lpstr>Slide (\d+)<\/vt:lpstr>/g, (_match, number) => {
      return `<vt:lpstr>${escapeHtml(slides[Number(number) - 1]?.title ?? '')}</vt:lpstr>`
    })
}

/**
 * PptxGenJS writes a paragraph's properties before each of its runs, where the schema has them once and first, and
 * the theme's Latin font for scripts that have theirs.
 */
function tidyText(xml: string, lang: string): string {
  return xml
    .replace(/(?<!<a:p>)<a:pPr[^>]*?(?:\/>|>.*?<\/a:pPr>)/gs, '')
    .replace(
      /<a:latin typeface="(\+m[jn]-lt)"[^>]*\/><a:ea [^>]*\/><a:cs [^>]*\/>/g,
      '<a:latin typeface="$1"/>',
    )
    .replace(/ altLang="en-US"| hasCustomPrompt="1"/g, '')
    .replace('name="Text 0"', 'name="Title"')
    .replace(/lang="en-US"/g, `lang="${lang}"`)
}

/** Gives a drawing its text alternative, or says that it is decoration. */
function describe(xml: string, items: Presentation['slides'][number]['items']): string {
  return items.reduce((text, item) => {
    if (item.kind === 'text') return text
    const name = escapeHtml(item.name)
    const decorative =
      '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    return text.replace(
      new RegExp(`(<p:cNvPr id="\\d+" name="${name}")></p:cNvPr>`),
      item.alternative === undefined
        ? `$1 descr="">${decorative}</p:cNvPr>`
        : `$1 descr="${escapeHtml(item.alternative)}"></p:cNvPr>`,
    )
  }, xml)
}

/** A note's lines are paragraphs. */
function setNotes(xml: string, lang: string): string {
  return xml
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
