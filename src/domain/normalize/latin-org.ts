import { good, type Parsed } from '../../model/parsed.ts'
import type { OrgName } from './org-name.ts'

// Company forms as they are written, most telling first.
const form =
  /[\s,]*\(?\b(co(?:mpany)?\.?\s*,?\s*(?:ltd|limited)|company limited|pty\.?\s*,?\s*(?:ltd|limited)|(?:pte|pvt|private)\.?\s*,?\s*(?:ltd|limited)|ltd|limited|incorporated|inc|l\.?\s?l\.?\s?c|l\.?\s?l\.?\s?p|plc|corp(?:oration)?|company|co|gmbh(?:\s*&\s*co\.?\s*kg)?|ag|kg|ug|e\.?k|s\.?\s?r\.?\s?l|s\.?\s?p\.?\s?a|s\.?\s?a\.?\s?s|s\.?\s?a\.?\s?r\.?\s?l|s\.?\s?a|s\.?\s?l|b\.?\s?v|n\.?\s?v|a\.?\s?b|a\.?\s?s|oy|aps|k\.?k|sdn\.?\s*bhd|ltda|s\.?\s?de\s?r\.?\s?l|fz-?e|fz-?co|fzc|dmcc|jsc|ooo|pjsc|sp\.?\s*z\.?\s*o\.?\s*o|kft|s\.?r\.?o|d\.?o\.?o)\)?[.,\s]*$/i

const trade =
  /(?:^|\s)((?:import(?:s)?(?:\s*(?:&|and)\s*export(?:s)?)?|exports?|international trade|general trading|trading|trade|logistics|industr(?:y|ies|ial)|electronics?|textiles?|foods?|furniture|hardware|tools|plastics|packaging|chemicals?|machinery|components|lighting|apparel|garments|footwear|toys|gifts|medical(?: devices)?|pharma|software|systems|technolog(?:y|ies)|(?:information|network|environmental|intelligent|communication) technology|solutions|consulting|media|design|retail|wholesale|distribution|supply|sourcing|marine|aviation|(?:new )?energy|solar|automotive|construction(?: engineering)?|decoration(?: engineering)?|advertising|culture media|e-commerce|freight forwarding|building materials|group|holdings?|enterprises?|international|services|cafe|bakery|garage|flowers|barber shop)(?:\s+(?:group|international|holdings?))?)$/i

const places =
  /^(?:hangzhou|shanghai|beijing|shenzhen|guangzhou|ningbo|wenzhou|suzhou|wuxi|nanjing|hong ?kong|china|zhejiang|guangdong|jiangsu|fujian|xiamen|qingdao|tianjin|wuhan|chengdu|chongqing|foshan|dongguan|yiwu|zhongshan)\s+/i

/** Takes an English organisation name apart: `Hangzhou Hongda Technology Co., Ltd.`. */
export function parseLatinOrg(text: string): Parsed<OrgName> {
  const remarks: string[] = []
  let full = text.replace(
    /\s*[([](\s*(?:bounced|duplicate\??|old|new|closed|moved|vip|formerly[^)]*)\s*)[)\]]\s*/gi,
    (_, inner: string) => {
      remarks.push(inner.trim())
      return ' '
    },
  )
  full = full
    .replace(/\s+/g, ' ')
    .replace(/[;,\s]+$/, '')
    .trim()
  const found = form.exec(full)
  const written = found !== null && found.index > 0 ? found[1]! : undefined
  let body = written === undefined ? full : full.slice(0, found!.index).replace(/[,\s]+$/, '')
  const bracket = /\s*\(([A-Za-z .]{2,20})\)\s*$/.exec(body)
  if (bracket !== null) body = body.slice(0, bracket.index).trim()
  const region = bracket === null ? places.exec(body)?.[0].trim() : bracket[1]!.trim()
  if (region !== undefined && bracket === null && body.length > region.length + 2)
    body = body.slice(region.length).trim()
  const kind = trade.exec(body)
  const word = kind !== null && kind.index > 0 ? kind[1]! : undefined
  const brand = word === undefined ? body : body.slice(0, kind!.index).trim()
  return good({
    full,
    ...(region === undefined ? {} : { region }),
    brand,
    ...(word === undefined ? {} : { trade: word }),
    ...(written === undefined ? {} : { form: full.slice(full.length - found![0].replace(/^[\s,]+/, '').length) }),
    core: body,
    ...(remarks.length === 0 ? {} : { remark: remarks.join(' ') }),
    script: /[A-Za-z\u00c0-\u024f]/.test(full) ? 'latin' : 'other',
  })
}

/** True where an English name ends in a company form or a trade, or says 's shop. */
export const isLatinOrg = (text: string): boolean => {
  if (/^(?:PT|OOO|ZAO|OAO|UAB|SIA)\s\S|\sTbk\.?$/.test(text)) return true
  if (form.test(text)) return text.replace(form, '').trim() !== ''
  return (
    (trade.exec(text)?.index ?? 0) > 0 ||
    /'s\s+[A-Z]/.test(text) ||
    /\b(?:hotel|restaurant|university|school|bank|hospital|shop|store|factory|studio|club|agency|association|institute|ministry)\b/i.test(
      text,
    )
  )
}
