import { stringify } from 'yaml'

/** A document as YAML that the policy reader takes back unchanged. */
export const yamlText = (document: unknown): string =>
  stringify(document, { lineWidth: 0, flowCollectionPadding: false })
