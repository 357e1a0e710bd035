import { hostname } from 'node:os'

/** Who holds what: this process on this machine. */
export const thisProcess = (): { readonly pid: number; readonly host: string } => ({
  pid: process.pid,
  host: hostname(),
})

/** Whether a process of this machine is still there; true where that can't be told. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
