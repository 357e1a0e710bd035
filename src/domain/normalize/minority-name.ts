/** True for a text of Han characters and nothing else (〇 and rare planes too). */
export function isHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x4e00 && code <= 0x9fff) continue
    if (
      (code >= 0x3400 && code <= 0x4dbf) ||
      code === 0x3007 ||
      (code >= 0xd840 && code <= 0xd884) ||
      (code >= 0xdc00 && code <= 0xdfff)
    )
      continue
    return false
  }
  return text.length > 0
}

const dots = /(?<=[\u3400-\u9fff])\s*[·•．.・‧∙⋅･●˙-]\s*(?=[\u3400-\u9fff])/g

/** Every dot people write inside a name, as U+00B7. */
export const joinDots = (name: string): string => name.replace(dots, '·')

// Characters that names of other languages are written with (Uyghur, Kazakh, Tibetan, Mongolian).
const sounds = new Set(
  '买提阿不都热依木吐尔逊玉素甫艾合力曼拉布卡哈努明古丽娜帕汗孜麦丹迪拜再乃米夏巴肉克江别亚森塔伊斯坎衣莎吾买赛叶达列库沙伍如则丽扎西次仁多吉旦增洛桑平措索朗格顿珠罗贡卓玛姆央金德曲珍白仓决嘎梅朵宗特苏和那顺宝音朝鲁额敦孟哈其乌云木萨仁托娅茹兰高斯琴琪琪娃毕勒图腾吉日嘎呼和牧仁苏日娜敖敏恩阿木加华青久美才让旺姆尼扎益西强巴群培坚赞赤列郎吉次旺普布边巴拉巴达娃贡嘎泽仁'.split(
    '',
  ),
)

/** A name written by sound, without a Chinese surname: 买买提艾力, 扎西次仁, 乌云其木格. */
export function isForeignHanName(text: string): boolean {
  if (text.length < 2 || text.length > 16) return false
  for (const character of text) if (!sounds.has(character)) return false
  return true
}
