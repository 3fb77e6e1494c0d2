import { renderUnicodeCompact } from 'uqr'
import type { Addresses } from './addresses.ts'

export interface Announcement {
  readonly addresses: Pick<Addresses, 'local' | 'others'>
  /** The console's address. */
  readonly console: string
  /** The terminal's width in columns; undefined when the output is not a terminal. */
  readonly columns: number | undefined
}

/** The text printed at the start: URLs for deck, hall, speaker and followers. */
export function announce({ addresses, console, columns }: Announcement): string {
  const { local, others } = addresses
  const [followers, ...rest] = others
  const code = followers === undefined ? undefined : drawCode(followers)
  const lines = [
    `The deck           ${local}`,
    `Hall's screen      ${local}hall`,
    `Speaker's console  ${console}`,
    followers === undefined
      ? `Followers          ${local} (on this machine only)`
      : `Followers          ${followers}`,
    ...rest.map((other) => `               or  ${other}`),
    ...(code !== undefined && columns !== undefined && code.width <= columns ? ['', ...code.lines, ''] : []),
    'Ctrl+C ends it.',
  ]
  return lines.join('\n')
}

/** A QR code with its quiet zone. It sets its colours, as a light terminal would otherwise invert it. */
function drawCode(url: string): { readonly width: number; readonly lines: readonly string[] } {
  const rows = renderUnicodeCompact(url, { ecc: 'M', border: 3 }).split('\n')
  return {
    width: rows[0]?.length ?? 0,
    lines: rows.map((row) => `\u001b[97;40m${row}\u001b[0m`),
  }
}
