import type { Page } from 'puppeteer-core'
import { describe, expect, inject, it } from 'vitest'
import {
  addressOf,
  describeTree,
  expectAllReady,
  expectOn,
  expectPlace,
  expectReading,
  look,
  openIn,
  PHONE,
  POLLING,
  press,
  resize,
  settle,
  useBrowser,
} from './browser.ts'
import { IDS, OUTLINE } from './talk.ts'

const visit = useBrowser()

const present = (hash = '') => visit({ view: 'presenting', hash })

/** The talk's slides in all their steps, as the speaker goes through them. */
const PLACES = OUTLINE.flatMap(({ slide, steps }) =>
  Array.from({ length: steps + 1 }, (_, step) => ({ slide, step })),
)

describe('keys while presenting', () => {
  it('go through every slide and step, stop at the end, and go back as far as the beginning', async () => {
    const { page, problems } = await present('#pradzia')
    for (const { slide, step } of PLACES) {
      await expectPlace(page, slide, step)
      await press(page, 'ArrowRight')
    }
    for (const { slide, step } of PLACES.toReversed()) {
      await expectPlace(page, slide, step)
      await press(page, 'ArrowLeft')
    }
    await expectPlace(page, 'pradzia')
    expect(problems).toEqual([])
  })

  it('are several for each direction, and lead to the first and the last slide', async () => {
    const { page } = await present('#sodai')
    for (const [next, back] of [
      ['ArrowRight', 'ArrowLeft'],
      ['ArrowDown', 'ArrowUp'],
      ['PageDown', 'PageUp'],
      ['Space', 'Shift+Space'],
    ] as const) {
      for (const [slide, step] of [
        ['sodai', 1],
        ['sodai', 2],
        ['bendrija', 0],
      ] as const) {
        await press(page, next)
        await expectPlace(page, slide, step)
      }
      for (const step of [2, 1, 0]) {
        if (back === 'Shift+Space') await page.keyboard.down('Shift')
        await press(page, back === 'Shift+Space' ? 'Space' : back)
        if (back === 'Shift+Space') await page.keyboard.up('Shift')
        await expectPlace(page, 'sodai', step)
      }
    }
    await press(page, 'End')
    await expectPlace(page, 'pabaiga')
    await press(page, 'Home')
    await expectPlace(page, 'pradzia')
  })

  it('count once when held down, and are the browser’s own with Alt', async () => {
    const { page } = await present('#sodai')
    const wasLeft = await page.evaluate(() =>
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowRight', altKey: true, bubbles: true, cancelable: true }),
      ),
    )
    expect(wasLeft).toBe(true)
    await page.keyboard.down('ArrowRight')
    for (let repeat = 0; repeat < 10; repeat++) await page.keyboard.down('ArrowRight')
    await page.keyboard.up('ArrowRight')
    await expectPlace(page, 'sodai', 1)
    await press(page, 'ArrowRight')
    await expectPlace(page, 'sodai', 2)
  })

  it('press the button that has the focus and go nowhere, not even behind the dialog that it opens', async () => {
    const { page } = await present('#sodai')
    for (const key of ['Space', 'Enter'] as const) {
      await page.focus('[data-control="help"]')
      await press(page, key)
      await expectOn(page, '#help[open]')
      await press(page, 'ArrowRight', 'PageDown', 'b', 'o', 'r', 'l', 'End')
      await press(page, 'Escape')
      await expectOn(page, '#help[open]', false)
      await expectPlace(page, 'sodai')
    }
    expect(page.url()).toBe(addressOf('lt', '#sodai'))
    // A click leaves no focus that Space would press.
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
    await page.mouse.move(600, 300)
    await page.click('[data-control="help"]')
    await expectOn(page, '#help[open]')
    await press(page, 'Escape')
    await expectOn(page, '#help[open]', false)
    await press(page, 'Space')
    await expectPlace(page, 'sodai', 1)
  })

  it('do not advance with Space on a link', async () => {
    const { page } = await present('#pabaiga')
    const link = '#pabaiga a[href^="mailto:"]'
    await page.focus(link)
    const wasLeft = await page.$eval(link, (focused) =>
      focused.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true })),
    )
    expect(wasLeft).toBe(true)
    await press(page, 'Space')
    await press(page, 'ArrowLeft')
    await expectPlace(page, 'zygis', 3)
  })
})

it('the black screen comes and goes by key, goes with a click, and no other key acts in it', async () => {
  const { page } = await present('#sodai')
  for (const key of ['b', '.'] as const) {
    await press(page, key)
    await expectOn(page, '.pause-overlay')
    const covers = await page.$eval('.pause-overlay', (overlay) => {
      const { width, height } = overlay.getBoundingClientRect()
      return width === innerWidth && height === innerHeight && overlay === document.elementFromPoint(9, 9)
    })
    expect(covers).toBe(true)
    await press(page, 'ArrowRight', 'Space', 'End', 'g', '?', 'r', 'o', 'Escape', 'l')
    await expectOn(page, '.pause-overlay')
    expect(await page.$('dialog[open]')).toBeNull()
    await press(page, key)
    await expectOn(page, '.pause-overlay', false)
    await expectPlace(page, 'sodai')
  }
  await press(page, 'b')
  await expectOn(page, '.pause-overlay')
  await page.mouse.click(640, 360)
  await expectOn(page, '.pause-overlay', false)
  await expectPlace(page, 'sodai')
})

it('the browser neither lays out nor paints what waits, until the overview or a jump shows it', async () => {
  const { page } = await present('#sodai')
  await expectAllReady(page)
  const listHidden = () =>
    page.$$eval('.slides > section', (slides) =>
      (['contentVisibility', 'visibility'] as const).map((property) =>
        slides.filter((slide) => getComputedStyle(slide)[property] === 'hidden').map(({ id }) => id),
      ),
    )
  const twice = (ids: readonly string[]) => [ids, ids]
  await expect.poll(listHidden).toEqual(twice(IDS.slice(3)))
  await press(page, 'o')
  await expect.poll(listHidden).toEqual(twice([]))
  await press(page, 'Escape', 'End')
  await expect.poll(listHidden).toEqual(twice(IDS.slice(0, -2)))
})

describe('the overview', () => {
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.closest('section')?.id)

  it('shows all slides, each complete and with a button of its name, and goes with the key that brought it', async () => {
    const { page } = await present('#sodai')
    await press(page, 'ArrowRight')
    await expectPlace(page, 'sodai', 1)
    await expectAllReady(page)
    for (const key of ['o', 'Escape'] as const) {
      const before = await describeTree(page, '.reveal')
      await press(page, key)
      await expectOn(page, '.overview .slides')
      expect((await look(page)).shown).toEqual(IDS)
      const boxes = await page.$$eval('.slides > section', (slides) =>
        slides.map((slide) => {
          const { left, right, width, height } = slide.getBoundingClientRect()
          return {
            named: slide.querySelector('button')?.ariaLabel === slide.ariaLabel,
            inside: left >= 0 && right <= innerWidth,
            ratio: (width / height).toFixed(1),
          }
        }),
      )
      expect(new Set(boxes.map((box) => JSON.stringify(box)))).toEqual(
        new Set([JSON.stringify({ named: true, inside: true, ratio: '1.8' })]),
      )
      const hiddenSteps = await page.$$eval(
        '.fragment',
        (steps) => steps.filter((step) => getComputedStyle(step).opacity !== '1').length,
      )
      expect(hiddenSteps).toBe(0)
      await press(page, key)
      await expectOn(page, '.overview .slides', false)
      await expectPlace(page, 'sodai', 1)
      expect(await describeTree(page, '.reveal')).toEqual(before)
    }
  })

  it('is walked with the arrows, row by row too, and left by Enter on the chosen slide', async () => {
    const { page } = await present('#pradzia')
    await press(page, 'o')
    const columns = await page.$$eval(
      '.slides > section',
      (slides) => slides.filter(({ offsetTop }) => offsetTop === slides[0]?.offsetTop).length,
    )
    expect(columns).toBeGreaterThan(1)
    await press(page, 'ArrowDown')
    expect(await focused(page)).toBe(IDS[columns])
    await press(page, 'ArrowUp', 'ArrowUp', 'ArrowLeft')
    expect(await focused(page)).toBe('pradzia')
    await press(page, 'End', 'ArrowRight', 'ArrowLeft')
    expect(await focused(page)).toBe('zygis')
    await press(page, 'Home', 'ArrowRight', 'ArrowRight')
    expect(await focused(page)).toBe('bendrija')
    const entries = await page.evaluate(() => history.length)
    await press(page, 'Enter')
    await expectPlace(page, 'bendrija')
    expect(await page.evaluate(() => history.length)).toBe(entries + 1)
  })

  it('leaves one where one was, without a choice', async () => {
    const { page } = await present('#zygis')
    await press(page, 'ArrowRight', 'ArrowRight', 'o', 'Home', 'Escape')
    await expectPlace(page, 'zygis', 2)
    await press(page, 'o', 'Enter')
    await expectPlace(page, 'zygis', 2)
  })

  it('goes to the slide that is clicked, and when the browser goes back; no link in it can be pressed', async () => {
    const { page } = await present('#pradzia')
    await press(page, 'o')
    await expectOn(page, '.overview .slides')
    await page.click('#pabaiga')
    await expectPlace(page, 'pabaiga')
    await press(page, 'o')
    await press(page, 'Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('section'))).toBeNull()
    await page.goBack()
    await expectPlace(page, 'pradzia')
    expect(await page.$('.overview')).toBeNull()
  })
})

describe('jumping to a slide', () => {
  const jump = async (page: Page, text: string) => {
    await press(page, 'g')
    await expectOn(page, '#jump[open]')
    await page.keyboard.type(text)
    await press(page, 'Enter')
  }
  const describeField = (page: Page) =>
    page.$eval('#jump input', (field) => field.getAttribute('aria-describedby'))

  it('goes by its number, its id, its title, and a word of its title without accents', async () => {
    const { page } = await present('#sodai')
    for (const [text, slide] of [
      ['4', 'taryba'],
      ['nauda-sausra', 'nauda-sausra'],
      ['Miesto sodų kaita', 'kaita'],
      ['zygis', 'zygis'],
    ] as const) {
      await jump(page, text)
      await expectPlace(page, slide)
      expect(await page.$('dialog[open]')).toBeNull()
    }
  })

  it('answers with the slides there are where there is none', async () => {
    const { page } = await present('#sodai')
    for (const text of ['10', 'nieko', '0']) {
      await jump(page, text)
      await expectOn(page, '#jump-error')
      const answer = await page.$eval('#jump-error', (error) => error.textContent.replaceAll('\u00a0', ' '))
      expect(answer, text).toContain('8 Sodininkystė šiandien yra kaip žygis raitomis')
      await expect.poll(() => describeField(page)).toBe('jump-error')
      // Wrong once more, it is said once more.
      await page.$eval('#jump-error', (error) => {
        error.removeAttribute('data-said')
        const observer = new MutationObserver(() => {
          observer.disconnect()
          error.setAttribute('data-said', '')
        })
        observer.observe(error, { childList: true })
      })
      await press(page, 'Enter')
      await expectOn(page, '#jump-error[data-said]')
      await press(page, 'Escape')
      await expectOn(page, '#jump[open]', false)
      await expectPlace(page, 'sodai')
      await press(page, 'g')
      await expectOn(page, '#jump-error', false)
      await expect.poll(() => describeField(page)).toBeNull()
      await press(page, 'Escape')
      await expectOn(page, '#jump[open]', false)
    }
  })

  it('is asked for again at once: a closed dialog keeps no key', async () => {
    const { page } = await present('#sodai')
    await press(page, 'g')
    await expectOn(page, '#jump[open]')
    const isOpen = await page.evaluate(() => {
      const dialog = document.querySelector<HTMLDialogElement>('#jump')
      dialog?.close()
      // Before the browser has taken the focus away.
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'g', bubbles: true }))
      return dialog?.open
    })
    expect(isOpen).toBe(true)
  })

  it('comes before the next key, however soon that is pressed', async () => {
    const { page } = await present('#sodai')
    await press(page, 'g')
    await expectOn(page, '#jump[open]')
    await page.keyboard.type('taryba')
    await page.evaluate(() => {
      document.querySelector<HTMLFormElement>('#jump form')?.requestSubmit()
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
    })
    await expectPlace(page, 'nauda-planas')
  })
})

describe('the help sheet', () => {
  it.each([
    ['lt', '?', 'Klavišai', 'Kitas žingsnis'],
    ['en', 'F1', 'Keys', 'Next step'],
  ] as const)('opens in the language of the page (%s) with %s', async (language, key, title, line) => {
    const { page } = await visit({ view: 'presenting', language })
    await press(page, key)
    await expectOn(page, '#help[open]')
    const text = await page.$eval('#help', (help) => help.textContent)
    expect(text).toContain(title)
    expect(text).toContain(line)
  })

  it('names no key that does nothing', async () => {
    const { page } = await present('#sodai')
    const named = await page.$$eval('#help kbd', (keys) => keys.map(({ textContent }) => textContent))
    const keys: Record<string, string> = {
      '→': 'ArrowRight',
      '←': 'ArrowLeft',
      '␣': ' ',
      'Page Down': 'PageDown',
      'Page Up': 'PageUp',
      Esc: 'Escape',
    }
    expect(named.length).toBeGreaterThan(10)
    expect(named).toContain('F1')
    for (const name of named) {
      const taken = await page.evaluate((key) => {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, repeat: true })
        return !document.body.dispatchEvent(event)
      }, keys[name] ?? name)
      expect(taken, `the key ${name}`).toBe(true)
    }
  })
})

describe('single-character keys', () => {
  const turn = async (page: Page) => {
    await press(page, 'F1')
    await expectOn(page, '#help[open]')
    await page.focus('#character-keys')
    await press(page, 'Space', 'Escape')
    await expectOn(page, '#help[open]', false)
  }
  const isTaken = (page: Page, key: string) =>
    page.evaluate((name) => {
      const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, repeat: true })
      return !document.body.dispatchEvent(event)
    }, key)
  const CHARACTERS = ['?', 'b', '.', 'f', 'g', 'l', 'o', 'r', 'R']
  const OTHERS = ['ArrowRight', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End', ' ', 'Escape', 'F1']

  it.each(['presenting', 'reading'] as const)(
    'do nothing any more once they are switched off while %s, in either language and after a reload; all others act',
    async (view) => {
      const { page, problems } = await visit({ view, hash: '#sodai' })
      await turn(page)
      for (const language of ['lt', 'en'] as const) {
        if (language === 'lt') await page.reload()
        else await page.goto(addressOf(language, '#sodai'))
        await settle(page)
        await page.waitForSelector('html[data-character-keys="off"]')
        for (const key of CHARACTERS) expect(await isTaken(page, key), key).toBe(false)
        if (view === 'presenting') for (const key of OTHERS) expect(await isTaken(page, key), key).toBe(true)
        else expect(await isTaken(page, 'F1')).toBe(true)
        expect(await page.$eval('#character-keys', (control) => (control as HTMLInputElement).checked)).toBe(
          false,
        )
      }
      await turn(page)
      await page.waitForFunction(() => localStorage.length === 0)
      for (const key of ['?', 'g', 'r']) expect(await isTaken(page, key), key).toBe(true)
      expect(problems).toEqual([])
    },
  )

  it('can be switched off where storage is closed, for as long as the page is open', async () => {
    const { page, problems } = await visit()
    await page.evaluateOnNewDocument(() => {
      for (const storage of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, storage, {
          get() {
            throw new DOMException('closed', 'SecurityError')
          },
        })
      }
    })
    await page.goto(addressOf('lt', '#sodai'))
    await expectPlace(page, 'sodai')
    // All else is as ever, but for what is remembered.
    await press(page, 'r')
    await expectReading(page, 'sodai')
    await press(page, 'r')
    await expectPlace(page, 'sodai')
    await press(page, 'l')
    await page.waitForFunction(() => document.documentElement.lang === 'en')
    await expectPlace(page, 'sodai')
    await turn(page)
    await press(page, 'r', 'b', 'o')
    await press(page, 'ArrowRight')
    await expectPlace(page, 'sodai', 1)
    expect(problems).toEqual([])
  })
})

describe('full screen', () => {
  it('comes and goes with F', async () => {
    const { page } = await present()
    await press(page, 'f')
    await page.waitForFunction(() => document.fullscreenElement === document.documentElement)
    await press(page, 'f')
    await page.waitForFunction(() => document.fullscreenElement === null)
  })
})

describe('the screen', () => {
  it('stays awake while presenting and visible, and may sleep while reading', async () => {
    const { page, problems } = await visit()
    await page.evaluateOnNewDocument(() => {
      const locks: { released: boolean }[] = []
      Object.assign(window, { locks })
      const request = async () => {
        const lock = {
          released: false,
          async release() {
            lock.released = true
          },
        }
        locks.push(lock)
        return lock
      }
      Object.defineProperty(navigator, 'wakeLock', { value: { request } })
    })
    await openIn(page, 'presenting', addressOf('lt'))
    const held = () =>
      page.waitForFunction(
        () =>
          (window as unknown as { locks: { released: boolean }[] }).locks.filter(({ released }) => !released)
            .length === 1,
      )
    const free = () =>
      page.waitForFunction(() =>
        (window as unknown as { locks: { released: boolean }[] }).locks.every(({ released }) => released),
      )
    await held()
    await press(page, 'ArrowRight', 'ArrowRight')
    await held()
    await press(page, 'r')
    await free()
    await press(page, 'r')
    await held()
    // As the system does when the tab is left and come back to.
    await page.evaluate(() => {
      for (const lock of (window as unknown as { locks: { released: boolean }[] }).locks) lock.released = true
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await held()
    expect(problems).toEqual([])
  })

  it('is one slide whole when a wide window becomes a phone, and the other way round', async () => {
    const { page, problems } = await present('#zygis')
    await press(page, 'ArrowRight')
    for (const viewport of [PHONE, { width: 1280, height: 720 }]) {
      await resize(page, { width: viewport.width, height: viewport.height })
      await expectPlace(page, 'zygis', 1)
      const box = await page.$eval('#zygis', (slide) => {
        const { left, top, width, height } = slide.getBoundingClientRect()
        return { left, top, width, height, wide: document.documentElement.scrollWidth }
      })
      expect(box).toEqual({
        left: 0,
        top: 0,
        width: viewport.width,
        height: viewport.height,
        wide: viewport.width,
      })
    }
    expect(problems).toEqual([])
  })
})

describe('a wheel or a trackpad', () => {
  it('moves neither the talk nor the page', async () => {
    const { page } = await present('#sodai')
    await page.mouse.move(640, 360)
    await page.mouse.wheel({ deltaY: 900 })
    await press(page, 'ArrowRight')
    await expectPlace(page, 'sodai', 1)
    expect(await page.evaluate(() => [scrollX, scrollY])).toEqual([0, 0])
  })
})

describe('motion', () => {
  it('ends with one slide and all the steps taken in full sight', async () => {
    const { page, problems } = await visit()
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'no-preference' }])
    await openIn(page, 'presenting', addressOf('lt', '#pradzia'))
    for (const { slide, steps } of OUTLINE) {
      await expectPlace(page, slide)
      for (let step = 1; step <= steps; step++) {
        await press(page, 'ArrowRight')
        await expectPlace(page, slide, step)
      }
      await page.waitForFunction(
        (id) =>
          [...document.querySelectorAll(`#${id} .fragment`)].every(
            (step) => getComputedStyle(step).opacity === '1',
          ),
        {},
        slide,
      )
      await press(page, 'ArrowRight')
    }
    expect(problems).toEqual([])
  })

  it('takes each of the 12 clusters from the network to its place in the loop', async () => {
    const { page, problems } = await visit()
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'no-preference' }])
    await openIn(page, 'presenting', addressOf('lt', '#kaita'))
    await page.evaluate(() => {
      for (const type of ['transitionrun', 'transitionend']) {
        document.querySelector('#kaita .loop')?.addEventListener(type, ({ target }) => {
          if (target instanceof Element && target.matches('.cluster')) target.classList.add(type)
        })
      }
    })
    const countIn = (state: string) => page.$$eval(`#kaita .cluster${state}`, ({ length }) => length)
    expect(await countIn('.transitionrun')).toBe(0)
    await press(page, 'ArrowRight')
    await page.waitForFunction(() => document.querySelectorAll('.cluster.transitionend').length >= 12)
    expect(await countIn('.transitionrun.transitionend')).toBe(12)
    const astray = await page.$$eval('#kaita .cluster', (clusters) =>
      clusters.filter((cluster) => {
        const { e, f } = new DOMMatrix(getComputedStyle(cluster).transform)
        const [x, y] = ['--lx', '--ly'].map((name) =>
          Number(getComputedStyle(cluster).getPropertyValue(name)),
        )
        return Math.hypot(e - (x ?? 0), f - (y ?? 0)) > 0.01
      }),
    )
    expect(astray).toEqual([])
    expect(problems).toEqual([])
  })

  it('is none where the visitor wants none', async () => {
    const { page } = await present('#kaita')
    await press(page, 'ArrowRight')
    await expectPlace(page, 'kaita', 1)
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  })
})

describe('switching between presenting and reading', () => {
  it('keeps the slide, and the step of a slide one has not left', async () => {
    const { page, problems } = await present('#zygis')
    await press(page, 'ArrowRight', 'ArrowRight')
    await expectPlace(page, 'zygis', 2)
    await press(page, 'r')
    await expectReading(page, 'zygis')
    await press(page, 'r')
    await expectPlace(page, 'zygis', 2)
    expect(problems).toEqual([])
  })

  it('leaves the document exactly as it was before presenting, however often', async () => {
    const { page, problems } = await visit({ view: 'reading', hash: '#taryba' })
    const describePage = async () => {
      await expectAllReady(page)
      return [
        await page.$eval('html', (root) => root.getAttributeNames().toSorted()),
        await describeTree(page, 'body'),
      ]
    }
    const before = await describePage()
    for (let time = 0; time < 5; time++) {
      await press(page, 'r')
      await expectPlace(page, 'taryba')
      await press(page, 'b', 'b', 'o', 'o')
      await press(page, 'r')
      await expectReading(page, 'taryba')
    }
    expect(await describePage()).toEqual(before)
    await press(page, 'r')
    await expectPlace(page, 'taryba')
    // Were a listener left behind, one key would count twice.
    await press(page, 'PageUp')
    await expectPlace(page, 'bendrija')
    await press(page, 'PageUp')
    await expectPlace(page, 'sodai', 2)
    expect(problems).toEqual([])
  })

  it('takes two quick switches one after the other', async () => {
    const { page, problems } = await present('#taryba')
    await page.evaluate(() => {
      for (let time = 0; time < 2; time++) {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', bubbles: true }))
      }
    })
    await expectPlace(page, 'taryba')
    expect(await page.evaluate(() => document.documentElement.dataset['view'])).toBe('presenting')
    expect(problems).toEqual([])
  })

  it('is remembered in the tab', async () => {
    const { page } = await visit()
    await page.goto(addressOf('lt', '#taryba'))
    await expectPlace(page, 'taryba')
    await press(page, 'r')
    await expectReading(page, 'taryba')
    await page.reload()
    await expectReading(page, 'taryba')
  })
})

describe('without reveal.js', () => {
  it('shows the slides to be read, and says once in the console why', async () => {
    const { page, problems } = await visit()
    await page.setRequestInterception(true)
    let blocked = true
    page.on('request', (request) => {
      if (blocked && /presenting-[\w-]+\.js/.test(request.url())) void request.abort()
      else void request.continue()
    })
    await page.goto(addressOf('lt', '#taryba'))
    await expectReading(page, 'taryba')
    const said = problems.filter((problem) => problem.includes('could not be loaded'))
    expect(said).toHaveLength(1)
    expect(problems.filter((problem) => problem.startsWith('error'))).toEqual([])
    expect(await page.$eval('.notice', ({ textContent }) => textContent)).toBe('')
    await press(page, 'r')
    await page.waitForFunction(
      () => document.querySelector('.notice')?.textContent.startsWith('Rodymo įkelti nepavyko.'),
      POLLING,
    )
    await expectReading(page, 'taryba')
    blocked = false
    await page.reload()
    await expectPlace(page, 'taryba')
  })

  it('has no dead controls when the player itself is missing', async () => {
    const { page } = await visit()
    await page.setRequestInterception(true)
    page.on('request', (request) => {
      if (/player-[\w-]+\.js/.test(request.url())) void request.abort()
      else void request.continue()
    })
    await page.goto(addressOf('lt'))
    await expectOn(page, 'button[data-control]', false)
    const shown = (await look(page)).shown
    expect(shown).toEqual(IDS)
  })
})

describe('the address’s query', () => {
  it('does not configure reveal.js', async () => {
    const { page, problems } = await visit()
    await openIn(page, 'presenting', `${inject('siteUrl')}?view=print&controls=true&loop=true#taryba`)
    await expectPlace(page, 'taryba')
    expect(page.url()).toBe(addressOf('lt', '#taryba'))
    expect(problems).toEqual([])
  })
})
