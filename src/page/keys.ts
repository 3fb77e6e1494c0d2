import type { KeyList } from './dialogs.ts'

/** The deck's keys on the help sheet and what they do, the most used first. */
export const KEYS = [
  { keys: ['ArrowRight', ' ', 'PageDown'], does: 'next' },
  { keys: ['ArrowLeft', 'PageUp'], does: 'previous' },
  { keys: ['Home', 'End'], does: 'ends' },
  { keys: ['g'], does: 'jump' },
  { keys: ['o', 'Escape'], does: 'overview' },
  { keys: ['b', '.'], does: 'black' },
  { keys: ['f'], does: 'fullScreen' },
  { keys: ['r'], does: 'view' },
  { keys: ['l'], does: 'language' },
  { keys: ['?', 'F1'], does: 'help' },
] as const satisfies KeyList

/** Every key on the help sheet. */
export type DeckKey = (typeof KEYS)[number]['keys'][number]
