import type { Send } from './driver.ts'
import type { WriteFault } from './post-write.ts'

/** How long a move may take to reach the stage before the speaker is told, in milliseconds. */
const PATIENCE = 2000

/**
 * Watches the writes that pass through the returned function. `show` is called with the reason when the stage has
 * taken none for two seconds, and with undefined when it takes one again.
 */
export function watchWrites(show: (fault: WriteFault | undefined) => void): (send: Send) => Send {
  let fault: WriteFault = 'slow'
  let timer: ReturnType<typeof setTimeout> | undefined
  let isShown = false

  const showNow = () => {
    isShown = true
    show(fault)
  }
  return (send) => async (write) => {
    timer ??= setTimeout(showNow, PATIENCE)
    const answer = await send(write)
    if (answer.kind === 'failed') {
      fault = answer.fault
      if (isShown) showNow()
      return answer
    }
    clearTimeout(timer)
    timer = undefined
    fault = 'slow'
    if (isShown) show(undefined)
    isShown = false
    return answer
  }
}
