import * as vscode from 'vscode';
import { settings } from '../ids.ts';

const usual = 3;

/** Opportunities without recurrence that make a theme learned, 1 to 20; what is no such number is 3. */
export function neededOpportunities(): number {
  const found = vscode.workspace.getConfiguration('cairn').get<unknown>(settings.growthOpportunities);
  const isFit = typeof found === 'number' && Number.isInteger(found) && found >= 1 && found <= 20;
  return isFit ? found : usual;
}
