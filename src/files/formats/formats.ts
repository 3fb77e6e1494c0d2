import { pptx } from './pptx.ts'
import { txt } from './txt.ts'

/** Formats written from measured slides. To add one, add a file beside this one and a line here. */
export const MEASURED_FORMATS = [pptx, txt] as const

/** All formats, by their names on the command line. The first three come from the printed page itself. */
export const FORMATS = ['pdf', 'handout', 'png', ...MEASURED_FORMATS.map(({ name }) => name)] as const
export type Format = (typeof FORMATS)[number]
