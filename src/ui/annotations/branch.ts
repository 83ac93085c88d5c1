import * as vscode from 'vscode';

/**
 * The branch that is checked out, `null` where that cannot be told. The file is read directly: in restricted mode
 * there is no Git extension.
 */
export async function branchOf(root: vscode.Uri): Promise<string | null> {
  const read = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  try {
    const git = vscode.Uri.joinPath(root, '.git');
    const named = await read(git).then(
      (text) => /^gitdir: (.+)$/m.exec(text)?.[1]?.trim(),
      () => undefined,
    );
    const folder =
      named === undefined
        ? git
        : named.startsWith('/')
          ? root.with({ path: named })
          : vscode.Uri.joinPath(root, named);
    return /^ref: refs\/heads\/(.+)$/m.exec(await read(vscode.Uri.joinPath(folder, 'HEAD')))?.[1] ?? null;
  } catch {
    return null;
  }
}
