/** What a log tells of an event; a value that is not there is left out. */
export type Details = Readonly<Record<string, string | number | undefined>>

export type Log = (event: string, details?: Details) => void

/** Writes one line of JSON an event. Who logs names no one: no address, no header, and never a secret. */
export function createLog(write: (line: string) => void): Log {
  return (event, details) => write(JSON.stringify({ time: new Date().toISOString(), event, ...details }))
}
