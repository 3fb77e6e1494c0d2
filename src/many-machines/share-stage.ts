import type { OpenStageOptions } from '../stage/open.ts'
import { backWithNats, type NatsBackingOptions } from './back-with-nats.ts'
import { createLog } from './log.ts'

/** What makes a stage one of many machines, for `openStage`. Of many, events are gathered: each is a line of JSON. */
export function shareStage(
  options: Pick<NatsBackingOptions, 'nats' | 'health'>,
  write: (line: string) => void,
): Pick<OpenStageOptions, 'openBacking' | 'followersElsewhere'> & { report: (message: string) => void } {
  const log = createLog(write)
  return {
    openBacking: backWithNats({ ...options, readOnly: false, log }),
    followersElsewhere: true,
    report: (message) => log('start', { message }),
  }
}
