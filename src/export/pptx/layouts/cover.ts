import { drawContactCode, writeContactCard } from '../../../render/contact-code.ts'
import { readableAddress, type SlideContext, say } from '../../../render/context.ts'
import { STRINGS } from '../../../render/strings.ts'
import type { CoverSlide, Person } from '../../../slide.ts'
import { drawNetwork, placeNetwork, placePath } from '../drawings.ts'
import type { Item } from '../model.ts'
import { plain } from '../text.ts'

/** The opening or, when it says how to reach the speaker, the closing slide. */
export function drawCover(slide: CoverSlide, context: SlideContext): Item[] {
  return slide.person.contact === undefined ? drawOpening(slide, context) : drawClosing(slide.person, context)
}

function drawOpening({ eyebrow, person }: CoverSlide, context: SlideContext): Item[] {
  const items: Item[] = [
    ...drawNetwork(placeNetwork({ x: 49, y: -10.1, size: 76.5 }), 'ink'),
    {
      kind: 'text',
      name: 'Brand',
      ...{
        x: 7,
        y: 6,
        w: 30,
        h: 3.2,
        size: 2.4,
        color: 'white',
        font: 'display',
        bold: true,
        tracking: -0.01,
      },
      paragraphs: [plain(context.deck.brand)],
    },
  ]
  if (eyebrow !== undefined) {
    items.push({
      kind: 'text',
      name: 'Association',
      ...{ x: 7, y: 18.9, w: 44, h: 2.4, size: 1.4, color: 'greenLight', bold: true, tracking: 0.1 },
      paragraphs: [plain(say(context, eyebrow).toLocaleUpperCase(context.language))],
    })
  }
  items.push({
    kind: 'text',
    name: 'Speaker',
    ...{ x: 7, y: 46.6, w: 44, h: 3.4, size: 2.1, color: 'mist' },
    paragraphs: [plain(`${person.givenName} ${person.familyName}`)],
  })
  return items
}

const CODE = { x: 7, y: 32.25, size: 18 }

function drawClosing(person: Person, context: SlideContext): Item[] {
  const { contact } = person
  if (contact === undefined) return []
  const { language, deck } = context
  const code = drawContactCode(writeContactCard(person, deck.association[language], language))
  const scale = CODE.size / code.size
  const address = (label: string, text: string, href: string) => ({
    runs: [
      { text: `${label}: `, color: 'mist' as const },
      { text, href },
    ],
  })
  return [
    ...drawNetwork(placeNetwork({ x: 61, y: -20, size: 64 }), 'ink'),
    {
      kind: 'drawing',
      name: 'Code ground',
      shape: { path: placePath(roundedSquare(code.size, 0.8 / scale), { ...CODE, scale }) },
      fill: 'white',
    },
    {
      kind: 'drawing',
      name: 'Code',
      shape: { path: placePath(code.path, { ...CODE, scale }) },
      fill: 'ink',
      alternative: STRINGS.contactCode[language],
    },
    {
      kind: 'text',
      name: 'Contact',
      ...{ x: 28, y: 30.25, w: 66, h: 20, size: 1.9, color: 'white', leading: 1.4, anchor: 'bottom' },
      paragraphs: [
        { ...plain(say(context, contact.role)), after: 0.4, style: { size: 1.9, color: 'mist' } },
        {
          ...plain(`${person.givenName} ${person.familyName}`),
          after: 1.4,
          style: { size: 2.6, color: 'white', font: 'display', bold: true, tracking: -0.015 },
        },
        address(STRINGS.email[language], contact.email, `mailto:${contact.email}`),
        address(STRINGS.linkedin[language], readableAddress(contact.linkedin), contact.linkedin),
      ],
    },
  ]
}

function roundedSquare(size: number, radius: number): string {
  const side = size - 2 * radius
  const corner = (x: number, y: number) => `a${radius} ${radius} 0 0 1 ${x} ${y}`
  return `M${radius} 0h${side}${corner(radius, radius)}v${side}${corner(-radius, radius)}h${-side}${corner(-radius, -radius)}v${-side}${corner(radius, -radius)}z`
}
