import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import { KehuError } from '../model/errors.ts'

/** A policy file as it was read, with the line of any place in it. */
export interface PolicyFile {
  readonly path: string
  readonly text: string
  readonly value: unknown
  /** 1-based line of `levels[0].clauses[1].when`; 1 where there is no such place. */
  readonly lineOf: (place: string) => number
}

/** A policy may be long, never endless. */
const MOST_BYTES = 1_000_000

/**
 * Reads the policy file of one name in a book's `policies` folder; undefined where there is none.
 *
 * YAML 1.2 core schema: no tags that run anything; aliases are capped, so that a small file can't grow without end.
 * @throws {KehuError} `policy-broken`
 */
export function readPolicyFile(folder: string, name: string): PolicyFile | undefined {
  const path = [`${name}.yaml`, `${name}.yml`]
    .map((file) => join(folder, 'policies', file))
    .find((file) => existsSync(file))
  return path === undefined ? undefined : parsePolicy(path, readFileSync(path, 'utf8'))
}

/** Every policy file in a folder under `policies`, by name. */
export function readPolicyFolder(folder: string, name: string): PolicyFile[] {
  const place = join(folder, 'policies', name)
  if (!existsSync(place)) return []
  const files = readdirSync(place).filter((file) => /\.ya?ml$/.test(file))
  return files.sort().map((file) => parsePolicy(join(place, file), readFileSync(join(place, file), 'utf8')))
}

/** Parses the text of a policy. @throws {KehuError} `policy-broken` with file and line */
export function parsePolicy(path: string, text: string): PolicyFile {
  if (text.length > MOST_BYTES)
    throw new KehuError('input', 'policy-broken', { file: path, line: 1, detail: `> ${MOST_BYTES} bytes` })
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', prettyErrors: false })
  const [error] = document.errors
  if (error !== undefined)
    throw new KehuError('input', 'policy-broken', {
      file: path,
      line: lines.linePos(error.pos[0]).line,
      detail: error.message,
    })
  const lineOf = (place: string): number => {
    const steps = place
      .split(/[.[\]]+/)
      .filter((step) => step !== '')
      .map((step) => (/^\d+$/.test(step) ? Number(step) : step))
    for (let depth = steps.length; depth > 0; depth--) {
      const node = document.getIn(steps.slice(0, depth), true) as { range?: [number, number, number] } | undefined
      if (node?.range !== undefined) return lines.linePos(node.range[0]).line
    }
    return 1
  }
  try {
    return { path, text, value: document.toJS({ maxAliasCount: 100 }), lineOf }
  } catch (cause) {
    throw new KehuError(
      'input',
      'policy-broken',
      { file: path, line: 1, detail: cause instanceof Error ? cause.message : String(cause) },
      cause,
    )
  }
}
