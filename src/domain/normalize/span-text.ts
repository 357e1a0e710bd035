interface Span {
  readonly min?: number
  readonly max?: number
  readonly value?: number
  readonly approx?: boolean
}

/** A span as it is stored, whoever typed or imported it: `90~110`, `~90`, `90~`, `≈100`, `100`. */
export function spanText(span: Span, format: (n: number) => string): string {
  if (span.value !== undefined) return `${span.approx ? '≈' : ''}${format(span.value)}`
  return `${span.min === undefined ? '' : format(span.min)}~${span.max === undefined ? '' : format(span.max)}`
}
