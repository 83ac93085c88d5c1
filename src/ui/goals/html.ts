import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { languageTag } from '../words/language.ts';

/** The page of the goal tracker: nothing loads but its own script and style, nothing runs but that script. */
export function html(webview: vscode.Webview, folder: vscode.Uri): string {
  const nonce = randomBytes(16).toString('base64url');
  const script = webview.asWebviewUri(vscode.Uri.joinPath(folder, 'goals.js'));
  const style = webview.asWebviewUri(vscode.Uri.joinPath(folder, 'goals.css'));
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
