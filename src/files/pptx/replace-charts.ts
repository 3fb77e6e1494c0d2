import type { Presentation } from './model.ts'
import { editPart, type Parts } from './parts.ts'
import { writeRelation, writeWorkbook } from './workbook.ts'
import { toSheet, writeChart } from './write-chart.ts'

const CHART = /\/ppt\/charts\/chart(\d+)\.xml/g

/**
 * Replaces the library's charts and workbooks, which it numbers through all files that a process writes, by
 * our own.
 */
export function replaceCharts(parts: Parts, { slides, lang }: Presentation): void {
  const charts = slides.flatMap(({ items }) => items.filter((item) => item.kind === 'chart'))
  if (charts.length === 0) return
  const written = [...parts.keys()].flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? [])
  const numbers = written.map(Number).sort((a, b) => a - b)
  for (const name of [...parts.keys()]) if (/^ppt\/(charts|embeddings)\//.test(name)) parts.delete(name)
  const rename = (_: string, number = '') => `/ppt/charts/chart${numbers.indexOf(Number(number)) + 1}.xml`
  editPart(parts, '[Content_Types].xml', [CHART, rename])
  for (const [name, part] of parts)
    if (/^ppt\/slides\/_rels\//.test(name) && typeof part === 'string')
      parts.set(name, part.replace(CHART, rename))
  for (const [index, chart] of charts.entries()) {
    const [file, book] = [`chart${index + 1}.xml`, `workbook${index + 1}.xlsx`]
    parts.set(`ppt/charts/${file}`, writeChart(chart, lang))
    parts.set(`ppt/charts/_rels/${file}.rels`, writeRelation('package', `../embeddings/${book}`))
    parts.set(`ppt/embeddings/${book}`, writeWorkbook(toSheet(chart)))
  }
}
