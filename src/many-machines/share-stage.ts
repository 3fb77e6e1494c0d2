import type { Command } from '@commander-js/extra-typings'
import type { OpenStageOptions } from '../stage/open.ts'
import { backWithNats } from './back-with-nats.ts'
import { createLog } from './log.ts'
import { addNatsOptions } from './stage-options.ts'

/** What `openStage` takes to be one of many machines. */
interface SharedStage extends Pick<OpenStageOptions, 'openBacking' | 'followersElsewhere'> {
  readonly report: (message: string) => void
}

/** Adds to the stage's command what `--nats` brings with it; gives what makes it so, once the command is run. */
export function shareStage(command: Command): () => SharedStage {
  const readOptions = addNatsOptions(command)
  return () => {
    // Of many machines, events are gathered: each is a line of JSON.
    const log = createLog(console.error)
    return {
      openBacking: backWithNats({ ...readOptions(), readOnly: false, log }),
      followersElsewhere: true,
      report: (message) => log('start', { message }),
    }
  }
}
