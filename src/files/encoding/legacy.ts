import type { EncodingGuess } from '../../model/sheet.ts'
import { likelihood } from './likelihood.ts'

/** Words of headings: one of them, rightly read, is worth many characters. */
const headings: Record<string, readonly string[]> = {
  gb18030: ['姓名', '电话', '手机', '客户', '地址', '公司', '备注', '日期', '金额', '联系', '会员', '编号', '单位'],
  big5: ['姓名', '電話', '手機', '客戶', '地址', '公司', '備註', '日期', '金額', '聯絡', '會員', '編號', '單位'],
  shift_jis: ['氏名', '名前', '電話', '住所', '会社', 'メール', '備考', '年齢', '性別', '番号', '株式会社', '御中'],
  'windows-1252': [],
}

/** What the person's language makes likely before a byte is read. */
const leanings: Record<string, Record<string, number>> = {
  zh: { gb18030: 3, big5: 1 },
  'zh-tw': { big5: 4, gb18030: 1 },
  'zh-hk': { big5: 4, gb18030: 1 },
  ja: { shift_jis: 4 },
  latin: { 'windows-1252': 3 },
}

function leaningOf(locale: string | undefined): Record<string, number> {
  const name = (locale ?? 'zh-cn').toLowerCase().replace('_', '-')
  if (/^zh-(tw|hk|mo|hant)/.test(name)) return leanings['zh-tw']!
  const language = name.split('-')[0]!
  return leanings[language] ?? leanings['latin']!
}

interface Candidate {
  readonly encoding: string
  readonly score: number
  readonly words: number
}

function judge(bytes: Buffer, encoding: string, locale: string | undefined): Candidate {
  const text = new TextDecoder(encoding).decode(bytes)
  const words = (headings[encoding] ?? []).filter((word) => text.includes(word)).length
  const score = likelihood(text, encoding) + words * 6 + (leaningOf(locale)[encoding] ?? 0)
  return { encoding, score, words }
}

/** Bytes that are not ASCII but valid UTF-8 count as nothing here: those that break it are the evidence. */
function asBrokenUtf8(bytes: Buffer): Candidate {
  const text = new TextDecoder().decode(bytes)
  let bad = 0
  let plain = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd) bad++
    else plain += code < 128 ? 1 : 2
  }
  return { encoding: 'utf-8', score: -12 * bad - 4.2 * plain, words: 0 }
}

/**
 * Judges bytes that are no UTF-8: which of the old encodings makes the likeliest customer data of them?
 *
 * `bytes` should be lines that hold something else than ASCII; a few kilobytes decide.
 */
export function judgeLegacy(bytes: Buffer, locale: string | undefined): EncodingGuess {
  const candidates = ['gb18030', 'big5', 'shift_jis', 'windows-1252'].map((encoding) => judge(bytes, encoding, locale))
  candidates.push(asBrokenUtf8(bytes))
  candidates.sort((a, b) => b.score - a.score)
  const [best, second] = candidates as [Candidate, Candidate]
  const confidence = 1 / (1 + Math.exp(-(best.score - second.score) / 4))
  const evidence = best.encoding === 'utf-8' ? ['mostly-utf8'] : ['frequent-characters']
  if (best.words > 0) evidence.push('header-words')
  if (confidence < 0.9 && (leaningOf(locale)[best.encoding] ?? 0) > 0) evidence.push('locale')
  return { encoding: best.encoding, confidence: Math.round(confidence * 100) / 100, evidence }
}
