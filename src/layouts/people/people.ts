import type { SlideBase } from '../../deck/deck.ts'
import { LANGUAGES, type Language, type Localized } from '../../deck/language.ts'
import type { PictureFile } from '../../deck/picture.ts'
import { type Html, html } from '../../markup/html.ts'
import { typeset } from '../../markup/typeset.ts'
import { renderTitle, type SlideContext, say } from '../context.ts'
import type { Layout } from '../layout.ts'
import { renderPicture } from '../render-picture.ts'

/** Who speaks, or whom to ask. */
export interface PeopleSlide extends SlideBase {
  readonly layout: 'people'
  /** One to eight. Up to four are large, in a row. */
  readonly people: readonly Person[]
}

export interface Person {
  /** The full name; without a portrait, the initials of its first and last word stand for one. */
  readonly name: string
  /** Shown as a circle. It needs no alternative: the name beside it says who it is. */
  readonly portrait?: PictureFile
  /** What the person does, or what to ask about. */
  readonly role: Localized
  /** Where the person does it. */
  readonly organisation?: Localized
  /** The language of the name, for screen readers. */
  readonly lang?: Language
}

const MOST = 8
/** So many have room in one row. */
const ROW = 4
/** The longest role and organisation together that have room, in characters. */
const LONGEST = { large: 120, small: 80 } as const

const PORTRAITS = {
  large: { wide: { width: 17, height: 17 }, compact: { width: 24, height: 24 } },
  small: { wide: { width: 5.4, height: 5.4 }, compact: { width: 24, height: 24 } },
} as const

export const people: Layout<PeopleSlide> = {
  ground: 'paper',
  render: renderPeople,
  check: checkPeople,
  listPictures: ({ people }) =>
    people.flatMap(({ portrait: picture }, index) => {
      const field = `people.${index}.portrait`
      return picture ? { ...PORTRAITS[sizeOf(people)], picture, alternative: 'decoration', field } : []
    }),
}

function sizeOf(people: PeopleSlide['people']): keyof typeof PORTRAITS {
  return people.length > ROW ? 'small' : 'large'
}

function checkPeople({ people }: PeopleSlide): string[] {
  if (people.length === 0) return ['people has nobody; name one person.']
  if (people.length > MOST) return [`people has ${people.length}, and ${MOST} have room; make it two slides.`]
  const longest = people.length > ROW ? LONGEST.small : LONGEST.large
  return people.flatMap(({ role, organisation }, index) =>
    LANGUAGES.flatMap((language) => {
      const length = role[language].length + (organisation?.[language].length ?? 0)
      if (length <= longest) return []
      return [
        `people.${index} (${language}) has a role and organisation of ${length} characters, and ${longest} have room; shorten them${people.length > ROW ? `, or show ${ROW} people a slide` : ''}.`,
      ]
    }),
  )
}

function renderPeople({ title, people }: PeopleSlide, context: SlideContext): Html {
  const size = sizeOf(people)
  const columns = size === 'large' ? Math.max(2, people.length) : Math.ceil(people.length / 2)
  return html`${renderTitle(context, title)}
    <ul class="people" data-size="${size}" style="--columns: ${columns}">${people.map((person) => renderPerson(person, size, context))}</ul>`
}

function renderPerson(person: Person, size: keyof typeof PORTRAITS, context: SlideContext): Html {
  const { name, role, organisation, lang } = person
  const print = size === 'large' ? '' : ' small-print'
  return html`<li class="person">${renderFace(person, size, context)}
      <div class="details">
        <p class="name"${lang !== undefined && lang !== context.language && html` lang="${lang}"`}>${typeset(name)}</p>
        <p class="role${print}">${say(context, role)}</p>
        ${organisation && html`<p class="organisation${print}">${say(context, organisation)}</p>`}
      </div></li>`
}

function renderFace({ name, portrait }: Person, size: keyof typeof PORTRAITS, context: SlideContext): Html {
  if (portrait === undefined) return html`<p class="initials" aria-hidden="true">${readInitials(name)}</p>`
  const place = PORTRAITS[size]
  return renderPicture({ picture: portrait, place, alternative: '', classes: 'portrait' }, context)
}

/** The first letters of the first and the last word. */
export function readInitials(name: string): string {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('')
}
