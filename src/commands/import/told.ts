import { channelClasses, collectionMethods } from '../../domain/dictionary/choices.ts'
import { fieldByKey, fields } from '../../domain/dictionary/fields.ts'
import { foldHeading, matchHeading } from '../../domain/dictionary/headings.ts'
import type { Choice } from '../../model/dictionary.ts'
import { KehuError } from '../../model/errors.ts'
import type { ConflictPolicy } from '../../store/import/update-party.ts'
import { oneOf, wholeNumber } from '../flags.ts'
import type { ImportFlags } from '../import.ts'

/**
 * The collection method as its value, from any of its words; a list that was bought, or given by a partner, needs a
 * lawful basis.
 *
 * @throws {KehuError} `import-method-unknown`, `import-basis-missing`
 */
export function methodTold(flags: ImportFlags): string | undefined {
  const method = flags.method === undefined ? undefined : choiceOf(collectionMethods, flags.method)
  if (flags.method !== undefined && method === undefined)
    throw new KehuError('usage', 'import-method-unknown', { value: flags.method, words: wordsOf(collectionMethods) })
  const bought =
    flags.supplier !== undefined ||
    method?.value === 'purchase' ||
    (flags.source !== undefined && /购买|租用|购入|第三方|合作伙伴|合作方|bought|purchased|partner/i.test(flags.source))
  if (bought && (flags.basis ?? '').trim() === '') throw new KehuError('usage', 'import-basis-missing')
  return method?.value
}

/**
 * What the flags say of the source itself: the class of its channel (in either language), whether it tells of its own
 * accord, how often one hears from it. These, and what verification finds, are what it is trusted by.
 *
 * @throws {KehuError} `import-source-missing`, `flag-bad-value`
 */
export function sourceTold(flags: ImportFlags): Record<string, string | number> {
  const { channelClass, initiative, perMonth, source } = flags
  if (source === undefined && [channelClass, initiative, perMonth].some((flag) => flag !== undefined))
    throw new KehuError('usage', 'import-source-missing')
  const told: Record<string, string | number> = {}
  if (channelClass !== undefined) told['class'] = channelClassTold('--channel-class', channelClass)
  if (initiative !== undefined) told['initiative'] = oneOf('--initiative', initiative, ['yes', 'no']) === 'yes' ? 1 : 0
  if (perMonth !== undefined) told['contact_frequency'] = String(wholeNumber('--per-month', perMonth))
  return told
}

/** The class of a channel as its value, from any of its words. @throws {KehuError} `flag-bad-value` */
export function channelClassTold(flag: string, text: string): string {
  const found = choiceOf(channelClasses, text)
  if (found === undefined)
    throw new KehuError('usage', 'flag-bad-value', { flag, value: text, expected: wordsOf(channelClasses) })
  return found.value
}

const wordsOf = (choices: readonly Choice[]): string => choices.map(({ value, zh }) => `${value} ${zh}`).join(' | ')

function choiceOf(choices: readonly Choice[], text: string): Choice | undefined {
  const word = foldHeading(text)
  return choices.find(({ value, zh, en, synonyms = [] }) =>
    [value, zh, en, ...synonyms].some((one) => foldHeading(one) === word),
  )
}

/**
 * What `--map` says: heading (or column letter) → field, which may be named by its key or its label.
 *
 * @throws {KehuError} `flag-bad-value`
 */
export function mapTold(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.lastIndexOf('=')
      const field = at <= 0 ? undefined : fieldTold(text.slice(at + 1).trim())
      if (field === undefined)
        throw new KehuError('usage', 'flag-bad-value', {
          flag: '--map',
          value: text,
          expected: '标题=field (kehu dict)',
        })
      return [text.slice(0, at).trim(), field]
    }),
  )
}

const POLICIES = ['fill', 'keep', 'replace', 'newer'] as const satisfies readonly ConflictPolicy[]

/**
 * What `--on-conflict` says: a policy for all fields (`fill` where none is told), and `field=policy` for single ones.
 *
 * @throws {KehuError} `flag-bad-value`
 */
export function conflictTold(texts: readonly string[]): Pick<ImportFlags, 'onConflict' | 'conflictFields'> {
  const flag = '--on-conflict'
  let onConflict: ImportFlags['onConflict'] = 'fill'
  const conflictFields: Record<string, ConflictPolicy> = {}
  for (const text of texts) {
    const at = text.lastIndexOf('=')
    const field = at < 0 ? undefined : fieldTold(text.slice(0, at).trim())
    if (at < 0) onConflict = oneOf(flag, text, [...POLICIES, 'ask'] as const)
    else if (field !== undefined) conflictFields[field] = oneOf(flag, text.slice(at + 1).trim(), POLICIES)
    else throw new KehuError('usage', 'flag-bad-value', { flag, value: text, expected: 'field=policy (kehu dict)' })
  }
  return { onConflict, conflictFields }
}

function fieldTold(text: string): string | undefined {
  if (text === 'extra' || fieldByKey(text) !== undefined) return text
  const word = foldHeading(text)
  const labelled = fields.find(({ zh, en }) => foldHeading(zh) === word || foldHeading(en) === word)?.key
  if (labelled !== undefined) return labelled
  const [heading] = matchHeading(text)
  return heading?.score === 1 && fieldByKey(heading.key) !== undefined ? heading.key : undefined
}
