import * as vscode from 'vscode';
import { listShipped } from '../programme/templates.ts';
import { plainName, shippedName } from './library.ts';

/** The shipped playbooks as read-only files, `cairn:/playbook/<name>.md`: so they come back after a reload, and have a preview. */
export class PlaybookFiles
  implements Omit<vscode.FileSystemProvider, 'onDidChangeFile' | 'watch'>, vscode.Disposable
{
  dispose(): void {}

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { length } = await this.readFile(uri);
    const permissions = vscode.FilePermission.Readonly;
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: length, permissions };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const name = shippedName(uri.path);
    const file = (await listShipped('playbooks')).find((one) => plainName(one) === name);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return Buffer.from(file.text);
  }

  readDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  createDirectory(): never {
    throw refusal();
  }

  writeFile(): never {
    throw refusal();
  }

  delete(): never {
    throw refusal();
  }

  rename(): never {
    throw refusal();
  }
}

const refusal = () =>
  vscode.FileSystemError.NoPermissions(
    vscode.l10n.t(
      'This playbook comes with Cairn. "Cairn: Copy a Playbook or Template to the Team" makes one that you can change.',
    ),
  );
