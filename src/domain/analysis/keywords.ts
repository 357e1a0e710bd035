export interface Keyword {
  readonly word: string
  /** Texts that have it. */
  readonly texts: number
  readonly share: number
}

/** Words that say nothing about the matter. */
const empty = new Set(
  (
    '我们 你们 他们 客户 客人 顾客 这个 那个 一个 没有 不是 就是 还是 已经 可以 需要 希望 觉得 认为 因为 所以 但是 如果 什么 怎么 今天 昨天 明天 时候 现在 之后 以后 ' +
    '一位 一下 一次 下周 上周 本周 月底 月初 本月 下月 ' +
    '表示 反映 反馈 投诉 建议 咨询 来电 电话 先生 女士 小姐 进行 比较 非常 有点 一些 这样 那样 自己 公司 有关 关于 对于 以及 或者 而且 不能 不会 不要 the and for with that this was are not have has had but you our your they'
  ).split(' '),
)

let cutter: Intl.Segmenter | undefined

/** The words of a text in Chinese or English, as written, without punctuation. Cut by ICU's dictionary. */
export function wordsOf(text: string): string[] {
  cutter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  const words: string[] = []
  for (const { segment, isWordLike } of cutter.segment(text)) if (isWordLike === true) words.push(segment.toLowerCase())
  return words
}

/** What complaints or suggestions are about: words by the number of texts that have them, on at least `least` texts. */
export function keywordsOf(
  texts: readonly string[],
  more: { readonly least?: number; readonly most?: number; readonly without?: readonly string[] } = {},
): Keyword[] {
  const { least = 2, most = 30, without = [] } = more
  const skipped = new Set(without.map((word) => word.toLowerCase()))
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const word of new Set(wordsOf(text))) {
      if (word.length < 2 || empty.has(word) || skipped.has(word) || /^[\d.,:/-]+$/.test(word)) continue
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([word, count]) => ({ word, texts: count, share: count / texts.length }))
}
