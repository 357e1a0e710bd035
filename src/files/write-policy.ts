import { Document } from 'yaml'

/** A policy as YAML, with comment lines before it; what was written by people can be read by `readPolicyFile`. */
export function policyText(policy: object, comments: readonly string[] = []): string {
  const document = new Document(policy)
  document.commentBefore = comments.map((line) => ` ${line}`).join('\n')
  return document.toString({ lineWidth: 0 })
}
