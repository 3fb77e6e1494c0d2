import { openDialog, openJump } from '../talk/dialogs.ts'
import { toggleFullScreen } from '../talk/full-screen.ts'
import { installKeys, type Keys } from '../talk/keys.ts'
import { listSlides } from '../talk/slides.ts'
import { installCharacterKeys } from './character-keys.ts'
import { switchLanguage } from './language.ts'
import type { CommonKey } from './view.ts'
import type { Views } from './views.ts'

/** Installs the keys of the view and those of both views. */
export function installPlayerKeys(views: Views): void {
  const openHelp = () => openDialog('help')
  const everywhere: Keys<CommonKey> = {
    '?': openHelp,
    F1: openHelp,
    f: toggleFullScreen,
    g: () => openJump(nameSlides(), (slide) => views.go({ slide, step: 0 })),
    l: switchLanguage,
    r: () => void views.switch(),
  }
  const getKeys = () => {
    const view = views.view()
    return view.isBlack() ? view.keys() : { ...everywhere, ...view.keys() }
  }
  installKeys(getKeys, installCharacterKeys())
}

function nameSlides() {
  return listSlides().map((slide) => ({
    id: slide.id,
    title: slide.querySelector('h1, h2')?.textContent ?? '',
  }))
}
