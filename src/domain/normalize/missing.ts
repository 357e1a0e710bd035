import { foldText } from './fold.ts'

const missing = new Set(
  (
    '/ // \\ | - -- --- ---- — —— – _ __ . .. ... … 。 、 , * ** *** ? ?? ??? 无 無 没有 沒有 没 无无 不详 不詳 不祥 不明 不清楚 不知道 未知 未留 未填 未填写 未提供 未登记 ' +
    '未透露 不愿透露 不愿留 不留 拒留 没留 未记录 暂无 暂缺 暂无信息 待补 待补充 待填 待查 缺 缺失 略 空 空白 (空) (空白) (无) (blank) 无此项 无记录 无资料 无数据 无信息 ' +
    'n/a #n/a na n.a. n.a null (null) none nil nan undefined unknown tbd xx xxx xxxx x'
  ).split(' '),
)

/** What stands in a cell in place of a value: 无, /, —, 不详, N/A … */
export function isMissing(text: string): boolean {
  if (text.length > 12) return text.trim() === ''
  if (beginsAsValue(text)) return false
  const folded = foldText(text)
  return folded === '' || missing.has(folded) || missing.has(folded.toLowerCase())
}

/** As `isMissing`, and also zeros: where a number cannot be meant (a phone, a name, an address). */
export function isMissingIdentity(text: string): boolean {
  return isMissing(text) || (text.length < 20 && /^0+(\.0+)?$/.test(foldText(text)))
}

const sameAsAbove = new Set([
  '同上',
  '同',
  '〃',
  '"',
  '""',
  '″',
  '々',
  '仝',
  '同前',
  '同上行',
  '同上面',
  '上同',
  'ditto',
  'same as above',
  '′′',
  "''",
  '↑',
])

/** A cell that repeats the one above it: 同上, 〃, " … */
export function isSameAsAbove(text: string): boolean {
  if (text.length > 16) return false
  const plain = text.trim()
  return plain !== '' && (sameAsAbove.has(plain) || sameAsAbove.has(foldText(plain).toLowerCase()))
}

let firsts: Uint8Array | undefined

/** First characters of all the words above, in both cases, and of all that folding may take away. */
function loadFirsts(): Uint8Array {
  firsts = new Uint8Array(0x10000)
  for (const word of [...missing, ...sameAsAbove]) {
    firsts[word.charCodeAt(0)] = 1
    firsts[word.toUpperCase().charCodeAt(0)] = 1
  }
  for (let code = 0; code <= 0x20; code++) firsts[code] = 1
  for (let code = 0x7f; code <= 0xb0; code++) firsts[code] = 1
  for (let code = 0x2000; code <= 0x33ff; code++) firsts[code] = 1
  for (let code = 0xf900; code <= 0xffff; code++) firsts[code] = 1
  return firsts
}

/** True where the first character stays as it is when it is folded, and none of the words begins with it. */
function beginsAsValue(text: string): boolean {
  const code = text.charCodeAt(0)
  const plain = (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff)
  return plain && (firsts ?? loadFirsts())[code] === 0
}

/** A cheap first look: true where a text can be neither missing nor 同上, by its length or its first character. */
export function isSurelyValue(text: string): boolean {
  return text.length > 16 || (text.length > 0 && (firsts ?? loadFirsts())[text.charCodeAt(0)] === 0)
}
