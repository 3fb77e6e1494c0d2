import type { Figure } from '../../bench/figures.ts'
import type { Outage } from './faults.ts'

/** Builders of figures that are measured once. */
export const ms = (name: string, value: number, target = ''): Figure => ({
  name,
  unit: 'ms',
  values: [value],
  target,
})
export const mb = (name: string, value: number): Figure => ({ name, unit: 'MB', values: [value] })
export const count = (name: string, value: number): Figure => ({ name, unit: 'count', values: [value] })
export const none = (name: string, value: number): Figure => ({ ...count(name, value), target: '0' })
export const seconds = (name: string, value: number, target = ''): Figure => ({
  name,
  unit: 's',
  values: [value],
  target,
})

export function outage(name: string, { accepted, arrived, lost }: Outage, target = ''): Figure[] {
  return [
    seconds(`${name}: a write is taken again`, accepted, target),
    seconds('… every follower has it', arrived),
    none('… streams that ended', lost),
  ]
}
