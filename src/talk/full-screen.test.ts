import { afterEach, expect, it, vi } from 'vitest'
import { toggleFullScreen } from './full-screen.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A browser that answers each request for full screen with a fault. */
const refuse = (fault: unknown) =>
  vi.stubGlobal('document', {
    fullscreenEnabled: true,
    fullscreenElement: null,
    documentElement: { requestFullscreen: () => Promise.reject(fault) },
  })

it('stays as it is when the browser refuses full screen, and hides no other fault', async () => {
  refuse(new TypeError('Fullscreen request denied'))
  await expect(toggleFullScreen()).resolves.toBeUndefined()
  refuse(new Error('another fault'))
  await expect(toggleFullScreen()).rejects.toThrow('another fault')
})
