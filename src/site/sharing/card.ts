import type { NetworkSize } from '../../deck/deck.ts'
import { drawNetwork, networkRadius } from '../../drawings/network.ts'
import { PALETTE } from '../../drawings/palette.ts'
import { fitTitle } from './fit-title.ts'
import type { Typeface } from './typeface.ts'

/** The size in pixels that every network shows a shared picture in. */
export const CARD = { width: 1200, height: 630 } as const

export interface Card {
  readonly ground: Ground
  readonly brand: string
  readonly network: NetworkSize
  /** The small line over the title. */
  readonly eyebrow: string
  readonly title: string
  /** The line under the title. */
  readonly foot?: string
}

export interface CardFonts {
  readonly display: Typeface
  readonly text: Typeface
  readonly strong: Typeface
}

/** Palette colours by role, as `src/page/styles/tokens.css` assigns them. A test compares the two. */
export const GROUNDS = {
  ink: { ground: 'ink', text: 'white', quiet: 'mist', clusters: 'green-light', companies: 'blue-light' },
  paper: { ground: 'paper', text: 'ink', quiet: 'slate', clusters: 'green', companies: 'blue' },
} as const
export type Ground = keyof typeof GROUNDS

/** Larger than the picture's height, so that the network bleeds off the edge. */
const NETWORK_HALF_WIDTH = 413
const MARGIN = { side: 76, top: 96, bottom: 76 }
const TITLE = { width: 620, height: 300, lineHeight: 0.98, largest: 132, spacing: -0.04 }

/** The opening slide's composition as an SVG picture: the network at the right edge, words at the left. */
export function renderCard({ ground, brand, network, eyebrow, title, foot }: Card, fonts: CardFonts): string {
  const colours = GROUNDS[ground]
  const { width, height } = CARD
  const spacing = TITLE.spacing
  const fitted = fitTitle(title, {
    ...TITLE,
    measure: (line) => fonts.display.measure(line, { size: 1, spacing }),
  })
  const bottom = height - MARGIN.bottom - (foot === undefined ? 0 : 66)
  const lines = fitted.lines.map((line, index) => {
    const y = bottom - (fitted.lines.length - 1 - index) * TITLE.lineHeight * fitted.size
    return fonts.display.outline(line, {
      x: MARGIN.side,
      y,
      size: fitted.size,
      spacing,
      fill: PALETTE[colours.text],
    })
  })
  const above = bottom - (fitted.lines.length - 1) * TITLE.lineHeight * fitted.size - fitted.size * 0.74 - 34
  const small = { x: MARGIN.side, size: 23, spacing: 0.11 }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" fill="${PALETTE[colours.ground]}"/>
${renderNetwork(network, colours)}
${fonts.display.outline(brand, { x: MARGIN.side, y: MARGIN.top, size: 34, spacing: -0.01, fill: PALETTE[colours.text] })}
${fonts.strong.outline(eyebrow, { ...small, y: above, fill: PALETTE[colours.clusters] })}
${lines.join('\n')}
${foot === undefined ? '' : fonts.text.outline(foot, { x: MARGIN.side, y: height - MARGIN.bottom, size: 31, fill: PALETTE[colours.quiet] })}
</svg>`
}

function renderNetwork(size: NetworkSize, { clusters, companies }: (typeof GROUNDS)[Ground]): string {
  const network = drawNetwork(size)
  return `<g transform="translate(1068 ${CARD.height / 2})scale(${NETWORK_HALF_WIDTH / networkRadius(size)})" fill="none" stroke-linecap="round">
<path d="${network.companies}" stroke="${PALETTE[companies]}" stroke-width="2.5"/><path d="${network.hubs}" stroke="${PALETTE[clusters]}" stroke-width="6.4"/></g>`
}
