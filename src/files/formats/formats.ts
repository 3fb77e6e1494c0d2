import { pptx } from './pptx.ts'
import { txt } from './txt.ts'

/** What is written from the measured page: a new format is a file beside this one and a line here. */
export const MEASURED_FORMATS = [pptx, txt] as const

/** All that can be made, by the names that the command line takes; the first three are the printed page itself. */
export const FORMATS = ['pdf', 'handout', 'png', ...MEASURED_FORMATS.map(({ name }) => name)] as const
export type Format = (typeof FORMATS)[number]
