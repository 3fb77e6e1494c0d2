import { runExport } from '../src/export/run-export.ts'
import { chooseTalk } from './load-talk.ts'

await runExport({ choose: chooseTalk })
