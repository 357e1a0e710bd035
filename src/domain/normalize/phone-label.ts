import { isMissing } from './missing.ts'

/** Words that only say that a number follows. */
const plain =
  /^(?:手机|手机号|手机号码|移动电话|移动|电话|电话号码|联系电话|联系方式|联系手机|座机|固话|固定电话|号码|号|tel|telephone|phone|mobile|mob|cell|call|m|t|p|h|o|hp|no|number|ph)$/i

const person =
  '本人|老公|老婆|丈夫|妻子|先生|太太|爱人|夫人|对象|父亲|爸爸|爸|父|母亲|妈妈|妈|母|儿子|女儿|儿媳|女婿|哥哥|哥|姐姐|姐|弟弟|弟|妹妹|妹|家人|家属|亲属|朋友|同事|秘书|助理|司机|保姆|前台|财务|会计|老板|总机|值班|联系人|紧急联系人'
const place = '公司|单位|办公室|办公|办|店里|门店|店|厂里|工厂|家里|家庭|家|住宅|宅|宿舍|老家|香港|国内|国外'
const kind =
  '传真|fax|备用|备|常用|主|副|新|旧|原|第二|另|whatsapp|wa|微信|wechat|qq|viber|telegram|line|skype|钉钉|支付宝|工作|私人|个人|紧急|微信同号|同微信|微信同步|同号|不用|停机|空号|已换号|打不通|晚上|白天|下午|上午|office|home|work|whats app'
const labelWord = new RegExp(`^(?:他|她)?(?:${person}|${place}|${kind})(?:的)?(?:手机号?|电话|号码|号|座机)?$`, 'i')

/** Words around a number, told apart: the label, and what is neither label nor 电话. */
export function readLabel(words: string): { label?: string; rest: string } {
  const labels: string[] = []
  const rest: string[] = []
  const named = /(?:^|[\s)])([^\s:()]{1,8}):\s*$/.exec(words)?.[1]
  for (const part of words.split(/([()[\]<>【】])/)) {
    if (part === '' || /^[()[\]<>【】]$/.test(part)) continue
    for (const word of part.split(/[\s:：,.。;；、"'-]+/)) {
      if (word === '' || plain.test(word) || !/[\p{L}\p{N}]/u.test(word) || isMissing(word)) continue
      // 王总：138… says whose it is.
      if (labelWord.test(word) || word === named) labels.push(word)
      else if (isBracketed(words, part) && word.length <= 10 && !/\d/.test(word)) labels.push(word)
      else rest.push(word)
    }
  }
  return labels.length === 0 ? { rest: rest.join(' ') } : { label: labels.join(' '), rest: rest.join(' ') }
}

function isBracketed(words: string, part: string): boolean {
  const at = words.indexOf(part)
  return '([<【'.includes(words[at - 1] ?? ' ') && at > 0
}
