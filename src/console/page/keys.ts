import type { KeyList } from '../../page/dialogs.ts'

/** The console's keys on the help sheet, in the order of their use. */
export const KEYS = [
  { keys: ['ArrowRight', 'ArrowDown', ' ', 'PageDown', 'n'], does: 'next' },
  { keys: ['ArrowLeft', 'ArrowUp', 'PageUp', 'p'], does: 'previous' },
  { keys: ['Home', 'End'], does: 'ends' },
  { keys: ['g'], does: 'jump' },
  { keys: ['o'], does: 'choose' },
  { keys: ['b', '.'], does: 'black' },
  { keys: ['t'], does: 'timer' },
  { keys: ['+', '-'], does: 'size' },
  { keys: ['l'], does: 'hallLanguage' },
  { keys: ['f', 'F5'], does: 'fullScreen' },
  { keys: ['?'], does: 'help' },
] as const satisfies KeyList

/** Every key that the console must have an action for, with the three that the help sheet leaves out. */
export type ConsoleKey = (typeof KEYS)[number]['keys'][number] | 'Shift+ ' | '=' | 'F1'
