import { dirname, isAbsolute, join } from 'node:path'
import { ensureFolder } from '../../files/places.ts'
import { type Mail, type SmtpSettings, sendMail } from '../../files/smtp-send.ts'
import { KehuError } from '../../model/errors.ts'
import type { ReportView } from '../../model/report.ts'
import type { Receiver, ScheduleEntry } from '../../model/schedule.ts'
import { reportText } from '../../render/report/terminal.ts'
import type { Book } from '../../store/book.ts'
import type { Context } from '../context.ts'
import { type ReportFormat, reportBytes, showReport, writeReport } from './write.ts'

/** A report ready to go out. */
export interface Parcel {
  readonly entry: ScheduleEntry
  readonly period: string
  readonly view: ReportView
}

/** Where something went, and the digest of each file. */
export interface Delivered {
  readonly place: string
  readonly formats: readonly ReportFormat[]
  readonly sha256: string
}

const endings: Readonly<Record<ReportFormat, string>> = {
  ...{ html: 'html', xlsx: 'xlsx', md: 'md', csv: 'csv', json: 'json', text: 'txt' },
}

/** Brings a report to one receiver: by mail, to standard output, or as files in a folder. */
export async function deliver(ctx: Context, book: Book, parcel: Parcel, receiver: Receiver): Promise<Delivered> {
  if (receiver.email !== undefined) return byMail(ctx, parcel, receiver.email)
  if (receiver.stdout === true) {
    await showReport(ctx, parcel.view, 'text')
    return { place: 'stdout', formats: ['text'], sha256: (await reportBytes(parcel.view, 'text')).sha256 }
  }
  return asFiles(book, parcel, receiver)
}

/** A folder beside the book is made; one elsewhere must be there, for a lost network drive must not become a local folder. */
async function asFiles(book: Book, { entry, period, view }: Parcel, receiver: Receiver): Promise<Delivered> {
  const folder = folderOf(book, receiver)
  if (!isAbsolute(receiver.folder ?? '')) ensureFolder(folder)
  const digests: string[] = []
  for (const format of entry.formats)
    digests.push(await writeReport(view, format, join(folder, fileName(entry, period, format))))
  return {
    place: join(folder, fileName(entry, period, entry.formats[0]!)),
    formats: entry.formats,
    sha256: digests[0]!,
  }
}

export const folderOf = (book: Book, { folder }: Receiver): string =>
  folder !== undefined && isAbsolute(folder) ? folder : join(dirname(book.path), folder ?? 'reports')

const fileName = (entry: ScheduleEntry, period: string, format: ReportFormat): string =>
  `${entry.id}-${period}.${endings[format]}`

async function byMail(ctx: Context, { entry, period, view }: Parcel, to: string): Promise<Delivered> {
  const made = await Promise.all(
    entry.formats.map(async (format) => ({ format, ...(await reportBytes(view, format)) })),
  )
  const mail: Mail = {
    to,
    subject: view.title,
    text: reportText({ ...view, sections: view.sections.slice(0, 1) }, { width: 78 }),
    id: `${entry.id}.${period}.${made[0]!.sha256.slice(0, 16)}`,
    attachments: made.map(({ format, bytes }) => ({ name: fileName(entry, period, format), bytes })),
  }
  await sendMail(smtpSettings(ctx), mail)
  return { place: `mailto:${to}`, formats: entry.formats, sha256: made[0]!.sha256 }
}

/** @throws {KehuError} `mail-settings-missing` */
function smtpSettings({ env }: Context): SmtpSettings {
  const url = env['KEHU_SMTP_URL']
  const from = env['KEHU_SMTP_FROM']
  if (url === undefined || url === '' || from === undefined || from === '')
    throw new KehuError('usage', 'mail-settings-missing', { names: 'KEHU_SMTP_URL, KEHU_SMTP_FROM' })
  return { url, from, passwordFile: env['KEHU_SMTP_PASSWORD_FILE'] }
}
