import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findInstallCommand } from '../programs.ts'

const UNITS = '/lib/systemd/system'
/** Debian's own units, which `deploy/` extends. */
const ADDED = ['nats-server', 'nginx'] as const
const missing = findInstallCommand(['systemd-analyze', ...ADDED])
if (missing !== undefined) console.warn(`Left out, for want of: ${missing}`)

describe.skipIf(missing !== undefined)('systemd', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'deck-systemd-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  /** What systemd reports about a unit; empty without faults. It exits with 0 even for lines that it ignores. */
  const verify = (unit: string) => {
    const { stdout, stderr, status } = spawnSync('systemd-analyze', ['verify', path.join(folder, unit)], {
      encoding: 'utf8',
    })
    return { status, said: stdout + stderr }
  }

  it('understands every line of an edge’s unit', () => {
    const unit = readFileSync('deploy/systemd/deck-edge@.service', 'utf8')
    // With the path of this machine's Node.
    writeFileSync(path.join(folder, 'deck-edge@.service'), unit.replace('/usr/bin/node', process.execPath))
    expect(verify('deck-edge@4180.service')).toEqual({ status: 0, said: '' })
  })

  it.each(ADDED)('understands what is added to Debian’s unit of %s', (name) => {
    copyFileSync(`${UNITS}/${name}.service`, path.join(folder, `${name}.service`))
    mkdirSync(path.join(folder, `${name}.service.d`))
    copyFileSync(`deploy/systemd/${name}.conf`, path.join(folder, `${name}.service.d/deck.conf`))
    expect(verify(`${name}.service`)).toEqual({ status: 0, said: '' })
  })
})
