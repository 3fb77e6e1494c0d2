import { createExportCommand } from './export-command.ts'
import { runTalkCommand } from './load-talk.ts'

await runTalkCommand(
  createExportCommand(
    'npm run export',
    'Makes every file that is handed on: slides PDF, handout, pictures, PowerPoint and plain text.',
  ),
)
