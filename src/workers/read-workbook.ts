// Reads an old binary workbook apart from the program: such files can make the reading library run away.
import { parentPort, workerData } from 'node:worker_threads'
import { serveWorkbook, type WorkbookRequest } from '../files/biff/serve-workbook.ts'

if (parentPort !== null) serveWorkbook(workerData as WorkbookRequest, parentPort)
