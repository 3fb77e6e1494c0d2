/**
 * The deck's colours, each written once. Styles get them as custom properties (`--green-dark`) and give them
 * roles. PowerPoint's theme, icons, manifests and share pictures take them from here, too.
 */
export const PALETTE = {
  paper: '#faf7f0',
  'paper-raised': '#ffffff',
  'paper-line': '#dcd6c8',
  ink: '#0d1b2a',
  'ink-line': '#33445a',
  night: '#1a2532',
  'night-raised': '#243242',
  'night-line': '#47586d',
  slate: '#50596a',
  mist: '#b9c3d3',
  frost: '#eef2f7',
  white: '#ffffff',
  green: '#0a7d55',
  'green-dark': '#065a3d',
  'green-light': '#46d9a1',
  blue: '#2746d8',
  'blue-dark': '#1a2fa0',
  'blue-light': '#86a5ff',
  red: '#b3261e',
  'red-dark': '#84160f',
  'red-light': '#ff9c92',
} as const
