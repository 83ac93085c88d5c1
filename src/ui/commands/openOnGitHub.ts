import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { feedbackOf } from '../feedback/targets.ts';
import type { Command } from './deps.ts';

export const openOnGitHub: Command = async ({ store, feedbackView }, ...args) => {
  const url = feedbackOf(args, { store, view: feedbackView })[0]?.url;
  if (!url || !/^https?:\/\//.test(url))
    throw new CairnError('not-found', 'This feedback has no address on GitHub.');
  await vscode.env.openExternal(vscode.Uri.parse(url, true));
};
