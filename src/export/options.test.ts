import { describe, expect, test } from 'vitest'
import deck from '../../slides/deck.ts'
import { FORMATS, HELP, parseOptions, UsageError } from './options.ts'

const parse = (...args: string[]) => parseOptions(args, deck)

test('without options everything is made, once a slide, without notes', () => {
  expect(parse()).toEqual({
    languages: ['lt', 'en'],
    formats: FORMATS,
    slides: Object.keys(deck.slides),
    steps: 'last',
    folder: 'out',
    scale: 1,
    notes: false,
    quiet: false,
    help: false,
  })
})

test('the short form makes its own formats, unless told others', () => {
  expect(parseOptions([], deck, ['pdf']).formats).toEqual(['pdf'])
  expect(parseOptions(['--format', 'txt'], deck, ['pdf']).formats).toEqual(['txt'])
})

test('lists come in the deck’s order, whatever order they were named in', () => {
  const options = parse('--lang', 'en, lt', '--format=txt,pdf', '--slides', 'jojimas,2-3,1')
  expect(options).toMatchObject({
    languages: ['lt', 'en'],
    formats: ['pdf', 'txt'],
    slides: ['infodiena', 'asociacija', 'naryste', 'jojimas'],
  })
})

describe('a fault is one line that lists what is valid', () => {
  const slides =
    '1 infodiena, 2 asociacija, 3 naryste, 4 valdyba, 5 verte-strategija, 6 verte-krize, 7 transformacija, 8 jojimas, 9 aciu'
  test.each([
    [['--lang', 'lt,lv'], '--lang does not know "lv"; it takes lt, en'],
    [['--format', 'pdf,docx'], '--format does not know "docx"; it takes pdf, handout, png, pptx, txt'],
    [['--slides', 'pabaiga'], `--slides does not know "pabaiga"; the slides are ${slides}`],
    [['--slides', '8-12'], `--slides does not know "8-12"; the slides are ${slides}`],
    [['--slides', '0'], `--slides does not know "0"; the slides are ${slides}`],
    [['--slides', '3-2'], `--slides does not know "3-2"; the slides are ${slides}`],
    [['--steps', 'first'], '--steps is "first"; it takes last or all'],
    [['--scale', 'big'], '--scale is "big"; it takes a number from 0.25 to 4'],
    [['--scale', '9'], '--scale is "9"; it takes a number from 0.25 to 4'],
    [['--out'], '--out needs a value; --help tells which'],
    [
      ['--langs', 'lt'],
      'there is no option "--langs"; the options are --lang, --format, --slides, --steps, --out, --scale, --notes, --quiet, --help',
    ],
    [
      ['lt'],
      'there is no option "lt"; the options are --lang, --format, --slides, --steps, --out, --scale, --notes, --quiet, --help',
    ],
  ])('%j', (args, message) => {
    expect(() => parse(...args)).toThrow(new UsageError(message))
  })
})

test('the help tells every option and every format', () => {
  for (const name of ['lang', 'format', 'slides', 'steps', 'out', 'scale', 'notes', 'quiet', 'help']) {
    expect(HELP).toContain(`--${name}`)
  }
  for (const format of FORMATS) expect(HELP).toContain(format)
})
