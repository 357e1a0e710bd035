import { readFileSync } from 'node:fs'
import { KehuError } from '../model/errors.ts'
import { unreadable } from './source.ts'

/** Reads a JSON document. @throws {KehuError} `file-missing`, `file-unreadable`, `plan-unreadable` where it is none */
export function readJsonFile(path: string): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    throw unreadable(path, cause)
  }
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    throw new KehuError('input', 'plan-unreadable', { file: path }, cause)
  }
}
