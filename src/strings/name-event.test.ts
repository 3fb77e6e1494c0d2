import { expect, it } from 'vitest'
import { nameEvent } from './name-event.ts'

const event = {
  date: '2027-03-15',
  begin: '14:00',
  end: '15:30',
  place: { lt: 'Miesto sodas', en: 'The city garden' },
}

it('says when and where, as each language writes it', () => {
  expect(nameEvent(event, 'lt')).toBe('2027 m. kovo 15 d., 14:00–15:30, Miesto sodas')
  expect(nameEvent(event, 'en')).toBe('March 15, 2027, 14:00–15:30, The city garden')
})

it('leaves out what is not known', () => {
  const { begin, end: _, ...day } = event
  expect(nameEvent(day, 'lt')).toBe('2027 m. kovo 15 d., Miesto sodas')
  expect(nameEvent({ ...day, begin }, 'lt')).toBe('2027 m. kovo 15 d., 14:00, Miesto sodas')
})
