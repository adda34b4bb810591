// The system opens the installed app: with files that were tapped in the Files app or the explorer, or at an address of a shortcut.
// https://developer.mozilla.org/docs/Web/API/LaunchQueue

interface FileHandle {
  name: string
  getFile: () => Promise<File>
}
interface LaunchParams {
  targetURL?: string
  files?: readonly FileHandle[]
}
interface WindowWithLaunches {
  launchQueue?: { setConsumer: (consume: (params: LaunchParams) => void) => void }
}

export interface Launches {
  /** Files in their order; `lost` names those that could not be read. */
  onfiles: (files: File[], lost: string[]) => void
  /** An open window is asked to show another page: the browser leaves that to us. */
  onaddress: (hash: string) => void
}

/** Hands on what the app is opened with, now and while it runs. */
export function watchLaunches({ onfiles, onaddress }: Launches): void {
  ;(window as WindowWithLaunches).launchQueue?.setConsumer(({ targetURL, files = [] }) => {
    const hash = targetURL ? new URL(targetURL, location.href).hash : ''
    if (files.length > 0) void read(files).then(({ read: found, lost }) => onfiles(found, lost))
    else if (hash && hash !== location.hash) onaddress(hash)
  })
}

async function read(handles: readonly FileHandle[]): Promise<{ read: File[]; lost: string[] }> {
  const found: File[] = []
  const lost: string[] = []
  for (const handle of handles) {
    try {
      found.push(await handle.getFile())
    } catch {
      lost.push(handle.name)
    }
  }
  return { read: found, lost }
}
