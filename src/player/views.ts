import { findAddressed } from '../deck/fragment.ts'
import type { Place } from '../talk/place.ts'
import { withStorage } from '../talk/storage.ts'
import { classifyAddress, correctAddress, readPlace, writePlace } from './address.ts'
import { isHall } from './is-hall.ts'
import { notify } from './notify.ts'
import { openReading } from './reading.ts'
import { VIEW_DEFAULTS, type View, type ViewName, type ViewOptions } from './view.ts'

/** The page's view: reading or presenting. */
export interface Views extends Pick<View, 'place' | 'go'> {
  name(): ViewName
  view(): Omit<View, 'close'>
  /** Changes from reading to presenting or back, at the same place. */
  switch(): Promise<void>
  /** Replaces the slides, and opens the view again at the place that the address then names. */
  reopen(replace: () => void): Promise<void>
  /** Calls `listener` once now, and whenever the view or the place has changed. */
  follow(listener: () => void): void
}

/** Opens the view that the script in the head has chosen, and switches between the two at the same place. */
export function createViews(): Views {
  const root = document.documentElement
  const listeners: (() => void)[] = []
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const name = (): ViewName => (root.dataset['view'] === 'presenting' ? 'presenting' : 'reading')
  let view = waitAt(readPlace())
  let hideNotice = () => {}

  const change = async (wanted: ViewName, replace?: () => void) => {
    const open = await loadView(wanted)
    const opened = open === openReading ? 'reading' : wanted
    const isOther = opened !== name()
    const before = view.place()
    view.close()
    replace?.()
    const place = replace ? readPlace() : before
    const waiting = waitAt(place)
    view = waiting
    root.dataset['view'] = opened
    const onMove = (moved: Place) => {
      hideNotice()
      writePlace(moved, { push: opened === 'presenting' && !isHall() })
      tell()
    }
    view = await open({ place, onMove })
    // On a fresh page the browser itself scrolls to the address; in all other cases the view must do it.
    if (isOther || place.slide !== before.slide || waiting.place() !== place) view.go(waiting.place())
    tell()
  }

  // Changes run one after the other.
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const acting = turn.then(act)
    // The caller gets the failure through `acting`; the next change starts anyway.
    turn = acting.catch(() => undefined)
    return acting
  }

  /** Goes to the address's place. If it names no slide of any talk, stays and shows a notice. */
  const obeyAddress = () => {
    const address = classifyAddress()
    const { hash } = location
    const place = address === 'unknown' ? view.place() : readPlace()
    if (address !== 'exact') correctAddress(place)
    if (address !== 'unknown') return view.go(place)
    const stay = (isMoved = false) => {
      if (!isMoved) hideNotice = notify('noSlide', { stays: true })
    }
    import('./follow-moved.ts')
      .then(({ followMoved }) => followMoved((ids) => findAddressed(hash, ids)))
      .then(stay, () => stay())
  }
  window.addEventListener('popstate', () => {
    obeyAddress()
    tell()
  })
  void inTurn(() => change(name()))
  // The browser scrolls only to a slide's exact id.
  if (classifyAddress() !== 'exact') void inTurn(async () => obeyAddress())
  return {
    name,
    view: () => view,
    place: () => view.place(),
    go: (place) => view.go(place),
    switch: () =>
      inTurn(async () => {
        const wanted = name() === 'reading' ? 'presenting' : 'reading'
        await change(wanted)
        if (name() === wanted) withStorage('sessionStorage', (storage) => storage.setItem('view', wanted))
        else notify('notLoaded')
      }),
    reopen: (replace) => inTurn(() => change(name(), replace)),
    follow(listener) {
      listeners.push(listener)
      listener()
    },
  }
}

type Open = (options: ViewOptions) => View | Promise<View>

/** Loads reveal.js only to present. If that fails (no network, an old cache), the page opens for reading. */
async function loadView(name: ViewName): Promise<Open> {
  if (name === 'reading') return openReading
  try {
    const { openPresenting } = await import('./presenting.ts')
    return openPresenting
  } catch (error) {
    console.error('The presenting view could not be loaded; the page opens for reading.', error)
    return openReading
  }
}

/** A placeholder between two views, which remembers where to go. */
function waitAt(place: Place): View {
  let wanted = place
  return {
    ...VIEW_DEFAULTS,
    place: () => wanted,
    go(next) {
      wanted = next
    },
    close() {},
  }
}
