/** An event's details in a log; undefined values are left out. */
export type Details = Readonly<Record<string, string | number | undefined>>

export type Log = (event: string, details?: Details) => void

/** Writes one line of JSON for each event. Never log addresses, headers or secrets. */
export function createLog(write: (line: string) => void): Log {
  return (event, details) => write(JSON.stringify({ time: new Date().toISOString(), event, ...details }))
}
