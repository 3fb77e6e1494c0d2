import { hostOption, portOption } from '../src/cli/options.ts'
import { endOnSignal, fail } from '../src/stage/end-on-signal.ts'
import { noBuildOption, publicUrlOption, readSecret, roomOption } from '../src/stage/options.ts'
import { createTalkCommand, runTalkCommand } from './load-talk.ts'

const command = createTalkCommand(
  'npm start',
  'The stage: builds the deck if something has changed, and serves the hall, the speaker and the followers.',
)
  .addOption(portOption(4173))
  .addOption(hostOption('0.0.0.0'))
  .addOption(publicUrlOption())
  .addOption(roomOption())
  .addOption(noBuildOption())
  .addHelpText(
    'after',
    '\n  STAGE_SECRET in the environment is a secret that opens the console as often as one likes;\n  the address that is printed opens it once, and the next one is printed then.',
  )

// Without `--nats`, the code for many machines is neither loaded nor in the help.
const share = process.argv.some((arg) => /^--nats(=|$)/.test(arg))
  ? (await import('../src/many-machines/share-stage.ts')).shareStage(command)
  : undefined

await runTalkCommand(
  command.action(async ({ talk, ...options }) => {
    process.on('uncaughtException', fail)
    const secret = readSecret(process.env)
    // Child processes must not inherit the secret.
    delete process.env['STAGE_SECRET']
    const { openStage } = await import('../src/stage/open.ts')
    const { announce } = await import('../src/stage/announce.ts')
    const { report, ...shared } = share?.() ?? { report: console.error }
    const { close, ...stage } = await openStage(
      {
        ...options,
        ...shared,
        ...(secret !== undefined && { secret }),
        ...(options.build && { talk }),
        onOpened: (address) => console.log(`The console is open. To open it again: ${address}`),
      },
      report,
    )
    endOnSignal(close)
    const { columns } = process.stdout
    console.log(announce({ ...stage, columns: process.stdout.isTTY ? columns : undefined }))
  }),
)
