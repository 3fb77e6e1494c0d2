import { describe, expect, test } from 'vitest'
import { UsageError } from '../cli/usage-error.ts'
import { parseOptions } from './options.ts'

test('without arguments everything is measured, as often as each part says', () => {
  expect(parseOptions([])).toEqual({ parts: ['build', 'view', 'interaction', 'export'], help: false })
})

test('parts and runs can be chosen; the order of the parts stays', () => {
  expect(parseOptions(['--only', 'export,build', '--runs', '3'])).toEqual({
    parts: ['build', 'export'],
    runs: 3,
    help: false,
  })
})

test('help can be asked for', () => {
  expect(parseOptions(['--help']).help).toBe(true)
})

describe('a bad argument is answered in one line with what is allowed', () => {
  test.each([
    [
      ['--fast'],
      'Unknown argument "--fast": use --talk NAME, --only build,view,interaction,export, --runs 1–99 or --help.',
    ],
    [
      ['build'],
      'Unknown argument "build": use --talk NAME, --only build,view,interaction,export, --runs 1–99 or --help.',
    ],
    [
      ['--only', 'pptx'],
      '--only knows no "pptx": use one or more of build, view, interaction, export, separated by commas.',
    ],
    [
      ['--only'],
      '--only knows no "": use one or more of build, view, interaction, export, separated by commas.',
    ],
    [['--runs', '0'], '--runs is "0": use a whole number, 1–99.'],
    [['--runs', '2.5'], '--runs is "2.5": use a whole number, 1–99.'],
    [['--runs'], '--runs is "": use a whole number, 1–99.'],
  ])('%j', (args, message) => {
    expect(() => parseOptions(args)).toThrow(new UsageError(message))
  })
})
