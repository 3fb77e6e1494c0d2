import path from 'node:path'
import { ROOT } from '../root.ts'

/** Holds what the stage serves: deck, hall screen and speaker's console. Never publish it. */
export const STAGE_FOLDER = path.join(ROOT, 'dist-stage')

/** Holds a file for each running stage (`openRunFile`); no build empties it. */
export const RUN_FOLDER = path.join(ROOT, '.cache', 'runs')
