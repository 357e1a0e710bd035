/** What the first words of a quick entry say of it. */
export interface ContactEntry {
  /** Undefined where no word tells. */
  readonly kind?: string
  /** Who began. */
  readonly customerInitiated?: boolean
  readonly content: string
}

interface Opening {
  readonly words: readonly string[]
  readonly kind: string
  readonly customerInitiated?: boolean
}

/** Longer words first, so that 来电咨询 is not read as 来电. */
const openings: readonly Opening[] = [
  { words: ['来电咨询', '来电', '打来电话', '电话进来'], kind: 'call', customerInitiated: true },
  { words: ['去电', '致电', '回电', '电话回访', '打电话', '电话'], kind: 'call', customerInitiated: false },
  { words: ['来访', '到访', '到店', '上门来访', '进店'], kind: 'walk-in', customerInitiated: true },
  { words: ['登门拜访', '上门拜访', '登门', '拜访', '走访', '上门'], kind: 'visit', customerInitiated: false },
  { words: ['回访'], kind: 'service', customerInitiated: false },
  { words: ['就餐', '用餐', '宴请', '吃饭', '雅室小聚'], kind: 'meal' },
  { words: ['来函', '来信'], kind: 'letter', customerInitiated: true },
  { words: ['去函', '函电', '寄信', '传真'], kind: 'letter', customerInitiated: false },
  { words: ['微信问候', '短信问候', '发短信', '发微信', '问候'], kind: 'message', customerInitiated: false },
  { words: ['微信', '短信'], kind: 'message' },
  { words: ['发邮件', '邮件'], kind: 'email', customerInitiated: false },
  { words: ['来邮件', '收到邮件'], kind: 'email', customerInitiated: true },
  { words: ['送礼', '赠送', '礼品'], kind: 'gift', customerInitiated: false },
  { words: ['订餐', '订位', '预订', '预定'], kind: 'booking', customerInitiated: true },
  { words: ['活动'], kind: 'event', customerInitiated: false },
  { words: ['called', 'phoned in', 'call in'], kind: 'call', customerInitiated: true },
  { words: ['call', 'phoned', 'rang'], kind: 'call', customerInitiated: false },
  { words: ['came by', 'walk-in', 'walked in'], kind: 'walk-in', customerInitiated: true },
  { words: ['visited', 'visit'], kind: 'visit', customerInitiated: false },
  { words: ['meal', 'dinner', 'lunch'], kind: 'meal' },
  { words: ['message', 'text', 'wechat'], kind: 'message' },
  { words: ['email', 'e-mail', 'mail'], kind: 'email' },
]

const byLength = openings
  .flatMap(({ words, kind, customerInitiated }) => words.map((word) => ({ word, kind, customerInitiated })))
  .sort((a, b) => b.word.length - a.word.length)

const isLatin = (word: string): boolean => /^[a-z -]+$/.test(word)

/** Reads 来电 问A栋租金: kind and who began from the first word, the rest as content. The word stays where nothing follows it. */
export function readEntry(text: string): ContactEntry {
  const trimmed = text.trim()
  const folded = trimmed.normalize('NFKC')
  // Kept as it was typed, full-width commas included, wherever folding moves no place.
  const plain = folded.length === trimmed.length ? trimmed : folded
  const lower = folded.toLowerCase()
  const found = byLength.find(({ word }) => {
    if (!lower.startsWith(word)) return false
    return !isLatin(word) || !/[a-z]/.test(lower[word.length] ?? '')
  })
  if (found === undefined) return { content: plain }
  const rest = plain.slice(found.word.length).replace(/^[\s:：,，。、]+/, '')
  const { kind, customerInitiated } = found
  return {
    kind,
    ...(customerInitiated === undefined ? {} : { customerInitiated }),
    content: rest === '' ? plain : rest,
  }
}
