import { escapeHtml } from '../../markup/html.ts'
import { packParts } from './parts.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** The name of the workbook's sheet. */
export const SHEET = 'Sheet1'

/** A workbook of one sheet. A cell that is null stays empty. The same rows give the same bytes. */
export function writeWorkbook(rows: readonly (readonly (string | number | null)[])[]): Uint8Array {
  const written = rows.map((cells, row) => {
    const inner = cells.map((cell, column) => writeCell(cell, nameCell(column, row)))
    return `<row r="${row + 1}">${inner.join('')}</row>`
  })
  return packParts(
    new Map([
      [
        '[Content_Types].xml',
        `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEETS}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEETS}.worksheet+xml"/></Types>`,
      ],
      ['_rels/.rels', writeRelation('officeDocument', 'xl/workbook.xml')],
      [
        'xl/workbook.xml',
        `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
      ['xl/_rels/workbook.xml.rels', writeRelation('worksheet', 'worksheets/sheet1.xml')],
      [
        'xl/worksheets/sheet1.xml',
        `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${written.join('')}</sheetData></worksheet>`,
      ],
    ]),
  )
}

/** The relationships of a part that has one: `rId1`. */
export function writeRelation(type: string, target: string): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`
}

function writeCell(cell: string | number | null, name: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`
  return `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${escapeHtml(cell)}</t></is></c>`
}

/** `A1`, with column and row counted from 0. A chart has fewer columns than there are letters. */
function nameCell(column: number, row: number): string {
  return `${nameColumn(column)}${row + 1}`
}

export function nameColumn(column: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + column)
}
