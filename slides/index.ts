/** The talks, each a folder beside this file. The first is taken when none is named. */
export const TALKS = ['infodiena', 'pavyzdys'] as const
