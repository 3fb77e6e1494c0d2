import { dots } from './dots.ts'
import { arrangeCompanies } from './network.ts'
import { PALETTE } from './palette.ts'

/** A cluster that looks good on its own: its number of companies, and their rotation in radians. */
const CLUSTER = { companies: 14, turn: 3.435 } as const

/**
 * The page's icon, one cluster on ink, as an SVG picture. Systems crop a maskable icon to their own shape, so
 * its background fills the square and its figure stays in the middle.
 */
export function drawIcon({ maskable = false } = {}): string {
  const companies = arrangeCompanies(CLUSTER.companies, CLUSTER.turn)
  const half = maskable ? 22 : 16
  const box = `x="${-half}" y="${-half}" width="${2 * half}" height="${2 * half}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-half} ${-half} ${2 * half} ${2 * half}"><rect ${box} rx="${maskable ? 0 : 7}" fill="${PALETTE.ink}"/><g fill="none" stroke-linecap="round"><path d="${dots(companies)}" stroke="${PALETTE['blue-light']}" stroke-width="3"/><path d="M0 0h0" stroke="${PALETTE['green-light']}" stroke-width="8"/></g></svg>`
}

/** The icon as a data address: it costs no request and works on a page opened from anywhere. */
export function renderIcon(): string {
  return `data:image/svg+xml,${encodeURIComponent(drawIcon())}`
}
