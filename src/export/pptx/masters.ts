import type { Master } from './model.ts'

const TITLE = {
  x: 7,
  y: 6,
  w: 86,
  h: 5.2,
  size: 4.4,
  font: 'display',
  bold: true,
  leading: 1.04,
  tracking: -0.03,
  align: 'left',
  anchor: 'top',
} as const

/** The file's layouts: where each of the deck's layouts has its title. */
export const MASTERS = {
  opening: {
    name: 'Opening',
    ground: 'ink',
    foot: false,
    title: {
      ...TITLE,
      y: 22.6,
      w: 47,
      h: 20.8,
      size: 10.2,
      leading: 0.94,
      tracking: -0.04,
      anchor: 'bottom',
      color: 'white',
    },
  },
  closing: {
    name: 'Closing',
    ground: 'ink',
    foot: false,
    title: { ...TITLE, w: 56, h: 16.6, size: 7.8, leading: 0.98, tracking: -0.04, color: 'white' },
  },
  statement: { name: 'Statement', ground: 'paper', foot: true, title: { ...TITLE, w: 43, color: 'slate' } },
  plates: { name: 'Plates', ground: 'paper', foot: true, title: { ...TITLE, color: 'ink' } },
  argument: { name: 'Argument', ground: 'paper', foot: true, title: { ...TITLE, w: 44, color: 'ink' } },
  loop: { name: 'Loop', ground: 'ink', foot: true, title: { ...TITLE, color: 'white' } },
  acts: { name: 'Acts', ground: 'paper', foot: true, title: { ...TITLE, color: 'ink' } },
} as const satisfies Record<string, Master>
