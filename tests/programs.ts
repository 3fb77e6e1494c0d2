import { findProgram } from '../src/many-machines/bench/brokers.ts'

/** Programs that some tests need besides a browser, each with its Debian package. */
const PACKAGES = {
  'nats-server': 'nats-server',
  nginx: 'nginx',
  openssl: 'openssl',
  'systemd-analyze': 'systemd',
  'firefox-esr': 'firefox-esr',
  WebKitWebDriver: 'webkit2gtk-driver',
  Xvfb: 'xvfb',
  qpdf: 'qpdf',
  pdfinfo: 'poppler-utils',
  soffice: 'libreoffice-impress',
} as const
type Program = keyof typeof PACKAGES

/**
 * The command that installs the missing ones of the programs (by default all); undefined when none is
 * missing. Tests that need a missing program are skipped and say how to install it.
 */
export function findInstallCommand(
  programs: readonly Program[] = Object.keys(PACKAGES).filter(isProgram),
): string | undefined {
  const missing = programs.filter((program) => findProgram(program) === undefined)
  if (missing.length === 0) return undefined
  return `apt-get install ${missing.map((program) => PACKAGES[program]).join(' ')}`
}

function isProgram(name: string): name is Program {
  return name in PACKAGES
}
