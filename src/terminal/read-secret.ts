import { StringDecoder } from 'node:string_decoder'
import type { ReadStream } from 'node:tty'

/** One line typed unseen at a terminal; null where the person gave up (Ctrl-C, Ctrl-D) or the terminal went away. */
export function readSecret(
  input: ReadStream,
  write: (text: string) => unknown,
  message: string,
): Promise<string | null> {
  return new Promise((resolve) => {
    const decoder = new StringDecoder('utf8')
    let typed = ''
    const end = (answer: string | null, rest = ''): void => {
      input.off('data', take).off('end', gone)
      input.setRawMode(false)
      input.pause()
      // What was typed ahead belongs to the next question.
      if (rest !== '') input.unshift(Buffer.from(rest, 'utf8'))
      write('\n')
      resolve(answer)
    }
    const gone = (): void => end(null)
    const take = (bytes: Buffer | string): void => {
      const text = typeof bytes === 'string' ? bytes : decoder.write(bytes)
      const at = text.search(/[\r\n\u0003\u0004]/)
      for (const char of at < 0 ? text : text.slice(0, at)) typed = withKey(typed, char)
      if (at >= 0) end(/[\r\n]/.test(text[at]!) ? typed : null, text.slice(at + 1))
    }
    write(message)
    input.setRawMode(true)
    input.on('data', take).on('end', gone)
    input.resume()
  })
}

/** What stands typed after a key: a letter more, one less (Backspace), none (Ctrl-U). */
function withKey(typed: string, char: string): string {
  if (char === '\u007f' || char === '\b') return [...typed].slice(0, -1).join('')
  if (char === '\u0015') return ''
  return char >= ' ' ? typed + char : typed
}
