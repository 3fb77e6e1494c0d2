import type { Command } from '@commander-js/extra-typings'
import type { OpenStageOptions } from '../stage/open.ts'
import { backWithNats } from './back-with-nats.ts'
import { createLog } from './log.ts'
import { addNatsOptions } from './stage-options.ts'

/** The options of `openStage` that make the stage one of many machines. */
interface SharedStage extends Pick<OpenStageOptions, 'openBacking' | 'followersElsewhere'> {
  readonly report: (message: string) => void
}

/** Adds the options that belong to `--nats`; returns a function that applies them once the command runs. */
export function shareStage(command: Command): () => SharedStage {
  const readOptions = addNatsOptions(command)
  return () => {
    // Logs of many machines are collected, so each event is a line of JSON.
    const log = createLog(console.error)
    return {
      openBacking: backWithNats({ ...readOptions(), readOnly: false, log }),
      followersElsewhere: true,
      report: (message) => log('start', { message }),
    }
  }
}
