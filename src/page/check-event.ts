import type { TalkEvent } from '../deck/deck.ts'

/** Finds a date, a time or an order of times that can't be. Each fault says how to mend it. */
export function checkEvent(event: TalkEvent): string[] {
  const { date, begin, end } = event
  const faults: string[] = []
  if (!isDay(date)) faults.push(`event.date is "${date}", which is no day; write it as 2027-03-15.`)
  for (const [name, time] of Object.entries({ begin, end })) {
    if (time !== undefined && readMinutes(time) === undefined)
      faults.push(`event.${name} is "${time}", which is no time of day; write it as 09:30.`)
  }
  if (end !== undefined && begin === undefined) faults.push('event has an end and no begin; add begin.')
  const length = measureEvent(event)
  if (length !== undefined && length <= 0) {
    faults.push(`event ends at ${end}, not after it begins at ${begin}; change one of them.`)
  }
  return faults
}

/** The event's length in minutes; undefined when its times are not known or can't be read. */
export function measureEvent({ begin, end }: Pick<TalkEvent, 'begin' | 'end'>): number | undefined {
  const [from, until] = [begin, end].map((time) => (time === undefined ? undefined : readMinutes(time)))
  return from === undefined || until === undefined ? undefined : until - from
}

function isDay(date: string): boolean {
  // JavaScript takes 30 February for 2 March.
  const day = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(day.valueOf()) && day.toISOString().slice(0, 10) === date
}

/** Minutes since midnight. */
function readMinutes(time: string): number | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}
