import { type AddressInfo, createServer, type Server } from 'node:net'

export interface Letter {
  readonly from: string
  readonly to: readonly string[]
  readonly data: string
}

export interface SmtpServer {
  readonly url: string
  readonly letters: readonly Letter[]
  /** Receivers that are refused. */
  readonly refused: Set<string>
  readonly close: () => Promise<void>
}

/** A mail server on loopback that speaks as much of RFC 5321 as a client needs, and keeps what it gets. */
export async function openSmtpServer(): Promise<SmtpServer> {
  const letters: Letter[] = []
  const refused = new Set<string>()
  const server: Server = createServer((socket) => {
    let rest = ''
    let from = ''
    let to: string[] = []
    let data: string[] | null = null
    const say = (line: string): void => void socket.write(`${line}\r\n`)
    const take = (line: string): void => {
      if (line !== '.') data!.push(line.replace(/^\.\./, '.'))
      else {
        letters.push({ from, to, data: data!.join('\n') })
        data = null
        say('250 kept')
      }
    }
    const answer = (line: string): string => {
      const address = /<([^>]*)>/.exec(line)?.[1] ?? ''
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === 'EHLO') return '250-loopback\r\n250 8BITMIME'
      if (verb === 'MAIL') from = address
      if (verb === 'RCPT' && refused.has(address)) return '550 nobody of that name'
      if (verb === 'RCPT') to.push(address)
      if (verb === 'RSET') to = []
      if (verb === 'DATA') data = []
      return verb === 'DATA' ? '354 go on' : verb === 'QUIT' ? '221 bye' : '250 ok'
    }
    const hear = (line: string): void => {
      if (data !== null) take(line)
      else say(answer(line))
    }
    socket.setEncoding('utf8')
    socket.on('error', () => {})
    socket.on('data', (text) => {
      const lines = `${rest}${text}`.split('\r\n')
      rest = lines.pop()!
      for (const line of lines) hear(line)
    })
    say('220 loopback')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    letters,
    refused,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
