import { parseJson } from '../../live/protocol/position.ts'

export interface StageAnswer {
  readonly status: number
  /** What the answer's JSON stands for; undefined when it is no JSON. */
  readonly body: unknown
}

/** How long an answer may take, in milliseconds; then it counts as lost. */
const PATIENCE = 4000

/**
 * Asks the stage with the secret, or writes to it. `refused`: it has another secret. `failed`: no network or no stage.
 * Never rejects, as a lost connection is an answer too.
 */
export async function askStage(
  address: string,
  secret: string,
  write?: object,
): Promise<StageAnswer | 'refused' | 'failed'> {
  try {
    const response = await fetch(address, {
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${secret}`,
        ...(write && { 'Content-Type': 'application/json' }),
      },
      ...(write && { method: 'POST', body: JSON.stringify(write) }),
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    })
    if (response.status === 401) return 'refused'
    return { status: response.status, body: parseJson(await response.text()) }
  } catch {
    return 'failed'
  }
}
