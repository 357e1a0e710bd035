type Raw = Readonly<Record<string, unknown>>

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A rule file in which every `file:` of a choice has become its `values`: one a line, up to the first comma or tab.
 *
 * `read` gives the text of a file beside the rules. Empty lines and lines that begin with `#` are left out.
 */
export function withLookupFiles(policy: unknown, read: (file: string) => string): unknown {
  if (!isRaw(policy) || !Array.isArray(policy['rules'])) return policy
  const rules = policy['rules'].map((rule: unknown) => {
    if (!isRaw(rule) || rule['test'] !== 'choice' || typeof rule['file'] !== 'string') return rule
    const { file, ...rest } = rule
    return { ...rest, values: valuesIn(read(file as string)) }
  })
  return { ...policy, rules }
}

function valuesIn(text: string): string[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  const values = lines.map((line) =>
    line
      .split(/[,\t]/, 1)[0]!
      .trim()
      .replace(/^"(.*)"$/, '$1'),
  )
  return [...new Set(values.filter((value) => value !== '' && !value.startsWith('#')))]
}
