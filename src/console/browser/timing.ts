const MINUTE = 60_000

/** A slide's planned begin and end, in milliseconds from the talk's beginning. */
export interface PlannedSpan {
  readonly from: number
  readonly until: number
}

/** Each slide's span, from the minutes planned for each. */
export function planSlides(minutes: readonly number[]): PlannedSpan[] {
  let until = 0
  return minutes.map((planned) => {
    const from = until
    until += planned * MINUTE
    return { from, until }
  })
}

/** Milliseconds behind the plan (above 0) or ahead of it (below 0); 0 within the slide's span. */
export function comparePace(elapsed: number, { from, until }: PlannedSpan): number {
  if (elapsed > until) return elapsed - until
  return Math.min(0, elapsed - from)
}

/** Minutes and seconds, `12:05`, or `1:02:05` from an hour on; rounded down to whole seconds. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const parts = hours > 0 ? [hours, twoDigits(minutes)] : [minutes]
  return [...parts, twoDigits(seconds % 60)].join(':')
}

/** A duration with its sign, `+0:40` or `−1:05`; below a second without one. */
export function formatDifference(milliseconds: number): string {
  const text = formatDuration(milliseconds)
  if (Math.abs(milliseconds) < 1000) return text
  return `${milliseconds > 0 ? '+' : '−'}${text}`
}

/** The time of day, 24 hours: `09:05`. */
export function formatClock(time: Date): string {
  return `${twoDigits(time.getHours())}:${twoDigits(time.getMinutes())}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
