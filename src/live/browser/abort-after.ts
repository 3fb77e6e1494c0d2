/** A signal that aborts after a time in milliseconds; embedded browsers may lack `AbortSignal.timeout`. */
export function abortAfter(time: number): AbortSignal {
  const controller = new AbortController()
  setTimeout(() => controller.abort(), time)
  return controller.signal
}
