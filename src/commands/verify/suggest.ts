import { fields } from '../../domain/dictionary/fields.ts'
import { fieldProfiler } from '../../domain/quality/profile.ts'
import { suggestRules } from '../../domain/quality/suggest-rules.ts'
import { policyText } from '../../files/write-policy.ts'
import { readPartyChunks } from '../../store/party-chunks.ts'
import type { Context } from '../context.ts'
import { note } from '../output.ts'
import { loadCheckRules } from '../policies/load.ts'

/** Writes rules that the data already keep to, as a rule file to be read and taken over by a person. */
export async function runSuggestRules(ctx: Context): Promise<void> {
  const book = await ctx.openBook()
  const columns = fields.flatMap(({ key, stored, type }) =>
    ['party', 'customer', 'fact'].includes(stored) && !identifying.has(type) && !namesOf.has(key) ? [key] : [],
  )
  const profiler = fieldProfiler(columns)
  for (const chunk of readPartyChunks(book, columns)) profiler.add(chunk)
  const known = new Set(loadCheckRules(ctx, book).map(({ id }) => id))
  const rules = suggestRules(profiler.finish()).filter(({ id }) => !known.has(id))
  if (ctx.format === 'json' || ctx.format === 'jsonl') ctx.io.out(`${JSON.stringify({ rules }, null, 2)}\n`)
  else
    ctx.io.out(policyText({ rules: rules.map(({ id, ...rest }) => ({ id, ...rest })) }, [ctx.say('suggest-comment')]))
  note(ctx, ctx.say('suggest-done', { count: rules.length }))
  ctx.finish(rules.length === 0 ? 'nothing' : 'done')
}

/** Parts of names and other names: whoever comes next has another. */
const namesOf = new Set([
  'surname',
  'given_name',
  'honorific',
  'short_name',
  'english_name',
  'legal_rep',
  'source_code',
])

/** Types whose values say who somebody is: a list of them would be the customers themselves. */
const identifying = new Set([
  'name',
  'person-name',
  'org-name',
  'id-number',
  'uscc',
  'phone',
  'email',
  'address',
  'long-text',
])
