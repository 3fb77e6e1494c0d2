import { isFault, isObject, type Position, parsePosition, supersedes } from '../protocol/position.ts'
import { openBroadcast } from './channel.ts'
import { type ListenOptions, type LiveState, listen } from './client.ts'

/** How long the window with the stream may take to answer, in milliseconds; the waits are random. */
const PATIENCE = 150
/** How often the other windows ask whether it is still there, in milliseconds. */
const CHECK = 1000

const STATES: readonly LiveState[] = ['connecting', 'live', 'ended']

/** What the window with the stream tells the others, when something has changed and when one asks. */
interface Report {
  /** The window's number. Of two windows with a stream, the one with the higher number gives its own up. */
  readonly from: number
  readonly state: LiveState
  readonly position?: Position
  readonly joined: boolean
}

/**
 * Listens to a room like `listen`, but all windows of one browser share one stream: a browser opens only six
 * connections to a host, and streams would leave none for the console's writes. When the window with the stream
 * is closed, frozen or gone, another one takes over within two seconds. It needs no secure context, as Web Locks
 * would: a stage in a local network has plain http.
 */
export function shareStream(options: ListenOptions): void {
  const { address, outline, onPosition, onState } = options
  const channel = openBroadcast(`deck-stream:${new URL(address, location.href).pathname}`)
  if (channel === undefined) {
    listen(options)
    return
  }
  const own = Math.random()
  let stream: { close(): void } | undefined
  let report: Report = { from: own, state: 'connecting', joined: false }
  let isAnswered = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const take = (next: Report) => {
    if (next.state !== report.state) onState(next.state)
    report = next
  }
  const tell = (change: Partial<Report> = {}) => {
    take({ ...report, joined: false, ...change, from: own })
    channel.postMessage(report)
  }
  const open = () => {
    stream = listen({
      address,
      outline,
      onState: (state) => tell({ state }),
      onPosition(position, joined) {
        tell({ position, joined })
        onPosition(position, joined)
      },
    })
  }
  const ask = () => {
    isAnswered = false
    channel.postMessage('ask')
    schedule(PATIENCE * (1 + Math.random()), () => (isAnswered ? schedule(CHECK, ask) : open()))
  }
  const schedule = (wait: number, act: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(act, wait)
  }
  const hear = (next: Report) => {
    const { position } = next
    const last = report.position
    if (stream !== undefined && next.from > own) {
      // That stream ends now, and may have brought a move that this one has not.
      const isLater = position !== undefined && last !== undefined && supersedes(position, last)
      tell(isLater ? { position } : {})
      if (isLater) onPosition(position, false)
      return
    }
    if (stream !== undefined) {
      stream.close()
      stream = undefined
      schedule(CHECK, ask)
    }
    isAnswered = true
    take(next)
    if (position === undefined) return
    const joined = next.joined || last === undefined
    if (joined || isChanged(position, last)) onPosition(position, joined)
  }
  const leave = () => {
    clearTimeout(timer)
    if (stream === undefined) return
    stream.close()
    stream = undefined
    channel.postMessage('gone')
  }

  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === 'ask' && stream !== undefined) tell()
    if (data === 'gone' && stream === undefined) ask()
    const next = parseReport(data)
    if (next !== undefined) hear(next)
  })
  window.addEventListener('pagehide', leave)
  window.addEventListener('pageshow', ({ persisted }) => {
    // The browser has kept the page for the way back.
    if (persisted) ask()
  })
  onState('connecting')
  ask()

  function parseReport(value: unknown): Report | undefined {
    if (!isObject(value)) return undefined
    const { from, joined } = value
    const state = STATES.find((name) => name === value['state'])
    if (typeof from !== 'number' || state === undefined) return undefined
    const position = value['position'] === undefined ? undefined : parsePosition(value['position'], outline)
    if (position !== undefined && isFault(position)) return undefined
    return { from, state, joined: joined === true, ...(position && { position }) }
  }
}

function isChanged(next: Position, last: Position): boolean {
  return next.run !== last.run || next.seq !== last.seq || next.sentAt !== last.sentAt
}
