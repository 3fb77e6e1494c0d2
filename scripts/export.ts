import { addExport } from '../src/files/export-command.ts'
import { createTalkCommand, runTalkCommand } from './load-talk.ts'

await runTalkCommand(
  addExport(
    createTalkCommand(
      'npm run export',
      'Makes every file that is handed on: slides PDF, handout, pictures, PowerPoint and plain text.',
    ),
  ),
)
