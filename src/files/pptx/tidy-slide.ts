import { escapeHtml } from '../../markup/html.ts'
import type { Item } from './model.ts'
import { replaceFound } from './parts.ts'

const DECORATION =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'

/** What slides, layouts and masters have in common. PptxGenJS says it wrongly, or in a way that PowerPoint repairs. */
export function tidyShapes(xml: string, lang: string): string {
  return tidyText(xml, lang)
    .replace(/(<p:ph)\s+idx="100"\s+(type="title")[^>]*\/>/g, '$1 $2/>')
    .replace(/(type="sldNum" sz="quarter" idx=")4294967295"/g, '$112"')
    .replace(/<a:ln><\/a:ln>|<a:ln\/>/g, '')
    .replace(/(<p:bgPr>(?:(?!<a:effectLst\/>).)*?)<\/p:bgPr>/gs, '$1<a:effectLst/></p:bgPr>')
    .replace(
      /<\/p:spPr><\/p:sp>/g,
      `</p:spPr><p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr lang="${lang}"/></a:p></p:txBody></p:sp>`,
    )
    .replace(/(<p:cNvPr id=")(\d+)(" name="[^"]+")/g, numberShapes())
}

/** Counts the ids anew, as the library gives some twice. The group of all shapes has the id 1. */
function numberShapes() {
  let last = 1
  return (_match: string, before: string, _id: string, after: string) => {
    last += 1
    return `${before}${last}${after}`
  }
}

/**
 * PptxGenJS writes a paragraph's properties before each of its runs, where the schema has them once and first, and
 * the theme's Latin font for scripts that have theirs. It turns kerning off where letters are set apart.
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

/** A title says nothing but its words and links: place and type are the layout's, so that a change there reaches it. */
export function inheritTitle(xml: string): string {
  const pattern = /<p:sp>(?:(?!<\/p:sp>).)*?<p:ph type="title"\/>.*?<\/p:sp>/s
  return replaceFound(xml, { name: 'title', pattern }, (title) =>
    title
      .replace(/<p:spPr>.*?<\/p:spPr>/s, '<p:spPr/>')
      .replace(/<a:bodyPr.*?<\/a:bodyPr>/s, '<a:bodyPr><a:normAutofit/></a:bodyPr>')
      .replace(/<a:pPr[^>]*?(?:\/>|>.*?<\/a:pPr>)/gs, '')
      .replace(/<a:rPr (lang="[^"]+")[^>]*?(?:\/>|>(.*?)<\/a:rPr>)/gs, (_match, lang, style = '') => {
        const link = /<a:hlinkClick [^>]*?(?:\/>|>.*?<\/a:hlinkClick>)/s.exec(style)?.[0]
        return link === undefined ? `<a:rPr ${lang}/>` : `<a:rPr ${lang}>${link}</a:rPr>`
      })
      .replace(/<a:endParaRPr (lang="[^"]+")[^>]*?(?:\/>|>.*?<\/a:endParaRPr>)/gs, '<a:endParaRPr $1/>'),
  )
}

/** A new slide's title stands where those of the talk do: the library forgets that it has no margins. */
export function placeTitle(xml: string): string {
  const pattern = /(type="title".*?)<a:bodyPr [^>]*>.*?<\/a:bodyPr>/s
  return replaceFound(xml, { name: 'title in a layout', pattern }, (_match, before) => {
    const margins = 'lIns="0" tIns="0" rIns="0" bIns="0"'
    return `${before}<a:bodyPr wrap="square" ${margins} rtlCol="0" anchor="t"><a:normAutofit/></a:bodyPr>`
  })
}

/** A layout's number stands for any slide's; the library counts layouts from 1001 and says `null` of the master. */
export function tidyNumber(xml: string): string {
  return xml.replace(/(<a:fld [^>]*type="slidenum">.*?<a:t>)[^<]*(?=<\/a:t>)/gs, '$1‹#›')
}

/**
 * Gives what is no text its alternative, or says that it is decoration. Throws when the library has not written one
 * of the items under its name.
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

/** Says of a table that its first row is a head; the library has no option for it. */
export function markHeads(xml: string, items: readonly Item[]): string {
  const tables = items.filter((item) => item.kind === 'table')
  if (tables.length === 0) return xml
  let index = 0
  return replaceFound(xml, { name: 'table', pattern: /<a:tblPr\/>/g }, (properties) => {
    const table = tables[index]
    index += 1
    return table?.hasHead ? '<a:tblPr firstRow="1"/>' : properties
  })
}
