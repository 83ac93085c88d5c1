import { randomBytes } from 'node:crypto';
import type * as vscode from 'vscode';
import { Uri } from 'vscode';
import { languageTag } from '../words/language.ts';

/** A page of Cairn's: nothing loads but its own script and style, nothing runs but that script. */
export function html(webview: vscode.Webview, folder: vscode.Uri, name: string): string {
  const nonce = randomBytes(16).toString('base64url');
  const script = webview.asWebviewUri(Uri.joinPath(folder, `${name}.js`));
  const style = webview.asWebviewUri(Uri.joinPath(folder, `${name}.css`));
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}';`;
  return `<!DOCTYPE html>
<html lang="${languageTag()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${style}">
<title>Cairn</title>
</head>
<body>
<script type="module" nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
