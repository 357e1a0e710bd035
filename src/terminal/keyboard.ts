import type { Interface, Key } from 'node:readline'
import { emitKeypressEvents } from 'node:readline'
import type { ReadStream } from 'node:tty'

export interface Press {
  /** The characters this key gives; undefined for arrows and their like. A paste is one press. */
  readonly text: string | undefined
  readonly key: Key
}

/** Takes key presses one by one; keys typed while nobody listened are kept and handed over first. */
export interface Keyboard {
  /** Returns the function that stops listening. */
  readonly listen: (receive: (press: Press) => void) => () => void
}

/** A lone Escape is told from an arrow key by this silence after it (readline's own 500 ms feels broken). */
const escapeMs = 40
/** The terminal is given back when no question follows within this time: Ctrl-C then stops the program again. */
const releaseMs = 60

const bracketedPaste = { on: '\x1b[?2004h', off: '\x1b[?2004l' }
export const ctrlC: Press = { text: '\u0003', key: { name: 'c', ctrl: true, sequence: '\u0003' } }

export const isCtrlC = (press: Press): boolean => press.key.ctrl === true && press.key.name === 'c'

/** Gathers a bracketed paste into one press whose line ends and tabs are blanks: cells of a sheet come with them. */
function pasteGatherer(hand: (press: Press) => void): (press: Press) => void {
  let pasted: string | null = null
  return (press) => {
    if (press.key.name === 'paste-start') {
      pasted = ''
    } else if (press.key.name === 'paste-end') {
      const text = (pasted ?? '').replace(/\s+/g, ' ').trim()
      pasted = null
      if (text !== '') hand({ text, key: { sequence: text } })
    } else if (pasted === null) {
      hand(press)
    } else {
      pasted += press.text ?? ''
    }
  }
}

/** Opens the keyboard of a terminal. Nothing is read before the first question. */
export function openKeyboard(input: ReadStream, write: (text: string) => void): Keyboard {
  const waiting: Press[] = []
  let receiver: ((press: Press) => void) | null = null
  let held = false
  let timer: NodeJS.Timeout | undefined

  const pump = (): void => {
    while (receiver !== null && waiting.length > 0) receiver(waiting.shift()!)
  }
  const gather = pasteGatherer((press) => {
    waiting.push(press)
    pump()
  })
  const onPress = (text: string | undefined, key: Key): void => gather({ text, key })
  const onEnd = (): void => gather(ctrlC)
  const turnPasteOff = (): void => write(bracketedPaste.off)
  const hold = (): void => {
    clearTimeout(timer)
    if (held) return
    held = true
    emitKeypressEvents(input, { escapeCodeTimeout: escapeMs } as unknown as Interface)
    input.on('keypress', onPress).on('end', onEnd)
    input.setRawMode(true)
    input.resume()
    write(bracketedPaste.on)
    process.once('exit', turnPasteOff)
  }
  const release = (): void => {
    if (receiver !== null || !held) return
    held = false
    turnPasteOff()
    process.off('exit', turnPasteOff)
    input.off('keypress', onPress).off('end', onEnd)
    input.setRawMode(false)
    input.pause()
    if (waiting.some(isCtrlC)) process.kill(process.pid, 'SIGINT')
  }
  return {
    listen: (receive) => {
      receiver = receive
      hold()
      // Not at once: a key typed ahead may end the question, which needs the function that is returned here.
      queueMicrotask(pump)
      return () => {
        if (receiver === receive) receiver = null
        clearTimeout(timer)
        timer = setTimeout(release, releaseMs)
      }
    },
  }
}
