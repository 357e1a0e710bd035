import { namesAt } from './divisions.ts'
import { foldText, toSimplified } from './fold.ts'
import { splitHonorific, splitLeadingTitle } from './honorific.ts'
import { isLatinOrg } from './latin-org.ts'
import { isForeignHanName, isHan, joinDots } from './minority-name.ts'
import { endingSuffix, formSuffix, isEndingWord, isFormWord, tradeSuffix } from './org-words.ts'
import { splitNames } from './person-name.ts'
import { isSurname, surnameLength } from './surname.ts'

export type NameKind = 'person' | 'org' | 'unknown'

/** Whose name a text is; `unknown` where it could be either (宏达, Kevin, 一帆风顺). */
export function nameKind(text: string): NameKind {
  if (
    text.length <= 3 &&
    text.length >= 2 &&
    isHan(text) &&
    surnameLength(text) > 0 &&
    !isShop(text) &&
    !isBareWord(text)
  )
    return shortHan(text)
  const folded = foldText(text)
  if (folded === '' || isBareWord(folded)) return 'unknown'
  if (!/[\u3400-\u9fff]|[\ud840-\ud884]/.test(folded)) return latinKind(folded)
  const bare =
    folded
      .replace(/^(?:个人|联系人|客户|老客户|业主)[-:：\s]+/, '')
      .replace(/[([【][^)\]】]*[)\]】]/g, '')
      .trim() || folded
  if (/[([【][^)\]】]*(?:店|分公司|支行|校区|分部|办事处)[)\]】]$/.test(folded)) return 'org'
  if (/[、+&,;]/.test(bare) && splitNames(bare).length > 1) return 'person'
  const words = bare.split(' ')
  if (words.length === 2 && hanKind(words[0]!) === 'person' && jobs.test(words[1]!)) return 'person'
  // 万科 刘经理: the last word says who is meant.
  if (words.length > 1 && hanKind(words.at(-1)!) === 'person' && words.every((word) => isHan(word))) return 'person'
  return hanKind(bare.replace(/\s+/g, ''))
}

/** 公司, 超市, 居委会: a kind of organisation, whose name is missing. */
const isBareWord = (text: string): boolean => !sureShops.test(text) && (isFormWord(text) || isEndingWord(text))

// 李娜 财务
const jobs = /^(?:财务|采购|行政|人事|前台|销售|出纳|会计|助理|业务|设备|仓库|老板|总经理|经理|主任|店长|先生|女士)$/

function shortHan(text: string): NameKind {
  if (text.endsWith('记')) return 'org'
  if (isSurname(text) || splitHonorific(text) !== null || surnameLength(text) < text.length) return 'person'
  return 'unknown'
}

// 厂, 店, 行 … at the end of two or three characters may also end a given name.
const sureShops = /^(?:麻辣烫|烧烤店|烘焙坊|火锅店)$/
const weakEnding =
  /^(?:行|坊|所|寺|社|部|店|厂|局|中心|火锅|集团|国际|证券|保险|房产|地产|物流|百货|超市|网点|基地|市场)$/

function isShop(text: string): boolean {
  if (sureShops.test(text)) return true
  const ending = text.length < 3 ? undefined : endingSuffix(toSimplified(text))
  return ending !== undefined && ending.length >= 2
}

function hanKind(raw: string): NameKind {
  const text = toSimplified(raw)
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})）]+$/gu, '')
    .replace(/[-/][^-/]{1,8}$/, (tail) => (endingSuffix(tail) === undefined ? '' : tail))
  if (isSureOrg(text)) return 'org'
  if (joinDots(text).includes('·') || isForeignHanName(text) || (isHan(text) && isTitledPerson(text))) return 'person'
  const size = surnameLength(text)
  const ending = text.length < 3 ? undefined : endingSuffix(text)
  if (ending !== undefined) {
    const nameLike =
      size > 0 && text.length - size <= 2 && (ending.length === 1 || (text.length === 3 && weakEnding.test(ending)))
    if (!nameLike) return 'org'
  }
  const trade = text.length >= 4 && tradeSuffix(text) !== undefined
  if (isHan(text) && size > 0 && text.length - size <= 2 && !(trade && text.length === 4)) return 'person'
  if (trade || startsWithPlace(text)) return 'org'
  return /[A-Za-z]/.test(text) ? mixedKind(text) : 'unknown'
}

/** A company form, 陈记, 中国…, A公司. */
function isSureOrg(text: string): boolean {
  if (
    text.length >= 4 &&
    (/公司|集团/.test(text) || formSuffix(text.replaceAll('(', '（').replaceAll(')', '）')) !== undefined)
  )
    return true
  return (
    sureShops.test(text) ||
    /^[\u3400-\u9fff]{1,2}记(?:$|\S{2})|^(?:中国|国家)..|^[A-Za-z]{1,4}(?:公司|集团)$/.test(text)
  )
}

/** 王总, 总经理张伟, 老王, 大刘. */
function isTitledPerson(text: string): boolean {
  if (text.length === 2 && '老小阿大'.includes(text[0]!)) return text[0] !== '大' || isSurname(text[1]!)
  return (
    text.length <= 6 && ((splitHonorific(text) !== null && surnameLength(text) > 0) || splitLeadingTitle(text) !== null)
  )
}

/** 杭州宏达: a place and a brand. */
function startsWithPlace(text: string): boolean {
  if (text.length < 4) return false
  return namesAt(text, 0).some(
    (name) =>
      text.length - name.length >= 2 &&
      name.divisions.some((division) => division.level < 3 || division.name.length === name.length),
  )
}

/** Kevin 陈, 陈伟Kevin, A装修老周, ABC电器. */
function mixedKind(text: string): NameKind {
  const han = text.replace(/[^\u3400-\u9fff]/g, '')
  if (
    han.length <= 3 &&
    surnameLength(han) > 0 &&
    /^[A-Za-z .]+[\u3400-\u9fff]+$|^[\u3400-\u9fff]+[A-Za-z .]+$/.test(text)
  )
    return 'person'
  return tradeSuffix(text) !== undefined || endingSuffix(text) !== undefined ? 'org' : 'unknown'
}

function latinKind(text: string): NameKind {
  if (/^(?:https?:|www\.)|\.[a-z]{2,}$/i.test(text) && !text.includes(' ')) return 'unknown'
  if (isLatinOrg(text)) return 'org'
  if (/^(?:mr|mrs|ms|miss|dr|prof)\b\.?\s+\S/i.test(text)) return 'person'
  const words = text.replace(',', '').split(' ')
  if (
    words.length >= 2 &&
    words.length <= 4 &&
    words.every((word) => /^[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f.'-]*$/.test(word)) &&
    !text.includes('&')
  )
    return 'person'
  return text.includes('&') ? 'org' : 'unknown'
}
