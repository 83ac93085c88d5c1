import * as vscode from 'vscode';
import { trendScheme } from '../ids.ts';
import type { TrendParts } from './readTrend.ts';

/** The read-only document with a reviewer's own trend; made anew when it is opened. Nothing is loaded before. */
export function registerReviewTrend(parts: TrendParts): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(trendScheme, {
    provideTextDocumentContent: async () => {
      const [{ readTrend }, { trendDocument }] = await Promise.all([
        import('./readTrend.ts'),
        import('./trendDocument.ts'),
      ]);
      const { months, ...context } = await readTrend(parts);
      return trendDocument(months, context);
    },
  });
}
