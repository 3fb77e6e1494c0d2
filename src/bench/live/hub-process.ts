import { Keyring } from '../../live/server/keyring.ts'
import { createNaiveHub } from './naive-hub.ts'
import { createHub, runHub } from './run-hub.ts'

/** `startHub` runs this module as a process of its own. */
const [port, secret = '', kind] = process.argv.slice(2)

const keyring = new Keyring({ secret })
runHub(kind === 'naive' ? createNaiveHub() : createHub({ keyring }), Number(port))
