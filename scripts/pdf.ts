import { addExport } from '../src/files/export-command.ts'
import { createTalkCommand, runTalkCommand } from './load-talk.ts'

await runTalkCommand(
  addExport(
    createTalkCommand(
      'npm run pdf',
      "Makes the slides' PDFs: the short form of npm run export -- --format pdf.",
    ),
    ['pdf'],
  ),
)
