import path from 'node:path'
import { ROOT } from '../root.ts'

/** What the stage serves: the deck, the hall's screen, the speaker's console. Never to be published. */
export const STAGE_FOLDER = path.join(ROOT, 'dist-stage')
