import path from 'node:path'
import { ROOT } from '../root.ts'

/** Holds what the stage serves: deck, hall screen and speaker's console. Never publish it. */
export const STAGE_FOLDER = path.join(ROOT, 'dist-stage')
