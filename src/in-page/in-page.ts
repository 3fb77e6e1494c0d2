import { checkClipping } from './check-clipping.ts'
import { checkCollisions } from './check-collisions.ts'
import { findEmptyBand, findOrphans, findStrayTitles } from './check-composition.ts'
import { checkContrast } from './check-contrast.ts'
import { checkEdges } from './check-edges.ts'
import { checkLinks } from './check-links.ts'
import { checkControlSizes, checkSizes, checkTargets } from './check-sizes.ts'
import type { Finding, InPage } from './contract.ts'
import { describe, px } from './describe.ts'
import { findCrowding } from './find-crowding.ts'
import { isCompact } from './measure.ts'
import { measureSlides } from './measure-slides.ts'
import { boxObstacle, collectObstacles } from './obstacles.ts'
import { listPlaces } from './places.ts'
import { findSlide, goTo, scrollOn, showOverview, showPresenting, showReading, showStrip } from './show.ts'
import { showAllText } from './show-all-text.ts'
import { isSpaced, spaceText } from './space-text.ts'
import { collectWords, isVisible } from './words.ts'

function auditSlide(id: string): Finding[] {
  const slide = findSlide(id)
  const words = collectWords(slide)
  if (isSpaced())
    return toFindings('fault', id, [...checkClipping(slide, words), ...checkCollisions(words, [])])
  const controls = [...document.querySelectorAll('.controls nav')].filter(isVisible).map(boxObstacle)
  const obstacles = [...collectObstacles(slide), ...controls]
  const faults = [
    ...checkClipping(slide, words),
    ...checkEdges(slide, words),
    ...checkCollisions(words, obstacles),
    ...checkSizes(slide),
    ...checkTargets(slide),
    ...checkContrast(slide),
  ]
  const warnings = [...findOrphans(words), ...findEmptyBand(slide, words), ...findCrowding(words, obstacles)]
  return [...toFindings('fault', id, faults), ...toFindings('warning', id, warnings)]
}

function checkLength(id: string): Finding[] {
  const slide = findSlide(id)
  const over = slide.scrollHeight - slide.clientHeight
  if (over <= 0 || isSpaced() || isCompact()) return []
  return toFindings('fault', id, [`presented, it is ${px(over)} longer than the window`])
}

function checkCopy(id: string): Finding[] {
  const slide = findSlide(id)
  return isSpaced() ? [] : toFindings('fault', id, checkClipping(slide, collectWords(slide)))
}

function auditPage(): Finding[] {
  const { scrollWidth, clientWidth } = document.documentElement
  const wide =
    scrollWidth > clientWidth ? [`the page is ${px(scrollWidth - clientWidth)} wider than the window`] : []
  const controls = [...document.querySelectorAll('.controls')].filter(isVisible).flatMap(auditControls)
  const dialogs = [...document.querySelectorAll('dialog')].flatMap((dialog) => {
    dialog.showModal()
    const faults = auditControls(dialog)
    dialog.close()
    return faults.map((fault) => `${fault}, in ${describe(dialog)}`)
  })
  const titles = findStrayTitles([...document.querySelectorAll('.slide')])
  return [
    ...toFindings('fault', '', [...wide, ...controls, ...dialogs]),
    ...titles.flatMap(({ slide, what }) => toFindings('warning', slide, [what])),
  ]
}

function auditControls(root: Element): string[] {
  const words = collectWords(root)
  return [
    ...checkClipping(root, words),
    ...checkCollisions(words, []),
    ...checkControlSizes(root),
    ...checkTargets(root),
    ...checkContrast(root),
  ]
}

function toFindings(severity: Finding['severity'], slide: string, found: readonly string[]): Finding[] {
  return found.map((what) => ({ severity, slide, what }))
}

const inPage: InPage = {
  auditSlide,
  checkLength,
  checkCopy,
  auditPage,
  checkLinks,
  showReading,
  showPresenting,
  showOverview,
  showStrip,
  spaceText,
  goTo,
  scrollOn,
  listPlaces,
  showAllText,
  measureSlides,
}

export default inPage
