import type { TalkEvent } from '../deck/deck.ts'
import type { Language } from '../deck/language.ts'

/** When, as the language writes it: „2027 m. kovo 15 d., 14:00–15:30“. */
export function nameTime({ date, begin, end }: Omit<TalkEvent, 'place'>, language: Language): string {
  // Not in the machine's own time zone, where the day may be another.
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
  const time = [begin, end].filter((part) => part !== undefined).join('–')
  return time === '' ? day : `${day}, ${time}`
}

/** When and where: „2027 m. kovo 15 d., 14:00–15:30, Vilnius“. */
export function nameEvent(event: TalkEvent, language: Language): string {
  return `${nameTime(event, language)}, ${event.place[language]}`
}
