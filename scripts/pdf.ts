import { createExportCommand } from './export-command.ts'
import { runTalkCommand } from './load-talk.ts'

await runTalkCommand(
  createExportCommand(
    'npm run pdf',
    "Makes the slides' PDFs: the short form of npm run export -- --format pdf.",
    ['pdf'],
  ),
)
