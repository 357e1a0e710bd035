import { readFileSync } from 'node:fs'
import { KehuError } from '../model/errors.ts'

/** How mail goes out, from the environment. */
export interface SmtpSettings {
  /** `smtp://user:password@host:587`, `smtps://…`. */
  readonly url: string
  readonly from: string
  /** File that holds the password, where it is not in the URL. */
  readonly passwordFile?: string | undefined
}

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same report for the same receiver keeps its id, so that a second try is seen as the same message. */
  readonly id: string
  readonly attachments: readonly { readonly name: string; readonly bytes: Buffer }[]
}

const WAIT_MS = 20_000

/**
 * Sends one message. The library is loaded by the first one.
 *
 * @throws {KehuError} `mail-settings-wrong`, `mail-refused`, `mail-unreachable`
 */
export async function sendMail(settings: SmtpSettings, mail: Mail): Promise<void> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport(options(settings))
  try {
    await transport.sendMail({
      from: settings.from,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      messageId: `<${mail.id}@kehu>`,
      attachments: mail.attachments.map(({ name, bytes }) => ({ filename: name, content: bytes })),
      // Texts of the book never make the library read a file or an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  } catch (error) {
    const { code = '', responseCode } = error as { code?: string; responseCode?: number }
    const server = new URL(settings.url).host
    if (responseCode !== undefined || code === 'EAUTH' || code === 'EENVELOPE')
      throw new KehuError('input', 'mail-refused', { to: mail.to, server, reply: responseCode ?? code }, error)
    throw new KehuError('input', 'mail-unreachable', { to: mail.to, server, code }, error)
  } finally {
    transport.close()
  }
}

function options({ url, passwordFile }: SmtpSettings) {
  const parsed = parse(url)
  const secure = parsed.protocol === 'smtps:'
  const user = decodeURIComponent(parsed.username)
  const pass = passwordFile === undefined ? decodeURIComponent(parsed.password) : password(passwordFile)
  return {
    host: parsed.hostname,
    port: Number(parsed.port) || (secure ? 465 : 587),
    secure,
    ...(user === '' ? {} : { auth: { user, pass } }),
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
  }
}

function parse(url: string): URL {
  try {
    const parsed = new URL(url)
    if ((parsed.protocol === 'smtp:' || parsed.protocol === 'smtps:') && parsed.hostname !== '') return parsed
  } catch {
    // Said below.
  }
  throw new KehuError('usage', 'mail-settings-wrong', { name: 'KEHU_SMTP_URL' })
}

function password(file: string): string {
  try {
    return readFileSync(file, 'utf8').trimEnd()
  } catch (error) {
    throw new KehuError('usage', 'mail-settings-wrong', { name: 'KEHU_SMTP_PASSWORD_FILE' }, error)
  }
}
