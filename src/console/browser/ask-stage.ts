import { abortAfter } from '../../live/browser/abort-after.ts'
import { parseJson } from '../../live/protocol/position.ts'

export interface StageAnswer {
  /** The HTTP status. `unreachable`: no network or no stage. `slow`: no answer in time. */
  readonly status: number | 'unreachable' | 'slow'
  /** The parsed JSON of the answer; undefined when it is not JSON. */
  readonly body: unknown
}

/** How long an answer may take, in milliseconds; a later one counts as lost. */
const PATIENCE = 4000

/** The status of an answer to a key that is not this stage's. */
export const REFUSED = 401

/** Sends a request with the key to the stage. Never rejects. */
export async function askStage(address: string, key: string, write?: object): Promise<StageAnswer> {
  try {
    const response = await fetch(address, {
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${key}`,
        ...(write && { 'Content-Type': 'application/json' }),
      },
      ...(write && { method: 'POST', body: JSON.stringify(write) }),
      cache: 'no-store',
      signal: abortAfter(PATIENCE),
    })
    return { status: response.status, body: parseJson(await response.text()) }
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'AbortError'
    return { status: isLate ? 'slow' : 'unreachable', body: undefined }
  }
}
