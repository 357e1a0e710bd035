import { isSurname, surnameLength } from './surname.ts'

export interface Honorific {
  readonly word: string
  readonly stem: string
}

// What may follow a surname or a full name.
const long =
  '董事长 总经理 副经理 老板娘 副总裁 副总 总裁 总监 工程师 先生 女士 小姐 太太 夫人 老师 经理 老板 师傅 阿姨 叔叔 大叔 大爷 大哥 大姐 大妈 大娘 大嫂 奶奶 爷爷 伯伯 伯父 主任 主管 会计 出纳 局长 处长 科长 院长 校长 园长 厂长 店长 部长 市长 县长 区长 镇长 乡长 村长 所长 站长 队长 班长 组长 行长 会长 社长 书记 教授 博士 医生 医师 大夫 护士 律师 法官 警官 秘书 助理 顾问 代表 同学 同志 教练 导演 主播 会长 长官 司机 股东 店主 业主 房东 先森 美女 帅哥 小哥 小姐姐 总工 院士 阿婆 阿公 妹妹 姐姐 哥哥 弟弟'.split(
    ' ',
  )
const short = '太总董局处工哥姐嫂叔伯婶姨爷婆科队导帅姑妹弟爸妈公'
// Said of somebody else than the one who is named in full before it.
const kin =
  '太太 夫人 老婆 老公 爱人 丈夫 妻子 夫妇 夫妻 一家 全家 妈妈 爸爸 母亲 父亲 家属 儿子 女儿 朋友 同事 司机 秘书 助理 弟弟 妹妹 哥哥 姐姐 妈 爸'.split(
    ' ',
  )
const longWords = new Set(long)
const kinWords = new Set(kin)

const female = new Set(
  '女士 小姐 太太 夫人 阿姨 大姐 大妈 大娘 大嫂 奶奶 老板娘 姐 嫂 婶 姨 婆 姑 妹 妈妈 妈 母亲 妻子 老婆 女儿 美女 小姐姐 妹妹 姐姐 护士 阿婆 mrs miss ms madam'.split(
    ' ',
  ),
)
const male = new Set(
  '先生 叔叔 大叔 大爷 大哥 爷爷 伯伯 伯父 哥 叔 伯 爷 爸爸 爸 父亲 丈夫 老公 儿子 帅哥 小哥 先森 弟弟 哥哥 弟 阿公 mr sir'.split(
    ' ',
  ),
)

/** What an honorific says of the gender: 女士 F, 先生 M, 总 nothing. */
export function honorificGender(word: string): 'M' | 'F' | undefined {
  const plain = word.toLowerCase().replace('.', '')
  return female.has(plain) ? 'F' : male.has(plain) ? 'M' : undefined
}

/** True for words that name another person through the one before: 孙浩太太. */
export const isKin = (word: string): boolean => kinWords.has(word)

/** True where the whole text is an honorific: 先生, 王总's 总 in brackets. */
export const isHonorific = (text: string): boolean =>
  longWords.has(text) || kinWords.has(text) || (text.length === 1 && short.includes(text))

const lastOfLong = new Set([...longWords, ...kinWords].map((word) => word.at(-1)!))

/** Takes an honorific off the end of a Han name; null where there is none. */
export function splitHonorific(text: string): Honorific | null {
  const last = text[text.length - 1]!
  if (lastOfLong.has(last)) {
    for (let size = Math.min(3, text.length - 1); size >= 2; size--) {
      const word = text.slice(-size)
      if (longWords.has(word) || kinWords.has(word)) return { word, stem: text.slice(0, -size) }
    }
  }
  if (!short.includes(last) || text.length < 2) return null
  const stem = text.slice(0, -1)
  if (isSurname(stem)) return { word: last, stem }
  // 小张总, 老李头 are of 张 and 李.
  if (stem.length === 2 && '老小大'.includes(stem[0]!) && isSurname(stem[1]!)) return { word: last, stem }
  // 张伟哥 yes; 张建工 may be a given name, 王建国工 not.
  const surname = surnameLength(stem)
  if (surname === 0) return null
  const given = stem.length - surname
  if (given === 1 && '总哥姐局处董'.includes(last)) return { word: last, stem }
  return given === 2 && '总哥姐局处董工科叔嫂'.includes(last) ? { word: last, stem } : null
}

/** Takes a title off the front of a full name: 总经理张伟; null where what is left is no full name. */
export function splitLeadingTitle(text: string): Honorific | null {
  for (let size = 3; size >= 2; size--) {
    const stem = text.slice(size)
    const surname = surnameLength(stem)
    if (longWords.has(text.slice(0, size)) && surname > 0 && stem.length > surname && stem.length - surname <= 2)
      return { word: text.slice(0, size), stem }
  }
  return null
}
