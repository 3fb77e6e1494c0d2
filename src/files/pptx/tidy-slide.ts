import { escapeHtml } from '../../markup/html.ts'
import type { Item, TextItem } from './model.ts'
import { replaceFound } from './parts.ts'

const DECORATION =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'

/**
 * Corrects what slides, layouts and masters share, where PptxGenJS writes it wrongly or PowerPoint would
 * repair it.
 */
export function tidyShapes(xml: string, lang: string): string {
  let id = 1
  return (
    tidyText(xml, lang)
      .replace(/(<p:ph)\s+idx="100"\s+(type="title")[^>]*\/>/g, '$1 $2/>')
      .replace(/(type="sldNum" sz="quarter" idx=")4294967295"/g, '$112"')
      .replace(/<a:ln><\/a:ln>|<a:ln\/>/g, '')
      .replace(/(<p:bgPr>(?:(?!<a:effectLst\/>).)*?)<\/p:bgPr>/gs, '$1<a:effectLst/></p:bgPr>')
      .replace(
        /<\/p:spPr><\/p:sp>/g,
        `</p:spPr><p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr lang="${lang}"/></a:p></p:txBody></p:sp>`,
      )
      // The library uses some ids twice. The group of all shapes has the id 1.
      .replace(/(?<=<p:cNvPr id=")\d+(?=" name="[^"]+")/g, () => {
        id += 1
        return `${id}`
      })
  )
}

/**
 * The schema allows a paragraph's properties once, at its start; PptxGenJS writes them before each run. It
 * also sets the theme's Latin font for other scripts, and turns kerning off where letters are spaced.
 */
function tidyText(xml: string, lang: string): string {
  return xml
    .replace(/(?<!<a:p>)<a:pPr[^>]*?(?:\/>|>.*?<\/a:pPr>)/gs, '')
    .replace(
      /<a:latin typeface="(\+m[jn]-lt)"[^>]*\/><a:ea [^>]*\/><a:cs [^>]*\/>/g,
      '<a:latin typeface="$1"/>',
    )
    .replace(/ altLang="en-US"| hasCustomPrompt="1"| kern="0"/g, '')
    .replace('name="Text 0"', 'name="Title"')
    .replace(/lang="en-US"/g, `lang="${lang}"`)
}

/**
 * Leaves only words and links in a title. Position and font come from the layout, so a change there reaches
 * it.
 */
export function inheritTitle(xml: string): string {
  const isTitle = /<p:sp>(?:(?!<\/p:sp>).)*?<p:ph type="title"\/>.*?<\/p:sp>/s
  const inherit = (title: string) =>
    title
      .replace(/<p:spPr>.*?<\/p:spPr>/s, '<p:spPr/>')
      .replace(/<a:bodyPr.*?<\/a:bodyPr>/s, '<a:bodyPr><a:normAutofit/></a:bodyPr>')
      .replace(/<a:pPr[^>]*?(?:\/>|>.*?<\/a:pPr>)/gs, '')
      .replace(/<a:rPr (lang="[^"]+")[^>]*?(?:\/>|>(.*?)<\/a:rPr>)/gs, (_match, lang, style = '') => {
        const link = /<a:hlinkClick [^>]*?(?:\/>|>.*?<\/a:hlinkClick>)/s.exec(style)?.[0]
        return link === undefined ? `<a:rPr ${lang}/>` : `<a:rPr ${lang}>${link}</a:rPr>`
      })
      .replace(/<a:endParaRPr (lang="[^"]+")[^>]*?(?:\/>|>.*?<\/a:endParaRPr>)/gs, '<a:endParaRPr $1/>')
  return replaceFound(xml, [isTitle, inherit])
}

/**
 * Removes the margins of a layout's title, which the library forgets, so that a new slide's title is where
 * the talk's are.
 */
export function placeTitle(xml: string): string {
  const body = `<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="t"><a:normAutofit/></a:bodyPr>`
  return replaceFound(xml, [/(?<=type="title".*?)<a:bodyPr [^>]*>.*?<\/a:bodyPr>/s, () => body])
}

/**
 * Puts a placeholder for any number into a layout's number. The library counts layouts from 1001 and writes
 * `null` in the master.
 */
export function tidyNumber(xml: string): string {
  return xml.replace(/(<a:fld [^>]*type="slidenum">.*?<a:t>)[^<]*(?=<\/a:t>)/gs, '$1‹#›')
}

/**
 * Gives every item that is not text its alternative, or marks it as decoration. Throws when the library has
 * not written one of the items under its name.
 */
export function describeItems(xml: string, items: readonly Item[]): string {
  const alternatives = new Map(
    items.flatMap((item) =>
      item.kind === 'text' ? [] : [[escapeHtml(item.name), escapeHtml(item.alternative ?? '')]],
    ),
  )
  const described = xml.replace(
    /(<p:cNvPr id="\d+" name="([^"]+)")[^>]*?(?:\/>|>.*?<\/p:cNvPr>)/gs,
    (written, begin, name) => {
      const alternative = alternatives.get(name)
      if (alternative === undefined) return written
      alternatives.delete(name)
      return `${begin} descr="${alternative}"${alternative === '' ? `>${DECORATION}</p:cNvPr>` : '/>'}`
    },
  )
  const [missing] = alternatives.keys()
  if (missing !== undefined) throw new Error(`PptxGenJS wrote no object of the name "${missing}"`)
  return described
}

const LINK = /<a:hlinkClick ([^>]*?)(?:\/>|>.*?<\/a:hlinkClick>)/gs

/** Makes a whole text a link where the page shows no line below it: office programs underline linked words. */
export function liftLinks(xml: string, items: readonly Item[]): string {
  const lifted = items
    .filter((item) => item.kind === 'text')
    .filter(isLink)
    .map(({ name }) => escapeHtml(name))
  return xml.replace(/<p:sp>.*?<\/p:sp>/gs, (shape) => {
    const name = / name="([^"]*)"/.exec(shape)?.[1] ?? ''
    const [link] = [...shape.matchAll(LINK)].map(([, attributes]) => `<a:hlinkClick ${attributes}/>`)
    if (link === undefined || !lifted.includes(name)) return shape
    return shape
      .replace(LINK, '')
      .replaceAll(' u="sng"', '')
      .replace(/(?<=<p:cNvPr [^>]*>)(?=<\/p:cNvPr>)/, link)
  })
}

/** Whether all links of a text lead to one place, and no line shows them. */
function isLink({ paragraphs }: TextItem): boolean {
  const links = paragraphs.flatMap(({ runs }) => runs).filter(({ href }) => href !== null)
  return new Set(links.map(({ href }) => href)).size === 1 && !links.some(({ isUnderlined }) => isUnderlined)
}

/** Marks a table's first row as its head; the library has no option for that. */
export function markHeads(xml: string, items: readonly Item[]): string {
  const heads = items.flatMap((item) => (item.kind === 'table' ? [item.hasHead] : []))
  if (heads.length === 0) return xml
  const mark = (properties: string) => (heads.shift() ? '<a:tblPr firstRow="1"/>' : properties)
  return replaceFound(xml, [/<a:tblPr\/>/g, mark])
}
