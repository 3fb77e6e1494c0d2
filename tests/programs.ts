import { findProgram } from '../src/many-machines/brokers.ts'

/** What some tests need beside a browser: programs, and the Debian package each comes in. */
const PACKAGES = {
  'nats-server': 'nats-server',
  nginx: 'nginx',
  openssl: 'openssl',
  'systemd-analyze': 'systemd',
  'firefox-esr': 'firefox-esr',
  qpdf: 'qpdf',
  pdfinfo: 'poppler-utils',
  soffice: 'libreoffice-impress',
} as const
type Program = keyof typeof PACKAGES

/**
 * The command that installs those of the programs (all of them) which this machine lacks; undefined where it lacks
 * none. Tests that need one of them are left out, and say how to get it.
 */
export function tellMissing(
  programs: readonly Program[] = Object.keys(PACKAGES).filter(isProgram),
): string | undefined {
  const missing = programs.filter((program) => findProgram(program) === undefined)
  if (missing.length === 0) return undefined
  return `apt-get install ${missing.map((program) => PACKAGES[program]).join(' ')}`
}

function isProgram(name: string): name is Program {
  return name in PACKAGES
}
