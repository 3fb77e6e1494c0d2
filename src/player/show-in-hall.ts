import { openChannel } from '../live/browser/channel.ts'
import { followTalk } from './follow-talk.ts'
import { switchLanguage } from './language.ts'
import type { Views } from './views.ts'

/**
 * Makes the hall's screen follow the talk. It also follows a console in the same browser, without a server,
 * and changes to the language that the console chooses.
 */
export function showInHall(views: Views, address: string): void {
  const { outline, take } = followTalk(views, address)
  const channel = openChannel({
    room: address.replace(/^.*\//, ''),
    outline,
    onMessage(message) {
      if (message.type === 'position' || message.type === 'correction') {
        take(message.position, message.type === 'correction')
      } else if (message.type === 'hall-language' && message.language !== document.documentElement.lang) {
        switchLanguage()
      }
    },
  })
  channel.send({ type: 'ask' })
}
