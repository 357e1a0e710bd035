import { foldText } from '../normalize/fold.ts'

const named = /(?:微信号?|vx|wechat|weixin)\s*(?:号|id)?\s*[:：是]?\s*([a-z][\w-]{5,19}|1[3-9]\d{9})(?![\w])/i
const same = /微信(?:号)?同(?:号|步|手机|电话)|同微信|微信(?:也是)?(?:同|这个)号|电话同微信/

/** The WeChat name a text tells: 微信 zhao_hangzhou, VX：abc123; null where it tells none. */
export function wechatIn(text: string): string | null {
  if (!/微信|vx|wechat|weixin/i.test(text)) return null
  return named.exec(foldText(text))?.[1] ?? null
}

/** Whether a text says that the phone is the WeChat name too: 微信同号. */
export const isSameWechat = (text: string): boolean => same.test(text)
