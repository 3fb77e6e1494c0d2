import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { MeasureOptions } from './build.ts'
import type { Figure } from './figures.ts'
import { PHONE } from './first-view.ts'
import { COUNT, makePictureProject } from './picture-project.ts'
import { withSite } from './serve.ts'
import { interleave } from './stats.ts'
import { type Visit, visit } from './visit.ts'
import { timeScript } from './whole-process.ts'

/**
 * The build of a talk with photographs, cold and warm, beside the same talk without them; and its first view,
 * beside that of the chosen talk.
 */
export async function measurePictures({ runs, folder, talk }: MeasureOptions): Promise<Figure[]> {
  const project = path.join(folder, 'project')
  await makePictureProject(project)
  const build = (name: string) => timeScript('build', ['--talk', name], {}, project)
  // Compiles the command, which every build after it uses.
  await build('plain')
  const [cold = []] = await interleave(runs, [
    async () => {
      await rm(path.join(project, '.cache/kept'), { recursive: true })
      return build('photographs')
    },
  ])
  const [warm = [], plain = []] = await interleave(runs, [() => build('photographs'), () => build('plain')])
  const [lcp = [], usual = []] = await withSite({ folder: project, talk, pages: {} }, (browser, url) =>
    withSite({ folder, talk: ['--talk', 'photographs'], root: project, pages: {} }, (other, photographs) =>
      interleave(runs, [
        () => visit({ browser: other, url: photographs, viewport: PHONE }),
        () => visit({ browser, url, viewport: PHONE }),
      ]),
    ),
  )
  const seconds = (visits: readonly Visit[]) => visits.map(({ lcp }) => lcp / 1000)
  const name = `${COUNT} photographs of 12 megapixels`
  return [
    { name: `Build with ${name}, nothing kept`, unit: 's', values: cold, target: '≤ 20 s' },
    { name: `Build with ${name}`, unit: 's', values: warm, floor: plain, target: '≤ 1.2 × floor' },
    {
      name: 'First view with photographs after the first slide, phone: LCP',
      unit: 's',
      values: seconds(lcp),
      floor: seconds(usual),
      target: '≤ 1.3 × floor',
    },
  ]
}
