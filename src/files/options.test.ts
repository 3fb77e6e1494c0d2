import { describe, expect, test } from 'vitest'
import deck from '../../tests/fixtures/slides/sample/deck.ts'
import { UsageError } from '../cli/usage-error.ts'
import { FORMATS } from './formats/formats.ts'
import { HELP, parseOptions } from './options.ts'

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
  const options = parse('--lang', 'en, lt', '--format=txt,pdf', '--slides', 'zygis,2-3,1')
  expect(options).toMatchObject({
    languages: ['lt', 'en'],
    formats: ['pdf', 'txt'],
    slides: ['pradzia', 'sodai', 'bendrija', 'zygis'],
  })
})

describe('a fault is one line that lists what is valid', () => {
  const slides =
    '1 pradzia, 2 sodai, 3 bendrija, 4 taryba, 5 nauda-planas, 6 nauda-sausra, 7 kaita, 8 zygis, 9 pabaiga'
  test.each([
    [['--lang', 'lt,lv'], '--lang does not know "lv"; it takes lt, en'],
    [['--format', 'pdf,docx'], '--format does not know "docx"; it takes pdf, handout, png, pptx, txt'],
    [['--slides', 'nera'], `--slides does not know "nera"; the slides are ${slides}`],
    [['--slides', '8-12'], `--slides does not know "8-12"; the slides are ${slides}`],
    [['--slides', '0'], `--slides does not know "0"; the slides are ${slides}`],
    [['--slides', '3-2'], `--slides does not know "3-2"; the slides are ${slides}`],
    [['--steps', 'first'], '--steps is "first"; it takes last or all'],
    [['--scale', 'big'], '--scale is "big"; it takes a number from 0.25 to 4'],
    [['--scale', '9'], '--scale is "9"; it takes a number from 0.25 to 4'],
    [['--out'], '--out needs a value; --help tells which'],
    [
      ['--langs', 'lt'],
      'there is no option "--langs"; the options are --talk, --lang, --format, --slides, --steps, --out, --scale, --notes, --quiet, --help',
    ],
    [
      ['lt'],
      'there is no option "lt"; the options are --talk, --lang, --format, --slides, --steps, --out, --scale, --notes, --quiet, --help',
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
