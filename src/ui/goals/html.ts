import type * as vscode from 'vscode';
import { html as page } from '../webview/html.ts';

/** The page of the goal tracker. */
export const html = (webview: vscode.Webview, folder: vscode.Uri): string => page(webview, folder, 'goals');
