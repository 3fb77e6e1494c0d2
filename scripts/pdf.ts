import { runExport } from '../src/files/run-export.ts'
import { chooseTalk } from './load-talk.ts'

await runExport({ choose: chooseTalk, formats: ['pdf'] })
