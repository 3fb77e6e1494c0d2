import { abortAfter } from '../../live/browser/abort-after.ts'
import { parseJson } from '../../live/protocol/position.ts'

export interface StageAnswer {
  readonly status: number
  /** The parsed JSON of the answer; undefined when it is not JSON. */
  readonly body: unknown
}

/** How long an answer may take, in milliseconds; a later one counts as lost. */
const PATIENCE = 4000

/**
 * Sends a request with the key to the stage. `refused`: the stage has another key. `failed`: no network
 * or no stage. `slow`: no answer in time. Never rejects.
 */
export async function askStage(
  address: string,
  key: string,
  write?: object,
): Promise<StageAnswer | 'refused' | 'failed' | 'slow'> {
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
    if (response.status === 401) return 'refused'
    return { status: response.status, body: parseJson(await response.text()) }
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'slow' : 'failed'
  }
}
