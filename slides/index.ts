/**
 * The talks, each a folder beside this file, the newest first. The first is at the site's root, and is taken when none
 * is named; one that is still being written comes after it.
 */
export const TALKS = ['infodiena', 'pavyzdys'] as const
