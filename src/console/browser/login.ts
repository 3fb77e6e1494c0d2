import { readFields } from '../../live/protocol/position.ts'
import { askStage, REFUSED, type StageAnswer } from './ask-stage.ts'
import { forgetCode, keepCode } from './code.ts'

export interface LoginOptions {
  readonly room: string
  /** The room's address. */
  readonly address: string
  readonly onKey: (key: string) => void
  /** Called when the stage does not take the code, and this console has no key yet. */
  readonly onRefused: () => void
}

/** The console's key. It is in this page's memory alone: files of the browser hold codes, never the key. */
export interface Login {
  key(): string | undefined
  /** Whether there is a key, or a code that the stage has not answered yet: a talk goes on without the stage. */
  isEntered(): boolean
  /** Exchanges a code for a key, as soon as the stage answers. */
  enter(code: string): void
  /** A code for one use; `life` in milliseconds, some minutes by default. Undefined without an answer. */
  askCode(life?: number): Promise<string | undefined>
  /** Forgets a key that the room has refused. */
  forget(): void
}

/** How long to wait before the stage is asked again, in milliseconds. */
const RETRY = 1000
/** How often the page gets another code for a reload, in milliseconds: the last one is soon too old. */
const RENEWAL = 60_000

export function createLogin({ room, address, onKey, onRefused }: LoginOptions): Login {
  let key: string | undefined
  /** The code that the stage is being asked about. */
  let asked: string | undefined
  const askCode = async (life?: number) => {
    if (key === undefined) return undefined
    return readAnswer(await askStage(`${address}/code`, key, { life })).code
  }
  const renew = async () => {
    const code = await askCode()
    if (code !== undefined) keepCode(room, code)
  }
  const enter = async (code: string, nonce = makeNonce()): Promise<void> => {
    asked = code
    const answer = await askStage(`${address}/key`, '', { code, nonce })
    if (answer.status === REFUSED) {
      asked = undefined
      if (key !== undefined) return
      forgetCode(room)
      return onRefused()
    }
    const opened = readAnswer(answer)
    if (opened.key === undefined || opened.code === undefined) {
      // The answer may be what was lost: with the same nonce the stage takes the code again.
      setTimeout(() => void enter(code, nonce), RETRY)
      return
    }
    asked = undefined
    key = opened.key
    keepCode(room, opened.code)
    onKey(key)
  }
  setInterval(() => void renew(), RENEWAL)
  // Timers stand still while a phone sleeps.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void renew()
  })
  return {
    key: () => key,
    isEntered: () => key !== undefined || asked !== undefined,
    enter: (code) => void enter(code),
    askCode,
    forget() {
      key = undefined
      forgetCode(room)
    },
  }
}

/** The fields of a good answer that are texts. */
function readAnswer({ status, body }: StageAnswer): { key?: string; code?: string } {
  const { key, code } = readFields(status === 200 ? body : undefined)
  return { ...(typeof key === 'string' && { key }), ...(typeof code === 'string' && { code }) }
}

/** 16 random bytes in base64url. */
function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
