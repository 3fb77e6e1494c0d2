import { type Place, readPlace, writePlace } from './place.ts'
import { openReading } from './reading.ts'
import type { Presentation } from './reveal.ts'
import type { View, ViewName } from './view.ts'

/** The page's view, whichever it is now. */
export interface Views {
  name(): ViewName
  place(): Place
  go(place: Place): void
  switch(): Promise<void>
  /** What only presenting can do; undefined while reading. */
  presentation(): Presentation | undefined
  /** Opens the view anew where it is, after the slides were replaced. */
  reopen(replace: () => void): Promise<void>
}

export interface ViewsOptions {
  readonly mayUseKey: (event: KeyboardEvent) => boolean
}

/** Opens the view that the head's script chose, and changes between the two without losing the place. */
export async function createViews({ mayUseKey }: ViewsOptions): Promise<Views> {
  const root = document.documentElement
  const name = (): ViewName => (root.dataset['view'] === 'presenting' ? 'presenting' : 'reading')
  let presentation: Presentation | undefined
  const open = async (place: Place): Promise<View> => {
    if (name() === 'reading') {
      presentation = undefined
      return openReading({ place, onMove: (moved) => writePlace(moved, { push: false }) })
    }
    // The visitor who reads never loads reveal.js.
    const { openPresentation } = await import('./reveal.ts')
    const onMove = (moved: Place) => writePlace(moved, { push: true })
    presentation = await openPresentation({ place, onMove, mayUseKey })
    return presentation
  }
  let view = await open(readPlace())
  window.addEventListener('popstate', () => view.go(readPlace()))
  return {
    name,
    place: () => view.place(),
    go: (place) => view.go(place),
    presentation: () => presentation,
    async switch() {
      const place = view.place()
      view.close()
      root.dataset['view'] = name() === 'reading' ? 'presenting' : 'reading'
      rememberView(name())
      view = await open(place)
      if (name() === 'reading') view.go(place)
      writePlace(place, { push: false })
    },
    async reopen(replace) {
      const place = view.place()
      view.close()
      replace()
      view = await open(place)
      view.go(place)
    },
  }
}

function rememberView(name: ViewName): void {
  try {
    sessionStorage.setItem('view', name)
  } catch {
    // Storage may be closed to this page; the view then lasts until the next load.
  }
}
