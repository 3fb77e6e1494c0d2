import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { installInPage } from '../src/browser/in-page-script.ts'
import type { Finding } from '../src/in-page/contract.ts'
import type { ProofOptions } from '../src/proof/proof.ts'
import { COLOURS, type Screen } from '../src/proof/screens.ts'
import { PHONE, startBrowser, WIDE } from './browser.ts'
import { runScript } from './copy-project.ts'
import { addStyle, alterPages, composeProof, type Looked, proofTalk } from './proof-talk.ts'
import { SAMPLE } from './sample-talk.ts'

let browser: Browser
let page: Page
let looked: Looked
beforeAll(async () => {
  browser = await startBrowser()
  ;[page, looked] = await Promise.all([browser.newPage(), composeProof(SAMPLE)])
})
afterAll(() => browser.close())

/** A page of one slide: a correct sentence, then `content`. */
const fixture = (content: string) => `<!doctype html><style>
body { margin: 0; font: 30px/1.4 sans-serif; color: #000; background: #fff }
p, h2 { margin: 0 0 1rem }
:root { --u: min(1vw, 1.7778vh) }
.slide { position: relative; overflow: clip; height: 100vh; padding: 100px; box-sizing: border-box }
.at { position: absolute; left: 100px; top: 300px }
</style><main class="slides"><section class="slide" id="one"><p>Sound.</p>${content}</section></main>`

async function find(content: string, screen: Screen = WIDE): Promise<Finding[]> {
  await page.setViewport(screen)
  await page.setContent(fixture(content))
  const ask = await installInPage(page)
  return [...(await ask('auditSlide', 'one')), ...(await ask('auditPage')), ...(await ask('checkLinks', []))]
}

const dots = (stroke: number) =>
  `<svg class="at" width="400" height="40"><path d="M20 20h0M50 20h0" fill="none" stroke="red" stroke-linecap="round" stroke-width="${stroke}"/></svg>`

const plate = (style: string) => `<div class=at style="width: 90px; ${style}"></div><p class=at>text`
const used = `<svg width=0><defs><path id=d d="M20 20h0"/></defs></svg>
<svg class=at width=400 height=40><use href="#d" stroke=red stroke-linecap=round stroke-width=16 /></svg>`

describe('the proof goes red at', () => {
  it.each<[name: string, content: string, expected: string, screen?: Screen]>([
    [
      'text wider than its slide',
      `<p style="white-space: nowrap">${'word '.repeat(40)}`,
      'sticks out of the slide at the right',
    ],
    ['text higher than its slide', `<p>${'line<br>'.repeat(30)}`, 'sticks out of the slide at the bottom'],
    [
      'text cut off by its box',
      '<div style="overflow: hidden; height: 40px">cut<br>off</div>',
      'text “cutoff” is cut off at the bottom',
    ],
    [
      'text that no scrolling reaches',
      '<div style="overflow: auto; width: 200px"><p style="margin-left: -60px">left',
      'text “left” is cut off at the left by 60 px, with “left” (p in div)',
    ],
    ['text at the edge', '<p class=at style="left: 4px">edge', 'is 4 px from the slide'],
    ['text over text', '<p class=at>a</p><p class=at>b', '“a” (p.at) and “b” (p.at) lie over each other'],
    ['text over a dot', `${dots(16)}<p class=at>text`, '“text” (p.at) lies over a drawing (svg.at)'],
    [
      'text over a dot drawn by reference',
      `${used}<p class=at>text`,
      '“text” (p.at) lies over a drawing (svg.at)',
    ],
    [
      'text over a line',
      '<svg class=at><path d="M0 25h300" stroke=red /></svg><p class=at>text',
      'over a drawing (svg.at)',
    ],
    [
      'text over a plate it is no part of',
      plate('height: 90px; background: #eee'),
      'lies over another box (div.at)',
    ],
    ['text over a rule', plate('height: 25px; border-bottom: 2px solid red'), 'lies over a line (of div.at)'],
    ['running text too small', '<p style="font-size: 24px">small', 'is 24 px, under 1.9u (24.3 px)'],
    [
      'a source too small',
      '<p class=small-print style="font-size: 16px">small',
      '16 px, under 1.3u (16.6 px)',
    ],
    ['weak contrast', '<p style="color: #888">weak', 'has a contrast of 3.54:1, under 4.5:1'],
    ['contrast weakened by what it stands in', '<p style="opacity: 0.5">weak', 'under 4.5:1'],
    ['paragraphs of middling contrast', '<p class=text style="color: #666">middling', 'under 7:1'],
    [
      'text on a picture',
      '<p style="background: linear-gradient(red, blue)">which',
      'contrast cannot be told',
    ],
    [
      'a link to no place in the page',
      '<a href="#nowhere">to nowhere</a>',
      'leads to #nowhere, which is not in',
    ],
    ['a link to no address', '<a href="https://">to nowhere</a>', 'which is no address'],
    ['a link to a host that is none', '<a href="https://nowhere/">to nowhere</a>', 'which names no host'],
    ['a letter to nobody', '<a href="mailto:someone@nowhere">write</a>', 'which is no e-mail address'],
    ['a drawing that refers to nothing', '<svg><use href="#nothing"/></svg>', 'leads to #nothing'],
    [
      'a page wider than the window',
      '</section><div style="width: 1300px">wide',
      '20 px wider than the window',
    ],
    ['text too small for a phone', '<p style="font-size: 16px">small', 'is 16 px, under 17 px', PHONE],
    ['a link too low for a finger', '<a href="#one">low</a>', 'high to touch, under 44 px', PHONE],
  ])('%s', async (_name, content, expected, screen) => {
    const faults = (await find(content, screen)).filter(({ severity }) => severity === 'fault')
    expect(faults.map(({ what }) => what)).toEqual([expect.stringContaining(expected)])
  })
})

test.each([
  [
    'an orphan',
    WIDE,
    '<h2 style="text-wrap: balance">The last is<br>as',
    '“as” stands alone on the last line',
  ],
  ['a half-empty phone', PHONE, '', 'of the height is empty'],
  [
    'text that all but touches a dot',
    WIDE,
    `${dots(8)}<p class=at style="margin-left: 56px">text`,
    'very near',
  ],
])('the proof warns of %s', async (_name, screen, content, expected) => {
  const what = expect.stringContaining(expected)
  expect(await find(content, screen)).toContainEqual({ severity: 'warning', slide: 'one', what })
})

const TIGHT = '<h2 style="font: 80px/0.9 sans-serif; margin: 0">xxx</h2>'
test.each([
  ['text that can be scrolled to', '<div style="overflow: auto; height: 40px">one<br>two</div>'],
  ['lines set so tight that only their empty parts overlap', TIGHT + TIGHT],
  ['text between dots', `${dots(8)}<p class=at style="margin-left: 100px">text`],
  ['text on a plate of its own', '<div style="background: #eee; border: 1px solid red; padding: 9px">text'],
  [
    'links to somewhere',
    '<a href="#one">a</a> <a href="https://a.org/">b</a> <a href="mailto:a@a.org">c</a>',
  ],
])('the proof stays green at %s', async (_name, content) => {
  expect(await find(content)).toEqual([])
})

const proof = (options: Partial<ProofOptions>) => proofTalk(browser, looked, options)

describe('the deck', () => {
  it('is drawn on a sheet for each language, screen and view, and printed', async () => {
    const sheets: string[] = []
    const { fault } = await proof({
      languages: ['lt', 'en'],
      slides: ['zygis'],
      screens: [WIDE],
      colours: COLOURS.slice(0, 1),
      print: true,
      onSheet(name, png) {
        expect(Buffer.from(png).subarray(1, 4).toString()).toBe('PNG')
        sheets.push(name)
      },
    })
    expect(fault).toEqual([])
    const names = ['1280x720', '1280x720-presenting', 'print', 'console']
    expect(sheets.toSorted()).toEqual(
      [
        ...names.flatMap((name) => [`lt-${name}`, `en-${name}`]),
        'lt-1280x720-dark',
        'lt-1280x720-dark-presenting',
      ].toSorted(),
    )
  })

  it('goes red at text that is cut off in the overview alone', async () => {
    const site = addStyle(looked.site, '.overview #sodai .text { white-space: nowrap }')
    const { fault } = await proof({ slides: ['sodai'], screens: [WIDE], site })
    expect(fault).toEqual([
      expect.stringMatching(/^lt sodai 1280x720 overview: text “.*(sticks out|cut off)/),
    ])
  })

  it('goes red at text that is cut off in the console’s copies alone', async () => {
    const speaker = addStyle(looked.console, '.frame [id="sodai"] .text { white-space: nowrap }')
    const { fault } = await proof({ console: speaker })
    expect(fault).toEqual([expect.stringMatching(/^lt sodai console: text “.*(sticks out|cut off)/)])
  })

  it('goes red at a letter that its fonts do not have', async () => {
    const site = alterPages(looked.site, (html) => html.replace('>Miesto sodų diena</h1>', '>Ж</h1>'))
    const { fault } = await proof({ site })
    expect(fault).toEqual([expect.stringMatching(/^lt pradzia fonts: text “Ж” \(h1\.title\) is set in /)])
  })

  it('goes red at a font that does not arrive, and at a page that is missing', async () => {
    const { fault } = await proof({
      site: { ...looked.site, fonts: [], pages: looked.site.pages.slice(0, 1) },
    })
    expect(fault).toContainEqual(expect.stringMatching(/^lt pradzia fonts: .* \(h1\.title\) is set in /))
    expect(fault).toContainEqual(expect.stringMatching(/^lt {2}links: the page asks for .*woff2/))
    expect(fault).toContainEqual(
      expect.stringMatching(/“English” \(a\.control\) leads to \.\/en\/, which is not/),
    )
  })
})

test('npm run proof says which values an option takes', async () => {
  await expect(runScript(['proof', '--viewport', '1x1'])).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(
      /^option '--viewport .*There is no "1x1"; it takes 1280x720, 1024x768, .*390x844-forced, print\.\n$/,
    ),
  })
})
